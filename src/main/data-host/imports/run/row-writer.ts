import type Database from 'better-sqlite3'

export type CellValue = string | number | null

/**
 * Inserts rows of one table, several per statement: crossing into SQLite once per ten rows instead of once per row is the
 * largest single gain on an import (performance reference: 10 rows; 50 gain nothing more).
 */
export class RowWriter {
  readonly #width: number
  readonly #many: Database.Statement<[CellValue[]]>
  readonly #one: Database.Statement<[CellValue[]]>
  readonly #full: number
  readonly #first: RowWriter | null
  #values: CellValue[] = []

  /** `first` is written before this table: its rows are what this table's rows point at. */
  constructor(db: Database.Database, table: string, columns: readonly string[], { rows = 10, first = null }: { rows?: number; first?: RowWriter | null } = {}) {
    const row = `(${columns.map(() => '?').join(',')})`
    const head = `INSERT INTO ${table} (${columns.join(',')}) VALUES `
    this.#width = columns.length
    this.#one = db.prepare<[CellValue[]]>(head + row)
    this.#many = db.prepare<[CellValue[]]>(head + Array.from({ length: rows }, () => row).join(','))
    this.#full = rows * columns.length
    this.#first = first
  }

  /** One row, as many values as there are columns. */
  add(...values: CellValue[]): void {
    for (const value of values) this.#values.push(value)
    if (this.#values.length < this.#full) return
    this.#first?.flush()
    this.#many.run(this.#values)
    this.#values.length = 0
  }

  /** Writes what waits. */
  flush(): void {
    this.#first?.flush()
    for (let at = 0; at < this.#values.length; at += this.#width) this.#one.run(this.#values.slice(at, at + this.#width))
    this.#values.length = 0
  }
}
