import { NumberTable } from './number-table.ts'

/** Columns one number can mark; its sign is left alone. */
const BITS = 31

/** Which columns of each customer this file has given a value already. */
export class GivenColumns {
  readonly #tables: readonly NumberTable[]

  constructor(columns: number) {
    this.#tables = Array.from({ length: Math.ceil(columns / BITS) }, () => new NumberTable())
  }

  has(id: number, column: number): boolean {
    return (((this.#tables[Math.floor(column / BITS)]?.get(id) ?? 0) >> (column % BITS)) & 1) === 1
  }

  note(id: number, column: number): void {
    const table = this.#tables[Math.floor(column / BITS)]
    table?.set(id, table.get(id) | (1 << (column % BITS)))
  }
}
