import type Database from 'better-sqlite3'
import type { Row, RowChange } from '../database/changes.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { BATCH_TABLES, type BatchTable } from './batch-tables.ts'

type Parent = 'customers' | 'orders' | 'campaigns'

/**
 * What may point at something an import made, by the word the sentence has for it. Rows of the same import go with it, and so do
 * `unless` ones (a merge that was taken back).
 */
const REFERENCES: readonly { table: string; column: string; to: Parent; what: string; hasBatch?: true; unless?: string }[] = [
  { table: 'orders', column: 'customer_id', to: 'customers', what: 'orders', hasBatch: true },
  { table: 'interactions', column: 'customer_id', to: 'customers', what: 'interactions', hasBatch: true },
  { table: 'complaints', column: 'customer_id', to: 'customers', what: 'complaints', hasBatch: true },
  { table: 'consents', column: 'customer_id', to: 'customers', what: 'consents', hasBatch: true },
  { table: 'surveys', column: 'customer_id', to: 'customers', what: 'surveys', hasBatch: true },
  { table: 'campaign_members', column: 'customer_id', to: 'customers', what: 'campaigns', hasBatch: true },
  { table: 'customer_flags', column: 'customer_id', to: 'customers', what: 'flags' },
  { table: 'segment_members', column: 'customer_id', to: 'customers', what: 'segments' },
  { table: 'customers', column: 'merged_into_id', to: 'customers', what: 'merges', hasBatch: true },
  { table: 'merges', column: 'kept_id', to: 'customers', what: 'merges', unless: 'child.undone_at IS NOT NULL' },
  { table: 'merges', column: 'merged_id', to: 'customers', what: 'merges', unless: 'child.undone_at IS NOT NULL' },
  { table: 'distinct_pairs', column: 'low_id', to: 'customers', what: 'pairs' },
  { table: 'distinct_pairs', column: 'high_id', to: 'customers', what: 'pairs' },
  { table: 'accuracy_checks', column: 'customer_id', to: 'customers', what: 'checks' },
  { table: 'order_lines', column: 'order_id', to: 'orders', what: 'orders', hasBatch: true },
  { table: 'complaints', column: 'order_id', to: 'orders', what: 'complaints', hasBatch: true },
  { table: 'campaign_members', column: 'converted_order_id', to: 'orders', what: 'campaigns', hasBatch: true },
  { table: 'campaign_members', column: 'campaign_id', to: 'campaigns', what: 'campaigns', hasBatch: true },
  { table: 'orders', column: 'campaign_id', to: 'campaigns', what: 'orders', hasBatch: true },
  { table: 'customers', column: 'acquisition_campaign_id', to: 'campaigns', what: 'customers', hasBatch: true }
]

/** Throws, saying what it is, when something later builds on what the import did. */
export function refuseBlockedUndo(db: Database.Database, batchId: number, made: readonly BatchTable[]): void {
  const later = db
    .prepare<[number, number, number], { file: string }>(
      `SELECT b.file_name AS file FROM import_before later JOIN import_batches b ON b.id = later.batch_id
       WHERE later.batch_id > ? AND b.undone_at IS NULL AND (
         EXISTS (SELECT 1 FROM import_before mine WHERE mine.batch_id = ? AND mine.table_name = later.table_name AND mine.row_id = later.row_id)
         OR CAST(later.before ->> 'batch_id' AS INTEGER) = ?) LIMIT 1`
    )
    .get(batchId, batchId, batchId)
  if (later) throw new CauceError('undo-import-later', { file: later.file })
  const names = new Set(made.map(({ name }) => name))
  for (const { table, column, to, what, hasBatch, unless } of REFERENCES) {
    if (!names.has(to)) continue
    const rowId = BATCH_TABLES.find(({ name }) => name === table)?.rowId ?? 'id'
    // What the import itself pointed at them is put back.
    const own = `${rowId.replaceAll(/[a-z_]*id/g, (column) => `child.${column}`)} NOT IN (SELECT row_id FROM import_before WHERE batch_id = parent.batch_id AND table_name = '${table}')`
    const others = [...(hasBatch ? ['child.batch_id IS NOT parent.batch_id', own] : []), ...(unless ? [`NOT (${unless})`] : [])]
    const count = db
      .prepare<[number], number>(
        `SELECT count(*) FROM ${table} child JOIN ${to} parent ON parent.id = child.${column} WHERE ${['parent.batch_id = ?', ...others].join(' AND ')}`
      )
      .pluck()
      .get(batchId)
    if (count) throw new CauceError('undo-import-used', { what, count })
  }
}

/** What a person wrote in a row an import had changed, in columns the import had left alone: it stays when the import is undone. */
export interface KeptEdit {
  table: string
  id: number
  values: Row
}

/**
 * Edits made after the import to rows it made or changed. Those in columns it had not changed are handed back; any other builds on
 * the import, and the undo is refused.
 */
export function findLaterEdits(db: Database.Database, batchId: number, at: string): KeptEdit[] {
  const tables = new Map(BATCH_TABLES.filter(({ key }) => key[0] === 'id').map((table) => [table.name, table]))
  const change = db.prepare<[number], { id: number }>('SELECT id FROM changes WHERE batch_id = ?').get(batchId)
  const later = db
    .prepare<[number, string], string>('SELECT rows FROM changes WHERE id > ? AND at >= ? AND undone = 0 AND rows IS NOT NULL ORDER BY id')
    .pluck()
    .all(change?.id ?? 0, at)
  const before = db
    .prepare<[number, string, number], string>('SELECT before FROM import_before WHERE batch_id = ? AND table_name = ? AND row_id = ?')
    .pluck()
  const kept = new Map<string, KeptEdit>()
  let blocked = 0
  for (const { table, key, before: was } of later.flatMap((rows) => JSON.parse(rows) as RowChange[])) {
    const id = key['id']
    if (!tables.has(table) || typeof id !== 'number') continue
    const maker = db.prepare<[number], { batch_id: number | null }>(`SELECT batch_id FROM ${table} WHERE id = ?`).get(id)
    const own = before.get(batchId, table, id)
    // Made here and deleted since: the log of that names the import.
    const wasMade = maker?.batch_id === batchId || was?.['batch_id'] === batchId
    if (own === undefined && !wasMade) continue
    const original = own === undefined ? {} : (JSON.parse(own) as Row)
    const columns = Object.keys(was ?? {})
    const isFree =
      own !== undefined &&
      maker !== undefined &&
      was !== null &&
      columns.every((column) => DERIVED.has(column) || was[column] === original[column])
    if (!isFree) {
      blocked++
      continue
    }
    const edit = kept.get(`${table} ${String(id)}`) ?? { table, id, values: {} }
    const current = db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id) ?? {}
    for (const column of columns) edit.values[column] = current[column] ?? null
    kept.set(`${table} ${String(id)}`, edit)
  }
  if (blocked > 0) throw new CauceError('undo-import-edited', { count: blocked })
  return [...kept.values()]
}

/** Follow from the others: every edit changes them. */
const DERIVED: ReadonlySet<string> = new Set(['search_key', 'updated_at'])
