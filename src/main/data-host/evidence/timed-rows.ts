import type { Window } from '../../../shared/contract/base.ts'
import { nextDay } from '../../../shared/domain/calendar-day.ts'
import type Database from 'better-sqlite3'

/** Bounds of a window for columns that hold a date or a date and a time: `from ≤ at < until`. */
export interface Bounds {
  readonly from: string
  readonly until: string
}

/** The window `(from, to]` of days as text bounds: the day after each of its ends. */
export function boundsOf(window: Window): Bounds {
  return { from: nextDay(window.from), until: nextDay(window.to) }
}

export type TimedTable = 'interactions' | 'complaints' | 'surveys' | 'consents' | 'campaigns' | 'campaign_members'

/** Whether the table holds anything that matches. `condition` is our own text, never a person's. */
export function hasRows(db: Database.Database, table: TimedTable, condition = '1'): boolean {
  return db.prepare(`SELECT 1 FROM ${table} WHERE ${condition} LIMIT 1`).get() !== undefined
}
