/** How a column's values are written. `text` and `code` (identifiers, telephones) came from people or files and may look like a formula; the others are ours. */
export type CsvType = 'text' | 'code' | 'number' | 'date'
export interface CsvColumn<Row> {
  readonly title: string
  readonly type: CsvType
  readonly read: (row: Row) => string | number | null
}

/** The shapes a file of ours may have. */
export interface CsvDialect {
  /** The mark at the start by which spreadsheets see UTF-8. */
  readonly hasMark: boolean
  readonly delimiter: ',' | ';'
  readonly decimal: '.' | ','
  /** Whether texts that a spreadsheet would run are marked; false: an exact copy, for machines. */
  readonly isGuarded: boolean
}
export const PLAIN_CSV: CsvDialect = { hasMark: true, delimiter: ',', decimal: '.', isGuarded: true }

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
export function writeCell(value: string | number | null, type: CsvType, dialect: CsvDialect = PLAIN_CSV): string {
  if (value === null) return ''
  const text = type === 'number' && dialect.decimal === ',' ? String(value).replace('.', ',') : String(value)
  const safe = dialect.isGuarded && NEEDS_MARK[type]?.test(text) ? `'${text}` : text
  const isBare = !/[",\r\n\0]/.test(safe) && safe === safe.trim() && !safe.includes(dialect.delimiter)
  // A decimal comma parts nothing where semicolons do.
  return isBare || (type === 'number' && dialect.delimiter === ';') ? safe : `"${safe.replaceAll('"', '""')}"`
}

/** The first line, ended by CR LF. */
export function writeCsvHeader<Row>(columns: readonly CsvColumn<Row>[], dialect: CsvDialect = PLAIN_CSV): string {
  const titles = columns.map(({ title }) => writeCell(title, 'text', dialect))
  return `${dialect.hasMark ? '\ufeff' : ''}${titles.join(dialect.delimiter)}\r\n`
}

/** One row, ended by CR LF. */
export function writeCsvRow<Row>(columns: readonly CsvColumn<Row>[], row: Row, dialect: CsvDialect = PLAIN_CSV): string {
  return `${columns.map(({ read, type }) => writeCell(read(row), type, dialect)).join(dialect.delimiter)}\r\n`
}
