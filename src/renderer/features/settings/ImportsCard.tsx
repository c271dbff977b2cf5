import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { StatePill } from '../../ui/StatePill.tsx'

/** Every import, each with its way back. */
export function ImportsCard(): ReactNode {
  const { t } = useTranslation()
  const batches = useQuery(orpc.imports.listBatches.queryOptions())
  return (
    <Card className="card-roomy">
      <Caption>{t('settings.imports')}</Caption>
      <Answer query={batches}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">{t('settings.noImports')}</p>
          ) : (
            list.map((batch) => <BatchRow key={batch.id} batch={batch} />)
          )
        }
      </Answer>
    </Card>
  )
}

function BatchRow({ batch }: { batch: Batch }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const undo = useMutation({
    mutationFn: () => client.imports.undoBatch({ batch: batch.id }),
    onSuccess: () => {
      notify(t('settings.importUndone', { file: batch.fileName }))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const facts = {
    rows: formats.count(batch.rows),
    created: formats.count(batch.created),
    updated: formats.count(batch.updated),
    rejected: formats.count(batch.rejected)
  }
  return (
    <div className="setting-row batch-row">
      <div>
        <div>{batch.fileName}</div>
        <div className="faint">
          {formats.date(batch.at)} · {t(`kinds.${batch.kind}`)} · {t('settings.importFacts', facts)}
        </div>
      </div>
      {batch.undone ? (
        <StatePill tone="plain">{t('settings.undone')}</StatePill>
      ) : (
        <Button
          variant="default"
          size="xs"
          loading={undo.isPending}
          aria-label={t('settings.undoImportNamed', { file: batch.fileName })}
          onClick={() => {
            undo.mutate()
          }}
        >
          {t('settings.undoImport')}
        </Button>
      )}
    </div>
  )
}
