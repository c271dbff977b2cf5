import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult, ImportSettings } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

const SHOWN = 5

/** Why rows are refused, and a way to keep them for mending. */
export function Rejects({ file, settings, result }: { file: PickedFile; settings: ImportSettings; result: ImportResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const save = async (): Promise<void> => {
    try {
      const target = await shell('pickFile', { purpose: 'save-rejects', suggestedName: file.name.replace(/(\.[^.]*)?$/, '-refused.csv') })
      if (!target) return
      const { rows } = await client.imports.saveRejects({ ...settings, outToken: target.token })
      notify(t('importing.rejectsSaved', { rows: formats.count(rows) }))
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return (
    <div className="rejects" data-testid="import-rejects">
      <h3 className="caption">{t('importing.reasons')}</h3>
      <ul>
        {result.rejects.slice(0, SHOWN).map((reject, at) => (
          <li key={at}>
            <span className="faint">
              {t('importing.reasonRow', { row: formats.count(reject.row) })}
              {reject.column && ` · ${reject.column}`}
            </span>{' '}
            {formats.text(reject.message)}
          </li>
        ))}
      </ul>
      {result.rejected > SHOWN && <p className="faint">{t('importing.reasonMore', { count: result.rejected - SHOWN })}</p>}
      <Button variant="default" size="xs" onClick={() => void save()} data-testid="import-save-rejects">
        {t('importing.saveRejects')}
      </Button>
    </div>
  )
}
