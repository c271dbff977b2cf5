import type Database from 'better-sqlite3'

export type CellValue = string | number | null

/** `columns`: those bound row by row. `bound`: their values, in an array that is used again for every statement of the kind. */
interface PreparedInsert {
  statement: Database.Statement<[CellValue[], Record<string, CellValue>]>
  columns: number[]
  bound: CellValue[]
}

/** Takes rows value by value: an array per row would be a million arrays. */
export interface RowSink {
  /** The next value of the row that is being given; after the last, `endRow`. */
  put: (value: CellValue) => void
  endRow: () => void
  /** Passes on what waits. */
  flush: () => void
}

export interface RowWriterOptions {
  /** Rows per statement. */
  rows?: number
  /** Columns that hold one number in every row. */
  fixed?: Record<string, number>
  /** The first column is `id`, ids only go up, and nobody else adds rows meanwhile. */
  ascending?: boolean
}

/** Columns that can be bound once for all rows of a statement; more would be a statement for each mix of many. */
const MAX_SHARED = 12

/**
 * Inserts rows of one table, several per statement. Handing values over is two thirds of an insert's time, so as few as
 * possible are: a text column that holds the same in all rows of a statement (dates, states and channels come in runs) is
 * bound once, and an id that SQLite would give by itself (the next one) is not bound at all. 20 rows: beyond that nothing
 * more is gained.
 */
export class RowWriter implements RowSink {
  readonly #db: Database.Database
  readonly #table: string
  readonly #columns: readonly string[]
  readonly #fixed: Record<string, number>
  readonly width: number
  readonly #rows: number
  readonly #ascending: boolean
  readonly #one: Database.Statement<[CellValue[]]>
  readonly #values: CellValue[] = []
  #filled = 0
  /** Statements by what is left out of them: one bit per column, from the lowest. */
  readonly #inserts: (PreparedInsert | undefined)[] = []
  readonly #shared: Record<string, CellValue> = {}
  /** Highest id of the table; -1 when not known for sure. */
  #lastId = -1

  constructor(
    db: Database.Database,
    table: string,
    columns: readonly string[],
    { rows = 20, fixed = {}, ascending = false }: RowWriterOptions = {}
  ) {
    this.#db = db
    this.#table = table
    this.#columns = columns
    this.#fixed = fixed
    this.width = columns.length
    this.#rows = rows
    this.#ascending = ascending
    this.#one = db.prepare<[CellValue[]]>(this.#buildSql(1, 0))
  }

  put(value: CellValue): void {
    this.#values[this.#filled++] = value
  }

  /** Ends the row; writes when enough wait. */
  endRow(): void {
    if (this.#filled < this.#rows * this.width) return
    if (this.#rows === 1) this.#one.run(this.#values)
    else this.#writeAll()
    this.#filled = 0
  }

  /** One row, as many values as there are columns. */
  add(...values: CellValue[]): void {
    for (const value of values) this.put(value)
    this.endRow()
  }

  /** Writes what waits. */
  flush(): void {
    for (let at = 0; at < this.#filled; at += this.width) this.#one.run(this.#values.slice(at, at + this.width))
    if (this.#filled > 0) this.#lastId = -1
    this.#filled = 0
  }

  #writeAll(): void {
    const left = this.#findShared()
    const { statement, columns, bound } = (this.#inserts[left] ??= this.#prepareInsert(left))
    const values = this.#values
    let at = 0
    for (let row = 0; row < this.#filled; row += this.width) for (const column of columns) bound[at++] = values[row + column] ?? null
    statement.run(bound, this.#shared)
  }

  #prepareInsert(left: number): PreparedInsert {
    const columns = this.#columns.map((_, column) => column).filter((column) => ((left >> column) & 1) === 0)
    return { statement: this.#db.prepare(this.#buildSql(this.#rows, left)), columns, bound: [] }
  }

  /** Bits of the columns that are not bound row by row in what waits. Numbers are: they seldom repeat and are cheap to bind. */
  #findShared(): number {
    const values = this.#values
    const width = this.width
    let left = this.#followsOn() ? 1 : 0
    for (let column = 0; column < width && column < MAX_SHARED; column++) {
      const value = values[column]
      if (typeof value === 'number') continue
      let at = column + width
      while (at < this.#filled && values[at] === value) at += width
      if (at < this.#filled) continue
      left |= 1 << column
      this.#shared[this.#columns[column] ?? ''] = value ?? null
    }
    return left
  }

  /** Whether the waiting ids are the ones SQLite would give. */
  #followsOn(): boolean {
    if (!this.#ascending) return false
    const before = this.#lastId
    const last = Number(this.#values[this.#filled - this.width])
    this.#lastId = last
    return before >= 0 && last === before + this.#rows
  }

  #buildSql(rows: number, left: number): string {
    const isLeft = (at: number): boolean => ((left >> at) & 1) === 1
    const isGiven = (column: string, at: number): boolean => isLeft(at) && column === 'id'
    const names = this.#columns.filter((column, at) => !isGiven(column, at))
    const row = this.#columns.flatMap((column, at) => (isGiven(column, at) ? [] : isLeft(at) ? [`@${column}`] : ['?']))
    const all = `(${[...row, ...Object.values(this.#fixed).map(String)].join(',')})`
    return `INSERT INTO ${this.#table} (${[...names, ...Object.keys(this.#fixed)].join(',')}) VALUES ${Array.from({ length: rows }, () => all).join(',')}`
  }
}
