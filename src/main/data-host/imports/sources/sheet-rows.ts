import { CauceError } from '../../../../shared/domain/errors.ts'
import { MAX_COLUMNS } from '../reading/split.ts'
import { formatCellNumber, formatSerial, readColumn, unescapeText } from './cell-values.ts'
import type { WorkbookIndex } from './workbook-index.ts'
import { readXml } from './xml.ts'

/** The most rows a sheet has in any program. */
const LAST_ROW = 1_048_576
const KEPT_SERIALS = 20_000

/** Gets one row with something in it; `row` counts from 1 as the program shows it. The array is used again. */
type OnRow = (cells: readonly string[], row: number) => void

type SheetIndex = Pick<WorkbookIndex, 'texts' | 'shapes' | 'counts1904'>

/**
 * Reads the rows of a sheet, piece by piece. Of a formula its last value is taken, an error is blank, a merged block has its
 * value in its first cell. Numbers are plain decimals, dates ISO.
 */
export async function readSheetRows(pieces: AsyncIterable<Uint8Array>, index: SheetIndex, onRow: OnRow): Promise<void> {
  const reader = new SheetReader(index, onRow)
  await readXml(pieces, {
    onOpen: (tag, attributes) => {
      reader.open(tag, attributes)
    },
    onClose: (tag) => {
      reader.close(tag)
    },
    onText: (text) => {
      reader.text(text)
    }
  })
}

class SheetReader {
  readonly #index: SheetIndex
  readonly #onRow: OnRow
  readonly #cells: string[] = []
  #row = 0
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #isValue = false
  #phonetic = 0
  readonly #serials = { date: new Map<string, string>(), time: new Map<string, string>() }

  constructor(index: SheetIndex, onRow: OnRow) {
    this.#index = index
    this.#onRow = onRow
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'c') this.#openCell(attributes)
    else if (tag === 'v' || tag === 't') this.#isValue = this.#phonetic === 0
    else if (tag === 'row') this.#openRow(attributes['r'])
    else if (tag === 'rPh') this.#phonetic++
  }

  #openRow(number: string | undefined): void {
    const row = number === undefined ? this.#row + 1 : Number(number)
    // Rows come in order; one that goes back or beyond the sheet is no row of a sheet.
    if (!Number.isInteger(row) || row <= this.#row || row > LAST_ROW) throw new CauceError('import-workbook-damaged')
    this.#row = row
    this.#column = -1
    this.#cells.length = 0
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const reference = attributes['r']
    const column = reference === undefined ? this.#column + 1 : readColumn(reference)
    if (column < 0) throw new CauceError('import-workbook-damaged')
    this.#column = column
    this.#type = attributes['t'] ?? 'n'
    this.#style = Number(attributes['s'] ?? -1)
    this.#value = ''
  }

  text(piece: string): void {
    if (this.#isValue) this.#value += piece
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.#isValue = false
    else if (tag === 'rPh') this.#phonetic--
    else if (tag === 'c') this.#closeCell()
    else if (tag === 'row' && this.#cells.length > 0) this.#onRow(this.#cells, this.#row)
  }

  #closeCell(): void {
    const value = this.#readValue()
    if (value === '') return
    if (this.#column >= MAX_COLUMNS) throw new CauceError('import-too-many-columns', { columns: this.#column + 1, limit: MAX_COLUMNS })
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = value
  }

  /** Days come again and again. */
  #readSerial(value: string, shape: 'date' | 'time', counts1904: boolean): string {
    const known = this.#serials[shape].get(value)
    if (known !== undefined) return known
    const read = formatSerial(value, shape, counts1904)
    if (this.#serials[shape].size < KEPT_SERIALS) this.#serials[shape].set(value, read)
    return read
  }

  #readValue(): string {
    const value = this.#value
    if (value === '') return ''
    const { texts, shapes, counts1904 } = this.#index
    switch (this.#type) {
      case 's':
        return texts[Number(value)] ?? ''
      case 'b':
        return value === '1' ? 'true' : 'false'
      case 'e':
        return ''
      case 'n': {
        const shape = shapes[this.#style] ?? 'number'
        return shape === 'number' ? formatCellNumber(value) : this.#readSerial(value, shape, counts1904)
      }
      default:
        return unescapeText(value)
    }
  }
}
