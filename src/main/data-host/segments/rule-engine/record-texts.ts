import type { OpenWorkspace } from '../../context.ts'
import { startPace } from '../../pause.ts'
import { readTableVersions } from '../../database/table-versions.ts'

/** Fields of records whose values are few, by subject: what the builder offers to choose from, and the table they stand in. */
const LISTED: readonly { subject: string; table: string; column: string }[] = [
  { subject: 'orders', table: 'orders', column: 'channel' },
  { subject: 'orders', table: 'orders', column: 'partner_id' },
  { subject: 'products', table: 'order_lines', column: 'product' },
  { subject: 'products', table: 'order_lines', column: 'category' },
  { subject: 'products', table: 'orders', column: 'channel' },
  { subject: 'interactions', table: 'interactions', column: 'channel' },
  { subject: 'interactions', table: 'interactions', column: 'outcome' },
  { subject: 'interactions', table: 'interactions', column: 'handled_by' },
  { subject: 'complaints', table: 'complaints', column: 'category' },
  { subject: 'complaints', table: 'complaints', column: 'channel' },
  { subject: 'consents', table: 'consents', column: 'channel' },
  { subject: 'consents', table: 'consents', column: 'purpose' },
  { subject: 'consents', table: 'consents', column: 'source' },
  { subject: 'surveys', table: 'surveys', column: 'channel' },
  { subject: 'campaigns', table: 'campaigns', column: 'channel' }
]
/** A column with more values is typed by hand. */
const MOST_VALUES = 500
const SLICE = 10_000

interface KeptTexts {
  readonly on: unknown
  readonly values: Promise<ReadonlyMap<string, number> | null>
}
const kept = new WeakMap<OpenWorkspace, Map<string, KeptTexts>>()

/** The values of a field of records with how many rows have each; null: it is none of those listed, or there are too many. `on`: changes with the orders. */
export function readRecordTexts(
  workspace: OpenWorkspace,
  subjectId: string,
  column: string,
  on: object
): Promise<ReadonlyMap<string, number> | null> {
  const listed = LISTED.find((each) => each.subject === subjectId && each.column === column)
  if (!listed) return Promise.resolve(null)
  const texts = kept.get(workspace) ?? new Map<string, KeptTexts>()
  kept.set(workspace, texts)
  const key = `${listed.table}.${column}`
  const version = listed.table === 'orders' ? on : readTableVersions(workspace, [listed.table])
  const known = texts.get(key)
  if (known?.on === version) return known.values
  const values = countTexts(workspace, listed.table, column)
  texts.set(key, { on: version, values })
  values.catch(() => texts.delete(key))
  return values
}

async function countTexts({ read }: OpenWorkspace, table: string, column: string): Promise<ReadonlyMap<string, number> | null> {
  const [first, last] = read.prepare<[], [number | null, number | null]>(`SELECT min(rowid), max(rowid) FROM ${table}`).raw().get() ?? [
    null,
    null
  ]
  const counts = new Map<string, number>()
  if (first === null || last === null) return counts
  const slice = read
    .prepare<[number, number], [string, number]>(
      `SELECT ${column}, count(*) FROM ${table} WHERE rowid >= ? AND rowid < ? AND ${column} <> '' GROUP BY ${column}`
    )
    .raw()
  const pace = startPace()
  for (let from = first; from <= last; from += SLICE) {
    for (const [text, rows] of slice.all(from, from + SLICE)) counts.set(text, (counts.get(text) ?? 0) + rows)
    if (counts.size > MOST_VALUES) return null
    await pace()
  }
  return counts
}
