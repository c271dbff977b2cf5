import { Button, Loader } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORT_KINDS, isImportKind, type DataKind } from '../../../shared/contract/base.ts'
import type { Dialect, ImportResult, Inspection } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { importFile } from '../../stores/route.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { ImportDone } from './ImportDone.tsx'
import { ImportPlan } from './ImportPlan.tsx'
import './imports.css'

async function chooseFile(): Promise<void> {
  try {
    const file = await shell('pickFile', { purpose: 'import-data' })
    if (file) importFile(file)
  } catch (error) {
    notifyError(readError(error))
  }
}

/** From a file to data: found, mapped, forecast, imported. */
export function ImportPage({ file, kinds }: { file?: PickedFile; kinds: readonly DataKind[] }): ReactNode {
  const { t } = useTranslation()
  const wanted = kinds.find(isImportKind) ?? null
  if (file) return <FileImport file={file} wanted={wanted} />
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

export interface Overrides {
  dialect?: Partial<Dialect>
  kind?: DataKind
  preset?: string
}

function FileImport({ file, wanted }: { file: PickedFile; wanted: DataKind | null }): ReactNode {
  const { t } = useTranslation()
  const [overrides, setOverrides] = useState<Overrides>(wanted === null ? {} : { kind: wanted })
  const [result, setResult] = useState<ImportResult | null>(null)
  const inspection = useQuery(
    orpc.imports.inspectFile.queryOptions({ input: { fileToken: file.token, ...overrides }, placeholderData: keepPreviousData, gcTime: 0 })
  )
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
        {result && <ImportDone file={file} result={result} />}
        {!result && inspection.error && <ErrorNotice error={readError(inspection.error)} />}
        {!result && !inspection.error && !inspection.data && (
          <div className="import-reading" role="status">
            <Loader size="sm" aria-hidden /> {t('importing.reading')}
          </div>
        )}
        {!result && !inspection.error && inspection.data && (
          <ImportPlan
            key={keyOf(inspection.data)}
            file={file}
            wanted={wanted}
            inspection={inspection.data}
            overrides={overrides}
            onOverride={setOverrides}
            onDone={setResult}
          />
        )}
      </div>
    </div>
  )
}

/** Another reading of the file is another plan: earlier answers no longer apply. */
const keyOf = ({ dialect, kind, preset }: Inspection): string => JSON.stringify([dialect, kind, preset])
