import { IconFileDescription, IconFolderOpen } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePurpose } from '../../../../shared/contract/shell.ts'
import { readError } from '../../../api/errors.ts'
import { shell } from '../../../api/shell.ts'
import { importSchema } from '../../../stores/schema-source.ts'
import { notifyError } from '../../../ui/notify.tsx'

const ICON = { size: 28, stroke: 1.4, 'aria-hidden': true } as const

async function pick(purpose: FilePurpose): Promise<void> {
  try {
    const picked = await shell('pickFile', { purpose })
    if (picked) importSchema(picked)
  } catch (error) {
    notifyError(readError(error))
  }
}

/** A folder, or a file: no platform's dialog lets a person choose either. */
export function SourceChoice(): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="schema-sources">
      <p>{t('diagramSchema.intro')}</p>
      <div className="schema-source-tiles">
        <button type="button" data-autofocus data-testid="schema-folder" onClick={() => void pick('open-schema-folder')}>
          <IconFolderOpen {...ICON} />
          <strong>{t('diagramSchema.folder')}</strong>
          <span>{t('diagramSchema.folderText')}</span>
        </button>
        <button type="button" data-testid="schema-file" onClick={() => void pick('open-schema-file')}>
          <IconFileDescription {...ICON} />
          <strong>{t('diagramSchema.file')}</strong>
          <span>{t('diagramSchema.fileText')}</span>
        </button>
      </div>
      <p className="muted">{t('diagramSchema.offline')}</p>
    </div>
  )
}
