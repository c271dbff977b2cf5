import type Database from 'better-sqlite3'
import { RfmOptions } from '../../../shared/contract/value-tables.ts'

export const RFM_OPTIONS_KEY = 'rfm-options'

/** How customers are scored; what is not stored, or not valid any more, falls back to the defaults. */
export function readRfmOptions(db: Database.Database): RfmOptions {
  const stored = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(RFM_OPTIONS_KEY)
  const checked = RfmOptions.safeParse(stored === undefined ? {} : JSON.parse(stored))
  return checked.success ? checked.data : RfmOptions.parse({})
}

export function writeRfmOptions(db: Database.Database, options: RfmOptions): void {
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    RFM_OPTIONS_KEY,
    JSON.stringify(options)
  )
}
