import { CauceError } from '../../../shared/domain/errors.ts'
import { createDecoder } from '../imports/reading/decode.ts'
import { detectBytesEncoding, detectDelimiter } from '../imports/reading/detect.ts'
import { isBlank, RecordSplitter } from '../imports/reading/split.ts'
import { refuseTooLarge } from './limits.ts'

/** A record with the line it begins at. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly line: number
}

const MOST_ROWS = 100_000
const SAMPLE_CHARACTERS = 256 * 1024

/**
 * The records of a table as text or bytes, as the import of data reads them: any of its encodings and delimiters, quotes,
 * line ends. Blank ones are left out. Throws `diagram-too-large` and the codes of a damaged table (`import-…`).
 */
export function readTable(input: string | Uint8Array): TableRow[] {
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decodeTable(Buffer.from(input))
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  const rows: TableRow[] = []
  new RecordSplitter(detectDelimiter(sample, sample.length === text.length), (cells, line) => {
    if (isBlank(cells) || /^sep=.$/i.test(cells.join(''))) return true
    if (rows.length >= MOST_ROWS) throw refuseTooLarge()
    rows.push({ cells: cells.map((cell) => cell.trim()), line })
    return true
  }).push(text, true)
  if (rows.length === 0) throw new CauceError('diagram-empty')
  return rows
}

const decodeTable = (bytes: Buffer): string => createDecoder(detectBytesEncoding(bytes)).decode(bytes, true)
