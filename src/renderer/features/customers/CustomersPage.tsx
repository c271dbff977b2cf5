import { Button, Loader } from '@mantine/core'
import { IconDownload, IconUpload, IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerFilter, CustomerRow } from '../../../shared/contract/customers.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { runCommand } from '../../stores/commands.ts'
import { useMasked } from '../../stores/mask.ts'
import { navigate, type CustomerSpot } from '../../stores/route.ts'
import { usePanel } from '../../stores/panel.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { BulkDialog, type BulkDeed } from './BulkDialog.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import { ColumnFilter, type DrawOperand } from './ColumnFilter.tsx'
import { CustomerFilters } from './CustomerFilters.tsx'
import { CustomerPanel } from './CustomerPanel.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { leastWidth, listConditions, resizeColumn, withConditions } from './table-layout.ts'
import { useCustomerColumns } from './use-customer-columns.tsx'
import { useCustomerRows } from './use-customer-rows.ts'
import { useSelection } from './use-selection.ts'
import { useTableLayout, type LayoutState } from './use-table-layout.ts'
import { ViewsMenu } from './ViewsMenu.tsx'
import './customers.css'

interface CustomersPageProps {
  workspace: WorkspaceState
  filter?: CustomerFilter
  customerId?: number
  /** The row somebody comes back to, in the order the table had. */
  at?: CustomerSpot
  /** How a value to compare with is typed. */
  operand: DrawOperand
}

/** Everyone, or the customers behind a figure: search, filters, order; a row opens the customer's panel. */
export function CustomersPage({ workspace, filter, customerId, at, operand }: CustomersPageProps): ReactNode {
  const { t } = useTranslation()
  const state = useTableLayout(filter, at?.sort, workspace.readOnly)
  const openPanel = usePanel((panel) => panel.open)
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
  if (!state) return <div aria-busy />
  return <CustomersTable state={state} operand={operand} {...(customerId ? { customerId } : {})} {...(at ? { at } : {})} />
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
  state: LayoutState
  customerId?: number
  at?: CustomerSpot
  operand: DrawOperand
}

function CustomersTable({ state, customerId, at, operand }: CustomersTableProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const { layout, change } = state
  const { filter, sort } = layout
  const [opened, setOpened] = useState<number | null>(customerId ?? null)
  const [asked, setAsked] = useState<{ column?: string; deed?: BulkDeed; isExport?: boolean }>({})
  const rows = useCustomerRows(
    filter,
    sort,
    layout.columns.map(({ id }) => id)
  )
  const tell = (error: unknown): void => {
    notifyError(readError(error))
  }
  const chosen = useSelection(filter, sort, rows.total, tell)
  const openPanel = usePanel((panel) => panel.open)
  const setFilter = (next: CustomerFilter): void => {
    change({ ...layout, filter: next })
  }
  const columns = useCustomerColumns(layout, {
    onChange: change,
    onFilter: (column) => {
      setAsked({ column })
    }
  })
  const open = (row: CustomerRow, spot: CustomerSpot): void => {
    setOpened(row.id)
    openPanel(<CustomerPanel id={row.id} filter={filter} spot={spot} />, masked.name(row.id, row.name))
  }
  const close = (): void => {
    setAsked({})
  }
  const conditions = listConditions(filter)
  const total = rows.total ?? 0
  return (
    <div className="page customers-page">
      <CustomerFilters
        key={state.viewId}
        filter={filter}
        onChange={setFilter}
        onEdit={(column) => {
          setAsked({ column })
        }}
      >
        <ViewsMenu state={state} />
        <ColumnChooser layout={layout} onChange={change} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} />}
          onClick={() => {
            setAsked({ isExport: true })
          }}
          data-testid="customers-export"
        >
          {t('customerTable.bulk.export')}
        </Button>
      </CustomerFilters>
      <div className="customers-line">
        <span className="customers-total" data-testid="customers-total" data-count={rows.total} aria-live="polite">
          {rows.total === undefined ? (
            <Loader size="xs" aria-hidden />
          ) : (
            t('customers.total', { count: rows.total, formatted: formats.count(rows.total) })
          )}
          {rows.isIndexing && <span className="faint"> · {t('customerTable.indexing')}</span>}
        </span>
        {chosen.count > 0 && (
          <SelectionBar
            selection={chosen}
            total={total}
            onDo={(deed) => {
              setAsked({ deed })
            }}
            onExport={() => {
              setAsked({ isExport: true })
            }}
            onMerge={() => {
              navigate({ screen: 'customers', place: 'duplicates', merge: chosen.ids, filter })
            }}
          />
        )}
      </div>
      {rows.error ? (
        <ErrorNotice error={readError(rows.error)} onRetry={rows.refetch} />
      ) : rows.total === 0 ? (
        <EmptyState
          title={t('customers.noMatchTitle')}
          text={t('customers.noMatchText')}
          action={
            <Button
              variant="default"
              onClick={() => {
                setFilter({})
              }}
            >
              {t('customers.clear')}
            </Button>
          }
        />
      ) : (
        <DataTable
          key={JSON.stringify([filter, sort])}
          label={t('customers.table')}
          total={total}
          columns={columns}
          rowAt={rows.rowAt}
          sort={sort}
          onSort={(next) => {
            change({ ...layout, sort: next })
          }}
          onOpen={(row, index) => {
            open(row, { sort, index })
          }}
          {...(at && at.sort.by === sort.by && at.sort.descending === sort.descending ? { startAt: at.index } : {})}
          onRange={rows.onRange}
          isSelected={(row) => row.id === opened}
          onCopy={(text) => {
            void copy(text, t('common.copied'))
          }}
          marks={{
            ...chosen.marks,
            nameOf: (row) => t('customerTable.select.row', { name: masked.name(row.id, row.name) }),
            allLabel: t('customerTable.select.all')
          }}
          onResize={(id, width) => {
            change(resizeColumn(layout, id, width))
          }}
          resizeLabel={t('customerTable.resize')}
          minWidth={leastWidth(layout)}
        />
      )}
      <ColumnFilter
        id={asked.column ?? null}
        condition={conditions.find(({ field }) => field === asked.column)}
        operand={operand}
        onApply={(condition) => {
          const rest = conditions.filter(({ field }) => field !== asked.column)
          setFilter(withConditions(filter, condition ? [...rest, condition] : rest))
          close()
        }}
        onClose={close}
      />
      <BulkDialog
        deed={asked.deed ?? null}
        selection={chosen.selection}
        count={chosen.count}
        onClose={close}
        onDone={(deed) => {
          if (deed === 'delete') chosen.clear()
        }}
      />
      <ExportDialog
        key={chosen.selection ? 'selected' : 'shown'}
        isOpen={asked.isExport === true}
        layout={layout}
        selection={chosen.selection}
        selected={chosen.count}
        total={total}
        onClose={close}
      />
    </div>
  )
}
