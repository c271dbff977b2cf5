import { isAscii } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'
import type { Dialect } from '../../../../shared/contract/imports.ts'
import { toFileError } from '../../../files/file-errors.ts'
import { createDecoder } from './decode.ts'
import { type OnRecord, RecordSplitter } from './split.ts'

const PIECE_BYTES = 256 * 1024
const LF = 10

export interface ReadOptions {
  /** Is told how many bytes were read so far, after each piece; it may throw to stop. */
  onPiece?: (bytes: number) => void
  /** Is given each piece of the file as it was read, in memory that is used again. */
  onBytes?: (bytes: Uint8Array) => void
  /** Columns nobody looks at, as `RecordSplitter` takes them; may be filled while reading (after the header). */
  skip?: readonly boolean[]
}

/**
 * Reads every record of a file in bounded memory: one piece of the file and one record at a time. Synchronous on purpose:
 * it runs in a worker, where the splitter, the checks and SQLite take turns without a queue between them. A piece ends
 * with its last line, so that (line ends inside quotes aside) no record is put together from two pieces.
 */
export function readRecords(
  path: string,
  { encoding, delimiter }: Pick<Dialect, 'encoding' | 'delimiter'>,
  onRecord: OnRecord,
  { onPiece = () => undefined, onBytes = () => undefined, skip = [] }: ReadOptions = {}
): void {
  const decoder = createDecoder(encoding)
  const splitter = new RecordSplitter(delimiter, onRecord, skip)
  const buffer = Buffer.allocUnsafe(PIECE_BYTES)
  const file = openFile(path)
  try {
    let total = 0
    let kept = 0
    for (;;) {
      const read = readSync(file, buffer, kept, PIECE_BYTES - kept, null)
      total += read
      onBytes(buffer.subarray(kept, kept + read))
      const filled = kept + read
      const lines = read === 0 || encoding.startsWith('utf-16') ? 0 : buffer.subarray(0, filled).lastIndexOf(LF) + 1
      const end = lines === 0 ? filled : lines
      const bytes = buffer.subarray(0, end)
      splitter.push(decoder.decode(bytes, read === 0), read === 0, isAscii(bytes) ? bytes : null)
      buffer.copyWithin(0, end, filled)
      kept = filled - end
      onPiece(total)
      if (read === 0 || splitter.stopped) return
    }
  } finally {
    closeSync(file)
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (error) {
    throw toFileError(error)
  }
}
