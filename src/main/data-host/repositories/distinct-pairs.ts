import type Database from 'better-sqlite3'
import type { RowChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'

/** Pairs of customers that a person said are two, the smaller id first. */
export function readDistinctPairs(db: Database.Database): [low: number, high: number][] {
  return db.prepare<[], [number, number]>('SELECT low_id, high_id FROM distinct_pairs ORDER BY low_id, high_id').raw().all()
}

/** Remembers that no two of these are one customer; the log of what is new. */
export function writeDistinctPairs(db: Database.Database, customerIds: readonly number[], now: Date): RowChange[] {
  const ids = [...new Set(customerIds)].sort((a, b) => a - b)
  const insert = db.prepare('INSERT OR IGNORE INTO distinct_pairs (low_id, high_id, at) VALUES (?, ?, ?)')
  return ids.flatMap((low, place) =>
    ids
      .slice(place + 1)
      .flatMap(
        (high) =>
          trackRows(db, [{ table: 'distinct_pairs', where: { low_id: low, high_id: high } }], () =>
            insert.run(low, high, now.toISOString())
          ).rows
      )
  )
}
