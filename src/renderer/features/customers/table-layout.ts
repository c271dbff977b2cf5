import type { TableLayout } from '../../../shared/contract/customer-table.ts'
import { findColumn } from '../../../shared/contract/customer-columns.ts'
import type { CustomerFilter } from '../../../shared/contract/customers.ts'
import type { FieldType } from '../../../shared/segments/field-types.ts'
import type { FieldCondition, Rule } from '../../../shared/segments/rule.ts'

/** How the table looks before anybody changed it. */
export const USUAL_LAYOUT: TableLayout = {
  columns: ['name', 'city', 'lifecycle', 'rfm', 'rfm-scores', 'orders', 'revenue', 'last-order'].map((id) => ({ id })),
  sort: { by: 'revenue', descending: true },
  filter: {}
}

/** Least width of a column by what stands in it, and how much of the room left over it takes. */
const WIDTHS: Readonly<Record<FieldType, readonly [least: number, share: number]>> = {
  text: [130, 1.1],
  tags: [150, 1.3],
  choice: [120, 1],
  segment: [120, 1],
  date: [112, 0.7],
  amount: [112, 0.8],
  number: [96, 0.6],
  count: [84, 0.5],
  days: [96, 0.5],
  share: [96, 0.5],
  score: [72, 0.4],
  boolean: [88, 0.5]
}
const OWN_WIDTHS: Readonly<Record<string, readonly [number, number]>> = {
  name: [150, 2.2],
  city: [104, 1.1],
  lifecycle: [104, 0.9],
  email: [190, 1.8],
  address: [180, 1.6],
  notes: [180, 1.8],
  rfm: [132, 1.2],
  'rfm-scores': [60, 0.4],
  orders: [76, 0.5],
  revenue: [104, 0.8],
  'last-order': [124, 0.7]
}
const GAP = 16

const widthOf = (id: string): readonly [number, number] => OWN_WIDTHS[id] ?? WIDTHS[findColumn(id)?.type ?? 'text']

/** The column's track in the grid. */
export function trackOf({ id, width }: TableLayout['columns'][number]): string {
  const [least, share] = widthOf(id)
  return width === undefined ? `minmax(${least}px, ${share}fr)` : `${width}px`
}

/** Width under which the table scrolls sideways: boxes, columns, gaps and the room at both sides. */
export function leastWidth({ columns }: TableLayout): number {
  return columns.reduce((sum, column) => sum + GAP + (column.width ?? widthOf(column.id)[0]), 20 + 2 * GAP)
}

/** The layout with other columns. */
const withColumns = (layout: TableLayout, columns: TableLayout['columns']): TableLayout => ({ ...layout, columns })

export function toggleColumn(layout: TableLayout, id: string): TableLayout {
  const { columns } = layout
  const rest = columns.filter((column) => column.id !== id)
  if (rest.length === columns.length) return withColumns(layout, [...columns, { id }])
  // A table without columns would show nothing to choose others by.
  return rest.length === 0 ? layout : withColumns(layout, rest)
}

/** The column moved by some places; at an end it stays. */
export function moveColumn(layout: TableLayout, id: string, by: number): TableLayout {
  const columns = [...layout.columns]
  const from = columns.findIndex((column) => column.id === id)
  const to = from + by
  const [moved] = from >= 0 && to >= 0 && to < columns.length ? columns.splice(from, 1) : []
  if (moved) columns.splice(to, 0, moved)
  return withColumns(layout, columns)
}

export function resizeColumn(layout: TableLayout, id: string, width: number): TableLayout {
  return withColumns(
    layout,
    layout.columns.map((column) => (column.id === id ? { id, width } : column))
  )
}

/** Conditions on columns; anything else a rule may hold came from elsewhere and is shown as one. */
export function listConditions({ rule }: CustomerFilter): FieldCondition[] {
  return rule ? rule.rules.filter((node) => node.kind === 'field') : []
}

/** The filter with these conditions on columns, joined by "and". */
export function withConditions(filter: CustomerFilter, conditions: readonly FieldCondition[]): CustomerFilter {
  const { rule: _before, ...rest } = filter
  return conditions.length === 0 ? rest : { ...rest, rule: { kind: 'group', join: 'all', not: false, rules: [...conditions] } }
}

/** The filter as a rule of a segment; null where a part of it is nothing a rule can say (a search, a figure, part of the value screen). */
export function toRule({ search, segmentId, lifecycle, metric, rfm, value, rule }: CustomerFilter): Rule | null {
  if (search !== undefined || metric || value) return null
  const make = (field: string, operator: FieldCondition['operator'], operand: FieldCondition['value']): FieldCondition => ({
    kind: 'field',
    not: false,
    field,
    operator,
    value: operand
  })
  const rules = [
    ...(segmentId === undefined ? [] : [make('segment', 'one-of', [segmentId])]),
    ...(lifecycle === undefined ? [] : [make('lifecycle', 'one-of', [lifecycle])]),
    ...(rfm ? [make('r', 'eq', rfm.r), make('f', 'eq', rfm.f)] : []),
    ...(rule?.rules ?? [])
  ]
  return rules.length === 0 ? null : { kind: 'group', join: 'all', not: false, rules }
}

/** Whether two layouts say the same, in whatever order they say it. */
export const isSameLayout = (one: TableLayout, other: TableLayout): boolean => write(one) === write(other)

function write(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(write).join()}]`
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .map(([key, each]) => `${key}:${write(each)}`)
    .sort()
    .join()}}`
}
