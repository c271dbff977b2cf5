import { useQueries } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { navigate } from '../../stores/route.ts'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { useMasked } from '../../stores/mask.ts'

const PAGE = 200

interface Rows {
  readonly total: number
  readonly rows: readonly CustomerRow[]
}

interface CustomerListProps {
  label: string
  /** What the pages are of: a new list begins at its top. */
  listKey: string
  ask: (page: { offset: number; limit: number }) => Promise<Rows>
}

/** Customers behind something that is no segment (a draft, a region, a movement): only the pages in sight are asked for. */
export function CustomerList({ label, listKey, ask }: CustomerListProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [pages, setPages] = useState<readonly number[]>([0])
  const answers = useQueries({
    queries: pages.map((page) => ({
      // Under the segments: a change of the data makes it old.
      queryKey: [...orpc.segments.key(), listKey, page],
      queryFn: () => ask({ offset: page * PAGE, limit: PAGE }),
      // A draft's members are nobody's but this list's.
      gcTime: 30_000
    }))
  })
  const onRange = useCallback((first: number, last: number): void => {
    const wanted: number[] = []
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) wanted.push(page)
    setPages((now) => (now.join() === wanted.join() ? now : wanted))
  }, [])
  const masked = useMasked()
  const error = answers.find((answer) => answer.error !== null)?.error
  if (error) return <ErrorNotice error={readError(error)} />
  const total = answers.find(({ data }) => data !== undefined)?.data?.total ?? 0
  const columns: readonly DataColumn<CustomerRow, 'as-it-stands'>[] = [
    {
      id: 'name',
      header: t('customers.columns.name'),
      width: 'minmax(150px, 2fr)',
      render: (row) => masked.name(row.id, row.name || (row.externalId ?? ''))
    },
    { id: 'city', header: t('customers.columns.city'), width: 'minmax(80px, 1fr)', hideBelow: 560, render: (row) => row.city ?? '' },
    { id: 'orders', header: t('customers.columns.orders'), width: '80px', align: 'end', render: (row) => formats.count(row.orders) },
    {
      id: 'revenue',
      header: t('customers.columns.revenueMinor'),
      width: 'minmax(100px, 0.9fr)',
      align: 'end',
      render: (row) => formats.money(row.revenueMinor, { exact: true })
    },
    {
      id: 'last',
      header: t('customers.columns.lastOrderDate'),
      width: 'minmax(100px, 0.9fr)',
      align: 'end',
      hideBelow: 460,
      render: (row) => (row.lastOrderDate ? formats.date(row.lastOrderDate) : <span className="faint">{t('customers.never')}</span>)
    }
  ]
  return (
    <div className="segment-customers" style={{ height: Math.min(420, 44 + Math.max(1, total) * 38) }}>
      <DataTable
        key={listKey}
        label={label}
        total={total}
        columns={columns}
        rowAt={(index) => answers[pages.indexOf(Math.floor(index / PAGE))]?.data?.rows[index % PAGE]}
        sort={{ by: 'as-it-stands', descending: false }}
        onSort={() => undefined}
        onOpen={(row) => {
          navigate({ screen: 'customers', customerId: row.id })
        }}
        onRange={onRange}
        onCopy={(text) => {
          shell('copyText', { text })
            .then(() => {
              notify(t('common.copied'))
            })
            .catch((cause: unknown) => {
              notifyError(readError(cause))
            })
        }}
      />
    </div>
  )
}
