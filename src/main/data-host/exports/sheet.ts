import type { CsvColumn, CsvType } from '../reports/csv.ts'

/** One cell on its way into a file. */
export type SheetCell = string | number | null

/** A table on its way into a file: what stands over its columns, and its rows as they are read. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly type: CsvType }[]
  readonly rows: AsyncIterable<readonly SheetCell[]>
}

export function makeSheet<Row>(name: string, columns: readonly CsvColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Sheet {
  async function* readRows(): AsyncGenerator<readonly SheetCell[]> {
    for await (const row of rows) yield columns.map(({ read }) => read(row))
  }
  return { name, columns: columns.map(({ title, type }) => ({ title, type })), rows: readRows() }
}
