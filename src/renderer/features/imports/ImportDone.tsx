import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult, ImportSettings } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { navigate } from '../../stores/route.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { Rejects } from './Rejects.tsx'
import { SavePreset } from './SavePreset.tsx'

/** An import that was made, with what it was made with. */
export interface DoneImport {
  result: ImportResult
  settings: ImportSettings
  headers: readonly string[]
}

/** The import is made: what it did, where to go, what can be kept, and the way back. */
export function ImportDone({ file, done: { result, settings, headers } }: { file: PickedFile; done: DoneImport }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  // Saved under the name it was read by, it takes the place of what was saved before.
  const known = useQuery(orpc.imports.listPresets.queryOptions()).data?.find(({ id, own }) => own && id === settings.preset)
  const undo = useMutation({
    mutationFn: (batch: number) => client.imports.undoBatch({ batch }),
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const { batch } = result
  // Undo and redo come from the keyboard and from the list of changes too: what the workspace says of the import counts.
  const kept = useQuery(orpc.imports.listBatches.queryOptions()).data?.find(({ id }) => id === batch)
  if (kept?.undone ?? undo.isSuccess)
    return (
      <Card className="card-roomy import-done" data-testid="import-result">
        <p role="status">{t('importing.undone')}</p>
      </Card>
    )
  return (
    <div className="import-done-cards">
      <Card className="card-roomy import-done" data-testid="import-result">
        <Caption>{t('importing.doneTitle')}</Caption>
        <h2>{t('importing.doneText', { file: file.name })}</h2>
        <ImportCounts result={result} />
        <div className="import-done-actions">
          <Button
            onClick={() => {
              navigate({ screen: 'customers' })
            }}
            data-testid="import-see-customers"
          >
            {t('importing.seeCustomers')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              navigate({ screen: 'models' })
            }}
          >
            {t('importing.openModel')}
          </Button>
          {batch !== null && (
            <Button
              variant="subtle"
              loading={undo.isPending}
              onClick={() => {
                undo.mutate(batch)
              }}
              data-testid="import-undo"
            >
              {t('importing.undo')}
            </Button>
          )}
        </div>
      </Card>
      {result.rejected > 0 && (
        <Card className="card-roomy import-done">
          <Rejects file={file} settings={settings} result={result} />
        </Card>
      )}
      <Card className="card-roomy import-done">
        <Caption>{t('importing.nextMonth')}</Caption>
        <SavePreset settings={settings} headers={headers} name={known ? formats.text(known.name) : ''} />
      </Card>
    </div>
  )
}
