import type { SheetData } from 'write-excel-file/node'
import type { ExportFormat } from '../../../shared/contract/customer-table.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import { PLAIN_CSV, writeCell, type CsvDialect } from '../reports/csv.ts'
import type { Sheet, SheetCell } from './sheet.ts'

/** The shapes of a text file. Spanish Excel parts columns by semicolons and decimals by a comma. */
const DIALECTS: Readonly<Record<Exclude<ExportFormat, 'xlsx'>, CsvDialect>> = {
  'excel-es': { hasMark: true, delimiter: ';', decimal: ',', isGuarded: true },
  csv: PLAIN_CSV,
  exact: { hasMark: false, delimiter: ',', decimal: '.', isGuarded: false }
}
/** A workbook is made in memory: more rows than this would take the room of everything else. */
const MOST_XLSX_ROWS = 200_000

/** Writes the table, whole or not at all. Returns its rows. Throws `export-too-large`, and what `atomicWrite` throws. */
export async function writeSheet(path: string, format: ExportFormat, sheet: Sheet): Promise<number> {
  if (format === 'xlsx') return writeWorkbook(path, [sheet])
  const dialect = DIALECTS[format]
  let rows = 0
  async function* writeLines(): AsyncGenerator<string> {
    yield (dialect.hasMark ? '\ufeff' : '') + writeLine(sheet.columns.map(({ title }) => writeCell(title, 'text', dialect)))
    for await (const row of sheet.rows) {
      rows += 1
      yield writeLine(sheet.columns.map(({ type }, place) => writeCell(row[place] ?? null, type, dialect)))
    }
  }
  const writeLine = (cells: readonly string[]): string => `${cells.join(dialect.delimiter)}\r\n`
  await atomicWrite(path, writeLines())
  return rows
}

/** A workbook with a page for each table. */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<number> {
  let rows = 0
  const pages: { sheet: string; data: SheetData; stickyRowsCount: number; columns: { width: number }[] }[] = []
  for (const sheet of sheets) {
    const data: SheetData = [sheet.columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' }))]
    for await (const row of sheet.rows) {
      rows += 1
      if (rows > MOST_XLSX_ROWS) throw new CauceError('export-too-large', { rows, limit: MOST_XLSX_ROWS })
      data.push(sheet.columns.map(({ type }, place) => writeXlsxCell(row[place] ?? null, type)))
    }
    pages.push({ sheet: sheet.name, data, stickyRowsCount: 1, columns: sheet.columns.map(({ title }) => ({ width: widthOf(title) })) })
  }
  // At its first use: most never make a workbook.
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  await atomicWrite(path, await writeXlsxFile(pages, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer())
  return rows
}

const widthOf = (title: string): number => Math.max(12, Math.min(40, title.length + 4))

/** A cell of its column's type: texts are never formulas, whatever they begin with; dates are days of the calendar. */
function writeXlsxCell(value: SheetCell, type: Sheet['columns'][number]['type']): SheetData[number][number] {
  if (value === null || value === '') return null
  const number = type === 'number' ? Number(value) : Number.NaN
  if (Number.isFinite(number)) return { value: number, type: Number }
  const day = type === 'date' ? dayOfIsoDate(String(value).slice(0, 10)) : Number.NaN
  if (Number.isFinite(day)) return { value: new Date(day * DAY_MS), type: Date, format: 'yyyy-mm-dd' }
  return { value: writeXmlText(String(value)), type: String }
}
const DAY_MS = 86_400_000

/** Control characters can't stand in XML. */
const writeXmlText = (text: string): string =>
  text.replace(/[\p{Cc}]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ' ')).slice(0, LONGEST_CELL)
/** Excel's own limit. */
const LONGEST_CELL = 32_767
