import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { navigate } from '../../stores/route.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { ImportCounts } from './ImportCounts.tsx'

/** The import is made: what it did, where to go, and the way back. */
export function ImportDone({ file, result }: { file: PickedFile; result: ImportResult }): ReactNode {
  const { t } = useTranslation()
  const undo = useMutation({
    mutationFn: (batch: number) => client.imports.undoBatch({ batch }),
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const { batch } = result
  return (
    <Card className="card-roomy import-done" data-testid="import-result">
      {undo.isSuccess ? (
        <p role="status">{t('importing.undone')}</p>
      ) : (
        <>
          <Caption>{t('importing.doneTitle')}</Caption>
          <h2>{t('importing.doneText', { file: file.name })}</h2>
          <ImportCounts result={result} />
        </>
      )}
      <div className="import-done-actions">
        {!undo.isSuccess && (
          <>
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
          </>
        )}
      </div>
    </Card>
  )
}
