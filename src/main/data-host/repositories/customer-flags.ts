import type Database from 'better-sqlite3'
import type { CustomerFlag, FlagKind } from '../../../shared/contract/value-tables.ts'
import type { z } from 'zod'

export type StoredFlag = z.infer<typeof CustomerFlag> & { customerId: number }

/** Every flag a person set, by customer and kind. */
export function listFlags(db: Database.Database): StoredFlag[] {
  return db
    .prepare<[], StoredFlag>('SELECT customer_id AS customerId, kind, reason, at FROM customer_flags ORDER BY customer_id, kind')
    .all()
}

/** Sets a flag, or the reason of one that is set. */
export function writeFlag(db: Database.Database, customerId: number, kind: FlagKind, reason: string, now: Date): void {
  db.prepare(
    'INSERT INTO customer_flags (customer_id, kind, reason, at) VALUES (?, ?, ?, ?) ON CONFLICT (customer_id, kind) DO UPDATE SET reason = excluded.reason'
  ).run(customerId, kind, reason, now.toISOString())
}

export function deleteFlag(db: Database.Database, customerId: number, kind: FlagKind): void {
  db.prepare('DELETE FROM customer_flags WHERE customer_id = ? AND kind = ?').run(customerId, kind)
}
