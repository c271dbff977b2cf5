import { Button } from '@mantine/core'
import { IconArrowsJoin } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeRecord } from '../../../shared/contract/duplicates.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useMasked } from '../../stores/mask.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError, withdrawOffers } from '../../ui/notify.tsx'

const PAGE = 100

/** What was merged, the latest first, each with the way to part it again. */
export function DoneList(): ReactNode {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(PAGE)
  const merges = useQuery(orpc.duplicates.listMerges.queryOptions({ input: { offset: 0, limit } }))
  return (
    <Answer query={merges}>
      {({ total, merges: list }) =>
        list.length === 0 ? (
          <EmptyState
            icon={<IconArrowsJoin size={40} stroke={1.2} />}
            title={t('duplicates.doneNoneTitle')}
            text={t('duplicates.doneNoneText')}
          />
        ) : (
          <Card className="done-card">
            <table className="plain-table" data-testid="duplicate-done">
              <thead>
                <tr>
                  <th>{t('duplicates.when')}</th>
                  <th>{t('duplicates.keptRecord')}</th>
                  <th>{t('duplicates.goneRecord')}</th>
                  <th aria-label={t('duplicates.part')} />
                </tr>
              </thead>
              <tbody>
                {list.map((merge) => (
                  <DoneRow key={merge.id} merge={merge} />
                ))}
              </tbody>
            </table>
            {list.length < total && (
              <Button
                variant="subtle"
                onClick={() => {
                  setLimit((now) => Math.min(1000, now + PAGE))
                }}
              >
                {t('duplicates.more')}
              </Button>
            )}
          </Card>
        )
      }
    </Answer>
  )
}

function DoneRow({ merge }: { merge: MergeRecord }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const { id, at, kept, merged, undone } = merge
  const part = useMutation({
    mutationFn: () => client.duplicates.unmergeCustomers({ mergeId: id }),
    onSuccess: () => {
      withdrawOffers()
      notify(t('duplicates.parted', { name: masked.name(merged.id, merged.name) }))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return (
    <tr className={undone ? 'is-parted' : ''}>
      <td className="done-when">{`${formats.date(at.slice(0, 10))}, ${formats.time(at)}`}</td>
      <td>
        <button
          type="button"
          className="table-toggle done-name"
          title={t('duplicates.open')}
          onClick={() => {
            navigate({ screen: 'customers', customerId: kept.id, place: 'customer' })
          }}
        >
          {masked.name(kept.id, kept.name)}
        </button>{' '}
        <span className="faint">{t('duplicates.number', { id: kept.id })}</span>
      </td>
      <td>
        {masked.name(merged.id, merged.name)} <span className="faint">{t('duplicates.number', { id: merged.id })}</span>
      </td>
      <td className="done-deed">
        {undone ? (
          <span className="faint">{t('duplicates.isParted')}</span>
        ) : (
          <Button
            size="xs"
            variant="default"
            loading={part.isPending}
            onClick={() => {
              part.mutate()
            }}
            data-testid="duplicate-part"
          >
            {t('duplicates.part')}
          </Button>
        )}
      </td>
    </tr>
  )
}
