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
  readonly #values: CellValue[] = []
  #filled = 0

  /** `first` is written before this table: its rows are what this table's rows point at. `fixed`: columns that hold one number in every row. */
  constructor(db: Database.Database, table: string, columns: readonly string[], { rows = 10, first = null, fixed = {} }: { rows?: number; first?: RowWriter | null; fixed?: Record<string, number> } = {}) {
    const row = `(${[...columns.map(() => '?'), ...Object.values(fixed).map(String)].join(',')})`
    const head = `INSERT INTO ${table} (${[...columns, ...Object.keys(fixed)].join(',')}) VALUES `
    this.#width = columns.length
    this.#one = db.prepare<[CellValue[]]>(head + row)
    this.#many = db.prepare<[CellValue[]]>(head + Array.from({ length: rows }, () => row).join(','))
    this.#full = rows * columns.length
    this.#first = first
  }

  /** The next value of the row that is being written; after the last, `endRow`. Value by value: an array per row would be a million arrays. */
  put(value: CellValue): void {
    this.#values[this.#filled++] = value
  }

  /** Ends the row; writes when enough wait. */
  endRow(): void {
    if (this.#filled < this.#full) return
    this.#first?.flush()
    this.#many.run(this.#values)
    this.#filled = 0
  }

  /** One row, as many values as there are columns. */
  add(...values: CellValue[]): void {
    for (const value of values) this.put(value)
    this.endRow()
  }

  /** Writes what waits. */
  flush(): void {
    this.#first?.flush()
    for (let at = 0; at < this.#filled; at += this.#width) this.#one.run(this.#values.slice(at, at + this.#width))
    this.#filled = 0
  }
}
