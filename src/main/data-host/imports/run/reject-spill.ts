import type Database from 'better-sqlite3'
import { openScratch } from '../../database/scratch.ts'

/** A refused row as plain numbers: its number, the code's place, the column in the file (-1: the row as a whole), the row its sentence names. */
export interface RejectedRow {
  row: number
  code: number
  column: number
  other: number
}

const ROWS = 500
type Numbers = [row: number, code: number, column: number, other: number]

/** Refused rows in a temporary file, so that a file of ten million bad rows does not fill the memory. Gone when closed. */
export class RejectSpill {
  readonly #db = openScratch()
  readonly #insert: Database.Statement<Numbers>
  #open = 0

  constructor() {
    this.#db.exec('CREATE TABLE rejects (row INTEGER PRIMARY KEY, code INTEGER, "column" INTEGER, other INTEGER)')
    this.#insert = this.#db.prepare('INSERT OR IGNORE INTO rejects VALUES (?, ?, ?, ?)')
  }

  add({ row, code, column, other }: RejectedRow): void {
    if (this.#open === 0) this.#db.exec('BEGIN')
    this.#insert.run(row, code, column, other)
    this.#open = (this.#open + 1) % ROWS
    if (this.#open === 0) this.#db.exec('COMMIT')
  }

  /** All of them, in the order of the file. */
  *list(): Generator<RejectedRow> {
    if (this.#open !== 0) this.#db.exec('COMMIT')
    this.#open = 0
    yield* this.#db.prepare<[], RejectedRow>('SELECT row, code, "column", other FROM rejects ORDER BY row').iterate()
  }

  close(): void {
    this.#db.close()
  }
}
