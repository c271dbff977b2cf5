import { closeSync, openSync, readSync } from 'node:fs'
import { isUtf8 } from 'node:buffer'
import { DELIMITERS, type Dialect } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { findDateOrders } from '../values/date.ts'
import { createDecoder, type Encoding } from './decode.ts'
import { MAX_COLUMNS, RecordSplitter } from './split.ts'

const SAMPLE_BYTES = 256 * 1024
/** Up to this size the whole file is looked at before it is called UTF-8; an accent may come late. */
const FULL_CHECK_BYTES = 512 * 1024 * 1024
/** First bytes of files that are no text: ZIP (a workbook), PDF, PNG, JPEG, GIF, gzip, old Office, SQLite. */
const MAGIC = ['504b0304', '25504446', '89504e47', 'ffd8ff', '47494638', '1f8b', 'd0cf11e0', '53514c69']
/** A first record longer than this is not counted to its end. */
const COUNTED_BYTES = 256 * 1024 * 1024
const HEADER_SEARCH_ROWS = 30

/** The first bytes of a file. */
export function readSample(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(SAMPLE_BYTES)
    return buffer.subarray(0, readSync(file, buffer, 0, SAMPLE_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

/** Byte order mark, else the pattern of zero bytes UTF-16 leaves in Western text, else UTF-8 if all of it is valid, else windows-1252. Throws `import-encoding-mixed`. */
export function detectEncoding(path: string, sample: Buffer): Encoding {
  return tellEncoding(sample, () => isValidUtf8(path))
}

/** The same of bytes in memory, all of them. */
export const detectBytesEncoding = (bytes: Buffer): Encoding => tellEncoding(bytes.subarray(0, SAMPLE_BYTES), () => isUtf8(bytes))

function tellEncoding(sample: Buffer, isValid: () => boolean): Encoding {
  const start = sample.toString('hex', 0, 4)
  if (start.startsWith('fffe')) return 'utf-16le'
  if (start.startsWith('feff')) return 'utf-16be'
  if (start.startsWith('efbbbf')) return 'utf-8'
  if (MAGIC.some((magic) => start.startsWith(magic))) throw new CauceError('import-binary')
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 5 && even < odd / 10) return 'utf-16le'
  if (even > sample.length / 5 && odd < even / 10) return 'utf-16be'
  if (isValid()) return 'utf-8'
  // No text has bytes that are nothing in any encoding and zeros between them.
  if (mixesEncodings(sample)) throw new CauceError(even + odd > 0 ? 'import-binary' : 'import-encoding-mixed')
  return 'windows-1252'
}

/** A letter of Western Europe or a sign like `€` in UTF-8: bytes that hardly ever stand together in windows-1252. */
const UTF8_CHARACTER = /[\u00c2\u00c3][\u0080-\u00bf]|\u00e2[\u0080-\u00bf]{2}/

/**
 * Whether bytes that are not valid UTF-8 hold characters in UTF-8 all the same: two files glued together, or text converted
 * twice in places. Read as windows-1252, `José` would come in as `JosÃ©`. Whoever knows better chooses the encoding.
 */
function mixesEncodings(sample: Buffer): boolean {
  return UTF8_CHARACTER.test(sample.toString('latin1'))
}

function isValidUtf8(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(1024 * 1024)
    let open = 0
    for (let total = 0; total < FULL_CHECK_BYTES;) {
      const read = readSync(file, buffer, open, buffer.length - open, null)
      const filled = open + read
      if (read === 0) return open === 0
      // A character may be cut by the border: its bytes go to the front and wait.
      let end = filled
      while (end > filled - 3 && end > 0 && ((buffer[end - 1] ?? 0) & 0xc0) === 0x80) end--
      if (end > 0 && (buffer[end - 1] ?? 0) >= 0xc0) end--
      else end = filled
      if (!isUtf8(buffer.subarray(0, end))) {
        // The character before the border was whole after all.
        if (!isUtf8(buffer.subarray(0, filled))) return false
        end = filled
      }
      buffer.copy(buffer, 0, end, filled)
      open = filled - end
      total += read
    }
    return true
  } finally {
    closeSync(file)
  }
}

/** The records of a sample, without the last one if it may be cut. */
function splitSample(text: string, delimiter: string, whole: boolean): string[][] {
  const records: string[][] = []
  new RecordSplitter(delimiter, (cells) => {
    records.push([...cells])
    return records.length < 200
  }).push(text, whole)
  return records
}

/** `sep=;` in the first line says it; else the delimiter that cuts most lines into the same number of cells, two or more. */
export function detectDelimiter(text: string, whole: boolean): Dialect['delimiter'] {
  const said = /^"?sep=(?<delimiter>.)"?\s*(?:\r|\n|$)/i.exec(text)?.groups?.['delimiter']
  const known = DELIMITERS.find((delimiter) => delimiter === said)
  if (known) return known
  const scores = DELIMITERS.map((delimiter) => {
    try {
      const counts = splitSample(text, delimiter, whole)
        .filter((cells) => cells.length > 1 || cells[0] !== '')
        .map((cells) => cells.length)
      const tally = new Map<number, number>()
      for (const count of counts) if (count > 1) tally.set(count, (tally.get(count) ?? 0) + 1)
      const [columns, times] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0]
      return { delimiter, columns, share: counts.length === 0 ? 0 : times / counts.length }
    } catch (error) {
      // Better than finding nothing: then the refusal says how many columns there are.
      if (error instanceof CauceError) return { delimiter, columns: 1, share: error.code === 'import-too-many-columns' ? 0.01 : 0 }
      throw error
    }
  })
  // A share over nine tenths is as good as all: then the one that finds more columns.
  if (scores.every(({ columns, share }) => columns === 1 && share === 0))
    return countDelimiters(text).reduce((a, b) => (b.count > a.count ? b : a)).delimiter
  const best = scores.sort((a, b) => Math.min(b.share, 0.9) - Math.min(a.share, 0.9) || b.columns - a.columns)[0]
  return best && best.share > 0 ? best.delimiter : ','
}

/** How often each delimiter stands in a text of which no record could be cut out. */
function countDelimiters(text: string): { delimiter: Dialect['delimiter']; count: number }[] {
  return DELIMITERS.map((delimiter) => ({ delimiter, count: text.split(delimiter).length }))
}

/**
 * Refuses a first record that goes on after the sample when it has more columns than can be read, and says how many: its
 * delimiters outside quotes are counted to the end of its line.
 */
export function refuseWideHeader(path: string, encoding: Encoding, delimiter: string): void {
  const decoder = createDecoder(encoding)
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(SAMPLE_BYTES)
    let columns = 1
    let isQuoted = false
    let isOpen = true
    for (let total = 0; isOpen && total < COUNTED_BYTES;) {
      const read = readSync(file, buffer, 0, buffer.length, null)
      total += read
      for (const character of decoder.decode(buffer.subarray(0, read), read === 0)) {
        if (character === '"') isQuoted = !isQuoted
        else if (isQuoted) continue
        else if (character === delimiter) columns++
        else if (character === '\n' || character === '\r') isOpen = false
        if (!isOpen) break
      }
      if (read === 0) break
    }
    if (columns > MAX_COLUMNS) throw new CauceError('import-too-many-columns', { columns, limit: MAX_COLUMNS })
  } finally {
    closeSync(file)
  }
}

const NUMBER_LIKE = /^[-+(]?[€$£]?\s*\d[\d.,\s'’]*\s*[€$£%)]?$/u

function isDataLike(cell: string): boolean {
  return NUMBER_LIKE.test(cell) || cell.includes('@') || findDateOrders(cell).length > 0 || /^\d{4}-\d{2}-\d{2}/.test(cell)
}

/**
 * The first record that can be a header: as wide as the table (or nearly), its cells words and not figures, dates or
 * addresses. Some exports put a title or notes before it. Null when there is none.
 */
export function detectHeaderRow(
  text: string,
  delimiter: string,
  whole: boolean,
  isKnown: (headers: readonly string[]) => boolean
): number | null {
  const records = splitSample(text, delimiter, whole)
  const widths = records.map((cells) => cells.length)
  const width =
    [...new Set(widths)].sort(
      (a, b) => widths.filter((each) => each === b).length - widths.filter((each) => each === a).length || b - a
    )[0] ?? 1
  for (const [index, cells] of records.slice(0, HEADER_SEARCH_ROWS).entries()) {
    if (/^sep=.$/i.test(cells.join(delimiter))) continue
    const filled = cells.filter((cell) => cell.trim() !== '')
    if (filled.length === 0) continue
    if (isKnown(cells)) return index
    if (cells.length < width && width > 1) continue
    if (filled.length * 2 <= width && width > 2) continue
    if (filled.some((cell) => isDataLike(cell.trim()))) continue
    return index
  }
  return null
}

/** The sample as text. A cut character at its end is left out. */
export function decodeSample(sample: Buffer, encoding: Encoding, whole: boolean): string {
  return createDecoder(encoding).decode(sample, whole)
}
