import type Database from 'better-sqlite3'
import { readCode } from '../values/text.ts'
import type { RejectCode } from './reject-list.ts'

/** Finds the order a record names by its number. */
export class RecordOrders {
  readonly #byNumber: Database.Statement<[string], number>

  constructor(db: Database.Database) {
    this.#byNumber = db.prepare<[string], number>('SELECT id FROM orders WHERE external_id = ?').pluck()
  }

  /** Id of the order, null when none is named; or why the row can't be taken. */
  find(cell: string): number | null | RejectCode {
    const number = readCode(cell)
    if (number === '') return null
    return this.#byNumber.get(number) ?? 'order-unknown'
  }
}
