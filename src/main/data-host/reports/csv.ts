/** How a column's values are written. `text` and `code` (identifiers, telephones) came from people or files and may look like a formula; the others are ours. */
export type CsvType = 'text' | 'code' | 'number' | 'date'
export interface CsvColumn<Row> {
  readonly title: string
  readonly type: CsvType
  readonly read: (row: Row) => string | number | null
}

/** What must not stand bare: what a spreadsheet takes for the start of a formula, full-width forms included, and what reads as the mark against it. */
const NEEDS_MARK: Readonly<Partial<Record<CsvType, RegExp>>> = {
  text: /^'*[=+\-@\t\r\n\0＝＋－＠]/u,
  code: /^(?:'*[=+\-@\t\r\n\0＝＋－＠]|'+\d)/u
}

/**
 * One cell (RFC 4180). A text that a spreadsheet would run gets an apostrophe before it, by the column's type and not
 * by its look: numbers we write stay numbers. A text that already starts with what reads as such a mark gets one more, so that
 * reading takes away exactly what writing put there.
 */
export function writeCell(value: string | number | null, type: CsvType): string {
  if (value === null) return ''
  const text = String(value)
  const safe = NEEDS_MARK[type]?.test(text) ? `'${text}` : text
  return /[",\r\n\0]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The first line, ended by CR LF; the mark at the start lets spreadsheets see UTF-8. */
export function writeCsvHeader<Row>(columns: readonly CsvColumn<Row>[]): string {
  return `\ufeff${columns.map(({ title }) => writeCell(title, 'text')).join(',')}\r\n`
}

/** One row, ended by CR LF. */
export function writeCsvRow<Row>(columns: readonly CsvColumn<Row>[], row: Row): string {
  return `${columns.map(({ read, type }) => writeCell(read(row), type)).join(',')}\r\n`
}
