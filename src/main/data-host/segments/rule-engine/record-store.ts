import type { FieldDefinition, FieldType } from '../../../../shared/segments/field-types.ts'
import { findField, findRecordField, findSubject, parseAttributeField } from '../../../../shared/segments/find-field.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { findPosition } from '../../figures/find-position.ts'
import { findTouched } from '../../figures/row-steps.ts'
import type { Condition } from './compile-rule.ts'
import { loadColumns, spliceColumns, type ColumnSource, type RecordColumns, type RowSource } from './record-columns.ts'
import { SqlValues } from './sql-comparison.ts'
import { defineRuleFunctions } from './sql-functions.ts'
import { CUSTOMERS_ALONE, RELATIONS } from './sql-relations.ts'

/** Fields of one table in memory, as far as a rule asked for them. */
interface KeptColumns {
  readonly ids: Int32Array
  /** What the rows hang on: while it is the same thing, they stand. */
  readonly on: unknown
  readonly columns: RecordColumns
}
const kept = new WeakMap<OpenWorkspace, Map<string, Promise<KeptColumns | null>>>()
/** With more rows than this a table is asked by SQL, so that memory stays bounded. */
const MOST_ROWS = 4_000_000
/** Sets of columns kept at once: those of another as-of date go first. */
const MOST_KEPT = 10

const NUMERIC: ReadonlySet<FieldType> = new Set<FieldType>(['number', 'count', 'days', 'amount', 'share', 'score'])
/** What is drawn from these rows hangs on the as-of date, so they are read as of that date; of others those of later days are left out. */
const AS_OF: ReadonlySet<string> = new Set(['complaints', 'consents', 'campaigns'])
/** Says of a row whether it counts where the rule does not ask for the order's state. */
export const VALID = 'is-valid'

/**
 * The fields a condition asks, by customer: read on first use, then kept while `on` is the same thing. Null: they are not kept in
 * memory (too many rows or too many different texts), so SQL has to answer. `siblings`: conditions asked with it, whose fields are
 * read in the same go.
 */
export async function ensureColumns(
  workspace: OpenWorkspace,
  figures: Figures,
  condition: Condition,
  { siblings, readOn }: { siblings: readonly Condition[]; readOn: () => unknown }
): Promise<RecordColumns | null> {
  const tables = kept.get(workspace) ?? new Map<string, Promise<KeptColumns | null>>()
  kept.set(workspace, tables)
  const table = tableOf(condition)
  const fields = [...new Set(siblings.filter((each) => tableOf(each) === table).flatMap(listFields))]
  const key = AS_OF.has(table) ? `${table} ${figures.asOf ?? ''}` : table
  // One reading of a table at a time; a rule that is asked no more leaves its columns to the next.
  const before = tables.get(key) ?? Promise.resolve(null)
  const next = before.catch(() => null).then((known) => extendColumns(workspace, figures, { table, fields, readOn }, known))
  tables.delete(key)
  tables.set(key, next)
  for (const old of tables.keys()) {
    if (tables.size <= MOST_KEPT) break
    tables.delete(old)
  }
  const columns = (await next)?.columns
  return columns && listFields(condition).every((id) => columns.fields.get(id)) ? columns : null
}

const tableOf = (condition: Condition): string => (condition.kind === 'field' ? 'customers' : condition.subject)

interface Wanted {
  readonly table: string
  readonly fields: readonly string[]
  readonly readOn: () => unknown
}

async function extendColumns(
  workspace: OpenWorkspace,
  { customerIds: ids, asOf }: Figures,
  { table, fields, readOn }: Wanted,
  known: KeptColumns | null
): Promise<KeptColumns | null> {
  const on = readOn()
  const base = known && bringUpToDate(workspace, known, { table, on, ids, asOf })
  const missing = fields.filter((id) => base?.columns.fields.has(id) !== true)
  if (base && missing.length === 0) return base
  // Many rows are put in order by their date, which is read again for that.
  const date = findSubject(table)?.date
  if (date !== undefined && !missing.includes(date)) missing.unshift(date)
  const values = new SqlValues()
  const source = describeRows(workspace, table, asOf)
  if (source.count > MOST_ROWS) return null
  defineRuleFunctions(workspace.read)
  const sources = missing.map((id) => describeColumn(table, id, values))
  const loaded = await loadColumns(workspace, ids, { ...source, values: { ...source.values, ...values.values } }, sources)
  // Rows that changed while they were read belong to neither state.
  if (!loaded || readOn() !== on) return null
  return { ids, on, columns: { starts: loaded.starts, fields: new Map([...(base?.columns.fields ?? []), ...loaded.fields]) } }
}

/** What was kept as it stands now, where it can be told which customers differ; a few of them are read again. */
function bringUpToDate(
  workspace: OpenWorkspace,
  known: KeptColumns,
  { table, on, ids, asOf }: { table: string; on: unknown; ids: Int32Array; asOf: string | null }
): KeptColumns | null {
  if (!isSameList(known.ids, ids)) return null
  if (known.on === on) return known
  const touched = isToken(known.on) && isToken(on) ? findTouched(known.on, on) : null
  if (!touched || touched.length > MOST_TOUCHED) return null
  const values = new SqlValues()
  const sources = [...known.columns.fields.keys()].map((id) => describeColumn(table, id, values))
  const source = describeRows(workspace, table, asOf, false)
  defineRuleFunctions(workspace.read)
  const positions = touched.map((id) => findPosition(ids, id)).filter((i) => i >= 0)
  const rows = { ...source, values: { ...source.values, ...values.values } }
  return { ids, on, columns: spliceColumns(workspace, ids, rows, sources, known.columns, positions) }
}

const isToken = (on: unknown): on is object => typeof on === 'object' && on !== null
/** Customers read again one by one; more than these, and all are. */
const MOST_TOUCHED = 200

/** The list is made anew when any customer changes; answers stand while it names the same ones. */
export function isSameList(before: Int32Array, ids: Int32Array): boolean {
  return before === ids || (before.length === ids.length && before.every((id, i) => id === ids[i]))
}

function listFields(condition: Condition): string[] {
  if (condition.kind === 'field') return [condition.field]
  const { subject, of, where } = condition
  const date = findSubject(subject)?.date ?? ''
  return [...new Set([date, ...(of === null ? [] : [of]), ...where.map(({ field }) => field), ...(hasStates(subject) ? [VALID] : [])])]
}

const hasStates = (subject: string): boolean => subject === 'orders' || subject === 'products'

function describeRows({ read }: OpenWorkspace, table: string, asOf: string | null, isByRow = hasStates(table)): RowSource {
  if (table === 'customers')
    return {
      rows: `SELECT *, id AS customer_id FROM (${CUSTOMERS_ALONE})`,
      order: 'id',
      values: {},
      count: 0,
      span: null
    }
  const subject = findSubject(table)
  const date = (subject && findRecordField(subject, subject.date)?.column) ?? ''
  const source = subject?.tables[0] ?? ''
  return {
    rows: RELATIONS[table]?.(true, isByRow) ?? '',
    order: `customer_id, ${date}, id`,
    values: AS_OF.has(table) ? { asOf: asOf ?? '9999-12-31', day: asOf } : { asOf: '9999-12-31' },
    count: countRows(read, source),
    span: isByRow ? { ...readSpan(read, source), date: subject?.date ?? '' } : null
  }
}

function describeColumn(table: string, id: string, values: SqlValues): ColumnSource {
  if (id === VALID) return { id, expression: 'is_valid', isNumber: false }
  const subject = findSubject(table)
  const field = subject ? findRecordField(subject, id) : findField(id)?.definition
  const isNumber = field !== null && field !== undefined && NUMERIC.has(field.type)
  return { id, expression: field ? writeField(field, values) : 'NULL', isNumber }
}

function writeField({ id, type, column }: FieldDefinition, values: SqlValues): string {
  const attribute = parseAttributeField(id)
  const expression = attribute ? `attribute_value(attributes, ${values.add(attribute.type)}, ${values.add(attribute.name)})` : column
  return type === 'date' ? `substr(${expression}, 1, 10)` : expression
}

function readSpan(read: OpenWorkspace['read'], table: string): { first: number; last: number } {
  const [first, last] = read.prepare<[], [number | null, number | null]>(`SELECT min(id), max(id) FROM ${table}`).raw().get() ?? []
  return { first: first ?? 0, last: last ?? -1 }
}

/** The highest row, which is about how many there are: counting would read a whole index. */
export function countRows(read: OpenWorkspace['read'], table: string): number {
  const column = table === 'campaign_members' ? 'count(*)' : 'max(rowid)'
  return Number(read.prepare(`SELECT coalesce(${column}, 0) FROM ${table}`).pluck().get())
}
