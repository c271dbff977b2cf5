import { closeSync, openSync, readSync } from 'node:fs'
import type { Dialect } from '../../../../shared/contract/imports.ts'
import { toFileError } from '../../../files/file-errors.ts'
import { createDecoder } from './decode.ts'
import { type OnRecord, RecordSplitter } from './split.ts'

const PIECE_BYTES = 256 * 1024

/**
 * Reads every record of a file in bounded memory: one piece of the file and one record at a time. Synchronous on purpose:
 * it runs in a worker, where the splitter, the checks and SQLite take turns without a queue between them.
 * `onPiece` is told how many bytes were read so far, after each piece; it may throw to stop.
 */
export function readRecords(path: string, { encoding, delimiter }: Pick<Dialect, 'encoding' | 'delimiter'>, onRecord: OnRecord, onPiece: (bytes: number) => void = () => undefined): void {
  const decoder = createDecoder(encoding)
  const splitter = new RecordSplitter(delimiter, onRecord)
  const buffer = Buffer.allocUnsafe(PIECE_BYTES)
  const file = openFile(path)
  try {
    let total = 0
    for (;;) {
      const read = readSync(file, buffer, 0, PIECE_BYTES, null)
      total += read
      splitter.push(decoder.decode(buffer.subarray(0, read), read === 0), read === 0)
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
