import { Button } from '@mantine/core'
import { IconArrowBackUp, IconUpload } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Batch } from '../../../shared/contract/imports.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { goToImport } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError, withdrawOffers } from '../../ui/notify.tsx'

/** The files brought in, the latest first, each with what it made and the way to take it back. */
export function ImportList(): ReactNode {
  const { t } = useTranslation()
  const batches = useQuery(orpc.imports.listBatches.queryOptions())
  return (
    <Answer query={batches}>
      {(list) =>
        list.length === 0 ? (
          <EmptyState
            icon={<IconUpload size={40} stroke={1.2} />}
            title={t('history.noImportsTitle')}
            text={t('history.noImportsText')}
            action={<Button onClick={goToImport}>{t('history.import')}</Button>}
          />
        ) : (
          <Card className="history-card">
            <table className="plain-table history-table">
              <thead>
                <tr>
                  <th>{t('history.when')}</th>
                  <th>{t('history.file')}</th>
                  <th className="num">{t('history.made')}</th>
                  <th className="num">{t('history.changed')}</th>
                  <th className="num">{t('history.unchanged')}</th>
                  <th className="num">{t('history.rejected')}</th>
                  <th aria-label={t('history.undoImport')} />
                </tr>
              </thead>
              <tbody>
                {list.map((batch) => (
                  <BatchRow key={batch.id} batch={batch} />
                ))}
              </tbody>
            </table>
          </Card>
        )
      }
    </Answer>
  )
}

function BatchRow({ batch }: { batch: Batch }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { id, at, fileName, kind, created, updated, unchanged, rejected, undone } = batch
  const undo = useMutation({
    mutationFn: () => client.imports.undoBatch({ batch: id }),
    onSuccess: () => {
      withdrawOffers()
      notify(t('history.importUndoneNow', { file: fileName }))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return (
    <tr className={undone ? 'is-undone' : ''} data-testid={`batch-${String(id)}`}>
      <td className="history-when">
        {formats.date(at)} <span className="faint">{formats.time(at)}</span>
      </td>
      <td>
        <span className="history-words">{fileName}</span> <span className="faint">{t(`kinds.${kind}`)}</span>
        {undone && <span className="history-mark">{t('history.importUndone')}</span>}
      </td>
      {[created, updated, unchanged, rejected].map((count, place) => (
        <td key={place} className="num">
          {formats.count(count)}
        </td>
      ))}
      <td className="history-buttons">
        {!undone && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={15} stroke={1.6} />}
            loading={undo.isPending}
            aria-label={t('history.undoImportNamed', { file: fileName })}
            onClick={() => {
              undo.mutate()
            }}
            data-testid={`undo-batch-${String(id)}`}
          >
            {t('history.undoImport')}
          </Button>
        )}
      </td>
    </tr>
  )
}
