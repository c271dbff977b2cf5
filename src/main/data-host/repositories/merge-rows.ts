import type Database from 'better-sqlite3'
import type { Row, RowChange } from '../database/changes.ts'
import { changeRow, trackRows } from '../database/row-log.ts'

/** Records that belong to one customer and are known by an id. */
const BY_ID = ['orders', 'interactions', 'complaints', 'consents', 'surveys'] as const
/** Where a customer stands at most once beside the rest of the key: whoever has both keeps their own. */
const ONCE = [
  { table: 'campaign_members', beside: ['campaign_id'] },
  { table: 'customer_flags', beside: ['kind'] },
  { table: 'segment_members', beside: ['segment_id', 'as_of'] }
] as const

/** A record by its table and the rest of its key. */
export interface MovedRow {
  readonly table: (typeof BY_ID)[number] | (typeof ONCE)[number]['table']
  readonly key: Row
}

/** What `fromId` has that can be given to `toId`: a list or campaign in which both stand is kept by each for themselves. */
export function listMoves(db: Database.Database, toId: number, fromId: number): MovedRow[] {
  const byId = BY_ID.flatMap((table) =>
    db
      .prepare<[number], number>(`SELECT id FROM ${table} WHERE customer_id = ? ORDER BY id`)
      .pluck()
      .all(fromId)
      .map((id): MovedRow => ({ table, key: { id } }))
  )
  const once = ONCE.flatMap(({ table, beside }) => {
    const same = beside.map((column) => `other.${column} = own.${column}`).join(' AND ')
    return db
      .prepare<[number, number], Row>(
        `SELECT ${beside.join(', ')} FROM ${table} own WHERE customer_id = ?
         AND NOT EXISTS (SELECT 1 FROM ${table} other WHERE other.customer_id = ? AND ${same})`
      )
      .all(fromId, toId)
      .map((key): MovedRow => ({ table, key }))
  })
  return [...byId, ...once]
}

/** Gives a record of one customer to another; nothing when it is gone, or somebody else's, or the other has its like by now. */
export function moveRow(db: Database.Database, { table, key }: MovedRow, fromId: number, toId: number): RowChange[] {
  if (isById(table)) {
    const owner = db.prepare(`SELECT customer_id FROM ${table} WHERE id = ?`).pluck().get(key['id'])
    return owner === fromId ? changeRow(db, table, key, { customer_id: toId }) : []
  }
  const condition = Object.keys(key)
    .map((column) => `${column} = ?`)
    .join(' AND ')
  const values = Object.values(key)
  const has = (id: number): boolean =>
    db.prepare(`SELECT 1 FROM ${table} WHERE customer_id = ? AND ${condition}`).get(id, ...values) !== undefined
  if (!has(fromId) || has(toId)) return []
  const watched =
    table === 'segment_members' ? [{ table, where: key }] : [fromId, toId].map((id) => ({ table, where: { ...key, customer_id: id } }))
  return trackRows(db, watched, () =>
    db.prepare(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ? AND ${condition}`).run(toId, fromId, ...values)
  ).rows
}

const isById = (table: MovedRow['table']): boolean => BY_ID.some((each) => each === table)
