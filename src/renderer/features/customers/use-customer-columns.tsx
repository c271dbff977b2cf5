import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findColumn, isFieldColumn } from '../../../shared/contract/customer-columns.ts'
import type { TableLayout } from '../../../shared/contract/customer-table.ts'
import { orpc } from '../../api/client.ts'
import type { DataColumn } from '../../ui/DataTable.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { CellContent } from './CellContent.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { listConditions, moveColumn, toggleColumn, trackOf } from './table-layout.ts'
import type { TableRow } from './use-customer-rows.ts'

const AT_END: ReadonlySet<string> = new Set(['number', 'count', 'days', 'amount', 'share', 'score', 'date'])

/** Names that are shorter over a column than in a sentence. */
const SHORT = { orders: 'customers.columns.orders', revenue: 'customers.columns.revenueMinor' } as const
const isShort = (id: string): id is keyof typeof SHORT => id in SHORT

interface ColumnDeeds {
  onChange: (layout: TableLayout) => void
  onFilter: (id: string) => void
}

/** The columns of the layout, in the person's language, each with its menu; one that is gone is left out. */
export function useCustomerColumns(layout: TableLayout, { onChange, onFilter }: ColumnDeeds): readonly DataColumn<TableRow, string>[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const nameSegment = (id: string): string => {
    const segment = segments.data?.find((each) => each.id === id)
    return segment ? formats.text(segment.name).replace(' (RFM)', '') : ''
  }
  const filtered = new Set(listConditions(layout.filter).map(({ field }) => field))
  return layout.columns.flatMap((column, place) => {
    const { id } = column
    const definition = findColumn(id)
    if (!definition) return []
    const name = formats.text(definition.name)
    return {
      id,
      header: isShort(id) ? t(SHORT[id]) : name,
      hint: name,
      width: trackOf(column),
      sort: id,
      align: AT_END.has(definition.type) ? ('end' as const) : ('start' as const),
      menu: (
        <ColumnMenu
          id={id}
          name={name}
          isFiltered={filtered.has(id)}
          onFilter={
            isFieldColumn(id)
              ? () => {
                  onFilter(id)
                }
              : undefined
          }
          onSort={(descending) => {
            onChange({ ...layout, sort: { by: id, descending } })
          }}
          onMove={(by) => {
            onChange(moveColumn(layout, id, by))
          }}
          onHide={() => {
            onChange(toggleColumn(layout, id))
          }}
        />
      ),
      render: (row: TableRow) => <CellContent id={id} row={row} value={row.cells[place] ?? null} nameSegment={nameSegment} />
    }
  })
}
