import type Database from 'better-sqlite3'
import { findColumn } from '../../../shared/contract/customer-columns.ts'
import { runSteps, startPace } from '../pause.ts'
import { readRecordValues } from './record-values.ts'
import { sortPositions } from './sort-positions.ts'

/** Positions by one column, ascending; from `filled` on stand those who have nothing in it. */
export interface Order {
  readonly positions: Int32Array
  readonly filled: number
}

/** The customers `ids` (they ascend) by a field of their record, as positions among them; by name when the field is gone. */
export async function orderByRecord(db: Database.Database, ids: Int32Array, by: string): Promise<Order> {
  const column = by === 'name' ? null : findColumn(by)
  return column ? runSteps(sortPositions(await readRecordValues(db, ids, column))) : orderByName(db, ids)
}

/** Rows of the index of names read at once. */
const SLICE = 4000

/** By name; those known by a number alone come first, 9 before 10. */
async function orderByName(db: Database.Database, ids: Int32Array): Promise<Order> {
  const positions = new Int32Array(ids.length)
  const isUnnamed = new Uint8Array(ids.length)
  let filled = 0
  const unnamed = db.prepare<[], number>("SELECT id FROM customers WHERE name = '' ORDER BY length(external_id), external_id, id").pluck()
  for (const id of unnamed.iterate()) {
    const i = findPosition(ids, id)
    if (i < 0) continue
    isUnnamed[i] = 1
    positions[filled++] = i
  }
  const slice = db
    .prepare<[string, number, number], [number, string]>(
      'SELECT id, search_key FROM customers WHERE (search_key, id) > (?, ?) ORDER BY search_key, id LIMIT ?'
    )
    .raw()
  const pace = startPace()
  for (let last: [number, string] = [-1, '']; ;) {
    if (!db.open) break
    const rows = slice.all(last[1], last[0], SLICE)
    for (const [id] of rows) {
      const i = findPosition(ids, id)
      if (i >= 0 && isUnnamed[i] === 0) positions[filled++] = i
    }
    last = rows.at(-1) ?? last
    if (rows.length < SLICE) break
    await pace()
  }
  return { positions: positions.slice(0, filled), filled }
}

/** Where `id` stands among `ids`, which ascend; -1: nowhere. */
function findPosition(ids: Int32Array, id: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? low : -1
}
