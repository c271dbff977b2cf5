import { Button, Kbd, Loader } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORT_KINDS, isImportKind, type DataKind } from '../../../shared/contract/base.ts'
import type { Inspection } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { importFile } from '../../stores/route.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { type DoneImport, ImportDone } from './ImportDone.tsx'
import { type DrawCleaning, ImportPlan } from './ImportPlan.tsx'
import type { Overrides } from './overrides.ts'
import { usePaste } from './use-paste.ts'
import './imports.css'

async function chooseFile(): Promise<void> {
  try {
    const file = await shell('pickFile', { purpose: 'import-data' })
    if (file) importFile(file)
  } catch (error) {
    notifyError(readError(error))
  }
}

interface ImportPageProps {
  file?: PickedFile
  /** What some figure lacks, where somebody came to bring it in. */
  kinds: readonly DataKind[]
  drawCleaning: DrawCleaning
}

/** From a file or the clipboard to data: found, mapped, cleaned, forecast, imported. */
export function ImportPage({ file, kinds, drawCleaning }: ImportPageProps): ReactNode {
  const { t } = useTranslation()
  usePaste(t('importing.pastedName'))
  const wanted = kinds.find(isImportKind) ?? null
  if (file) return <FileImport key={file.token} file={file} wanted={wanted} drawCleaning={drawCleaning} />
  const listOf = (list: readonly DataKind[]): string => list.map((kind) => t(`kinds.${kind}`)).join(', ')
  return (
    <div className="page">
      <EmptyState
        icon={<IconFileImport size={40} stroke={1.2} />}
        title={wanted === null ? t('importing.emptyTitle') : t('importing.wantedTitle', { kind: t(`kinds.${wanted}`) })}
        text={t('importing.emptyText')}
        action={
          <>
            <Button onClick={() => void chooseFile()} data-testid="import-choose">
              {t('importing.choose')}
            </Button>
            <span className="faint">{t('importing.dropHint')}</span>
            <span className="faint">
              {t('importing.pasteHint')} <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">V</Kbd>
            </span>
            {kinds.length > 0 && (
              <p className="import-wanted" role="status" data-testid="import-wanted">
                {wanted === null
                  ? t('importing.wantedNone', { kinds: listOf(kinds), possible: listOf(IMPORT_KINDS) })
                  : t('importing.wantedKind', { kind: t(`kinds.${wanted}`) })}
              </p>
            )}
          </>
        }
      />
    </div>
  )
}

function FileImport({ file, wanted, drawCleaning }: { file: PickedFile; wanted: DataKind | null; drawCleaning: DrawCleaning }): ReactNode {
  const { t } = useTranslation()
  const [overrides, setOverrides] = useState<Overrides>(wanted === null ? {} : { kind: wanted })
  const [done, setDone] = useState<DoneImport | null>(null)
  const inspection = useQuery(
    orpc.imports.inspectFile.queryOptions({ input: { fileToken: file.token, ...overrides }, placeholderData: keepPreviousData, gcTime: 0 })
  )
  useLeave(file.token)
  const again = (
    <Button variant="default" onClick={() => void chooseFile()} data-testid="import-another">
      {t('importing.another')}
    </Button>
  )
  return (
    <div className="page">
      <div className="page-inner import-page">
        <header className="page-head">
          <div>
            <h1 data-testid="import-file">{file.name}</h1>
          </div>
          {again}
        </header>
        {done && <ImportDone file={file} done={done} />}
        {!done && inspection.error && <ErrorNotice error={readError(inspection.error)} />}
        {!done && !inspection.error && !inspection.data && (
          <div className="import-reading" role="status">
            <Loader size="sm" aria-hidden /> {t('importing.reading')}
          </div>
        )}
        {!done && !inspection.error && inspection.data && (
          <ImportPlan
            key={keyOf(inspection.data)}
            file={file}
            wanted={wanted}
            inspection={inspection.data}
            isBehind={inspection.isPlaceholderData}
            overrides={overrides}
            onOverride={setOverrides}
            onDone={setDone}
            drawCleaning={drawCleaning}
          />
        )}
      </div>
    </div>
  )
}

/** What was made to read the file goes when the person turns to something else. */
function useLeave(fileToken: string): void {
  useEffect(
    () => () => {
      void client.imports.leaveFile({ fileToken }).catch((error: unknown) => {
        notifyError(readError(error))
      })
    },
    [fileToken]
  )
}

/** Another reading of the file is another plan: earlier answers no longer apply. */
const keyOf = ({ dialect, kind, preset, sheet }: Inspection): string => JSON.stringify([dialect, kind, preset, sheet])
