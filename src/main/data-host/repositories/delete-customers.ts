import type Database from 'better-sqlite3'
import type { RowChange } from '../database/changes.ts'
import { trackRows, type Watched } from '../database/row-log.ts'

/** What belongs to a customer and goes with them. */
const CHILDREN = [
  'orders',
  'interactions',
  'complaints',
  'consents',
  'surveys',
  'campaign_members',
  'customer_flags',
  'accuracy_checks'
] as const

/**
 * Deletes customers with everything recorded about them, and those who were merged into them; returns the log. Call it inside a
 * transaction.
 */
export function deleteCustomerRows(db: Database.Database, asked: readonly number[]): { deleted: number; rows: RowChange[] } {
  const all = withMerged(db, asked)
  const list = JSON.stringify(all)
  const ids = (sql: string): number[] => db.prepare<[string], number>(sql).pluck().all(list)
  const orders = ids('SELECT id FROM orders WHERE customer_id IN (SELECT value FROM json_each(?))')
  const watched: Watched[] = [
    { table: 'customers', where: { id: all } },
    { table: 'order_lines', where: { order_id: orders } },
    ...CHILDREN.map((table) => ({ table, where: { customer_id: all } })),
    { table: 'distinct_pairs', where: { low_id: all } },
    { table: 'distinct_pairs', where: { high_id: all } },
    { table: 'merges', where: { kept_id: all } },
    ...findLists(db, list),
    // Somebody else's records that speak of these orders stay, and speak of none.
    ...findPointers(db, orders)
  ]
  const { result, rows } = trackRows(db, watched, () => {
    db.pragma('defer_foreign_keys = ON')
    const run = (sql: string): number => db.prepare(sql).run(list).changes
    for (const table of CHILDREN) if (table !== 'orders') run(`DELETE FROM ${table} WHERE customer_id IN (SELECT value FROM json_each(?))`)
    for (const table of ['complaints.order_id', 'campaign_members.converted_order_id']) {
      const [name, column] = table.split('.')
      db.prepare(`UPDATE ${name} SET ${column} = NULL WHERE ${column} IN (SELECT value FROM json_each(?))`).run(JSON.stringify(orders))
    }
    run('DELETE FROM orders WHERE customer_id IN (SELECT value FROM json_each(?))')
    run('DELETE FROM segment_members WHERE customer_id IN (SELECT value FROM json_each(?))')
    run('DELETE FROM merges WHERE kept_id IN (SELECT value FROM json_each(?))')
    return run('DELETE FROM customers WHERE id IN (SELECT value FROM json_each(?))')
  })
  // A pair of two who both go was watched from both sides.
  const once = new Map(rows.map((row) => [JSON.stringify([row.table, row.key]), row]))
  return { deleted: result, rows: [...once.values()] }
}

/** The customers and whoever was merged into them, however deep. */
function withMerged(db: Database.Database, asked: readonly number[]): number[] {
  return db
    .prepare<[string], number>(
      `WITH RECURSIVE gone(id) AS (
         SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(?))
         UNION SELECT c.id FROM customers c JOIN gone ON c.merged_into_id = gone.id)
       SELECT id FROM gone ORDER BY id`
    )
    .pluck()
    .all(JSON.stringify(asked))
}

/** The lists that name one of them; a list is logged whole. */
function findLists(db: Database.Database, list: string): Watched[] {
  return db
    .prepare<[string], { segment_id: string; as_of: string }>(
      'SELECT DISTINCT segment_id, as_of FROM segment_members WHERE customer_id IN (SELECT value FROM json_each(?))'
    )
    .all(list)
    .map((where) => ({ table: 'segment_members', where: { ...where } }))
}

/** Records of others that name one of these orders. */
function findPointers(db: Database.Database, orders: readonly number[]): Watched[] {
  const list = JSON.stringify(orders)
  const complaints = db
    .prepare<[string], number>('SELECT id FROM complaints WHERE order_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(list)
  const members = db
    .prepare<[string], { campaign_id: number; customer_id: number }>(
      'SELECT campaign_id, customer_id FROM campaign_members WHERE converted_order_id IN (SELECT value FROM json_each(?))'
    )
    .all(list)
  return [
    { table: 'complaints', where: { id: complaints } },
    ...members.map((where) => ({ table: 'campaign_members', where: { ...where } }))
  ]
}
