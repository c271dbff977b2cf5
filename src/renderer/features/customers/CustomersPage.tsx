import { Button, Loader } from '@mantine/core'
import { IconUpload, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFilter, CustomerRow, CustomerSort } from '../../../shared/contract/customers.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { runCommand } from '../../stores/commands.ts'
import { navigate, type CustomerSpot } from '../../stores/route.ts'
import { usePanel } from '../../stores/panel.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { CustomerFilters } from './CustomerFilters.tsx'
import { CustomerPanel } from './CustomerPanel.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { useCustomerColumns } from './use-customer-columns.tsx'
import { useCustomerRows } from './use-customer-rows.ts'
import './customers.css'

interface CustomersPageProps {
  workspace: WorkspaceState
  filter?: CustomerFilter
  customerId?: number
  /** The row somebody comes back to, in the order the table had. */
  at?: CustomerSpot
}

/** Everyone, or the customers behind a figure: search, filters, order; a row opens the customer's panel. */
export function CustomersPage({ workspace, filter: initial = {}, customerId, at }: CustomersPageProps): ReactNode {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<CustomerFilter>(initial)
  const [selected, setSelected] = useState<number | null>(customerId ?? null)
  const openPanel = usePanel((panel) => panel.open)
  const show = (id: number, name: string, spot: CustomerSpot): void => {
    setSelected(id)
    openPanel(<CustomerPanel id={id} filter={filter} spot={spot} />, name)
  }
  useEffect(() => {
    if (customerId !== undefined) openPanel(<CustomerPanel id={customerId} />)
  }, [customerId, openPanel])
  const isEmpty = workspace.counts.customers === 0
  useTopBar({
    title: t('frame.titles.customers'),
    action: isEmpty ? undefined : (
      <div className="customers-deeds">
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} stroke={1.6} />}
          onClick={() => void runCommand('customer.new')}
          data-testid="customers-new"
        >
          {t('customerPage.newCustomer')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconUpload size={16} stroke={1.6} />}
          onClick={() => {
            navigate({ screen: 'import' })
          }}
          data-testid="customers-import"
        >
          {t('customers.import')}
        </Button>
      </div>
    )
  })
  if (isEmpty)
    return (
      <div className="page">
        <EmptyState
          icon={<IconUsers size={40} stroke={1.2} />}
          title={t('customers.emptyTitle')}
          text={t('customers.emptyText')}
          action={
            <Button
              onClick={() => {
                navigate({ screen: 'import' })
              }}
            >
              {t('customers.import')}
            </Button>
          }
        />
      </div>
    )
  return (
    <div className="page customers-page">
      <CustomerFilters filter={filter} onChange={setFilter} />
      <CustomersTable
        filter={filter}
        selected={selected}
        {...(at ? { at } : {})}
        onOpen={(row, spot) => {
          show(row.id, row.name, spot)
        }}
        onClear={() => {
          setFilter({})
        }}
      />
    </div>
  )
}

async function copy(text: string, done: string): Promise<void> {
  try {
    await shell('copyText', { text })
    notify(done)
  } catch (error) {
    notifyError(readError(error))
  }
}

interface CustomersTableProps {
  filter: CustomerFilter
  selected: number | null
  at?: CustomerSpot
  onOpen: (row: CustomerRow, spot: CustomerSpot) => void
  onClear: () => void
}

function CustomersTable({ filter, selected, at, onOpen, onClear }: CustomersTableProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [sort, setSort] = useState<CustomerSort>(at?.sort ?? { by: 'revenue', descending: true })
  const rows = useCustomerRows(filter, sort)
  const columns = useCustomerColumns()
  if (rows.error) return <ErrorNotice error={readError(rows.error)} onRetry={rows.refetch} />
  return (
    <>
      <div className="customers-total" data-testid="customers-total" data-count={rows.total} aria-live="polite">
        {rows.total === undefined ? (
          <Loader size="xs" aria-hidden />
        ) : (
          t('customers.total', { count: rows.total, formatted: formats.count(rows.total) })
        )}
      </div>
      {rows.total === 0 ? (
        <EmptyState
          title={t('customers.noMatchTitle')}
          text={t('customers.noMatchText')}
          action={
            <Button variant="default" onClick={onClear}>
              {t('customers.clear')}
            </Button>
          }
        />
      ) : (
        <DataTable
          key={JSON.stringify([filter, sort])}
          label={t('customers.table')}
          total={rows.total ?? 0}
          columns={columns}
          rowAt={rows.rowAt}
          sort={sort}
          onSort={setSort}
          onOpen={(row, index) => {
            onOpen(row, { sort, index })
          }}
          {...(at && at.sort === sort ? { startAt: at.index } : {})}
          onRange={rows.onRange}
          isSelected={(row) => row.id === selected}
          onCopy={(text) => {
            void copy(text, t('common.copied'))
          }}
        />
      )}
    </>
  )
}
