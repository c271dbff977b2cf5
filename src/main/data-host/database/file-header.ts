import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { CauceError } from '../../../shared/domain/errors.ts'
import { toFileError } from '../../files/file-errors.ts'
import { APPLICATION_ID } from './connection.ts'

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
export interface FileHeader {
  userVersion: number
  bytes: number
}

/**
 * Looks at a workspace file without SQLite, which would take an empty file for an empty database and could write to a
 * foreign one. Throws what is wrong with it; the file stays untouched.
 */
export function inspectFileHeader(path: string, newestVersion: number): FileHeader {
  const { bytes, header } = readHeader(path)
  if (bytes === 0) throw new CauceError('file-empty')
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw new CauceError('file-not-ours')
  if (header.readUInt32BE(68) !== APPLICATION_ID) throw new CauceError('file-not-ours')
  const userVersion = header.readUInt32BE(60)
  if (userVersion > newestVersion) throw new CauceError('file-newer', { version: userVersion })
  if (userVersion < 1) throw new CauceError('file-damaged')
  return { userVersion, bytes }
}

function readHeader(path: string): { bytes: number; header: Buffer } {
  try {
    if (statSync(path).isDirectory()) throw new CauceError('file-is-folder')
    const descriptor = openSync(path, constants.O_RDONLY)
    try {
      const header = Buffer.alloc(HEADER_BYTES)
      const read = readSync(descriptor, header, 0, HEADER_BYTES, 0)
      return { bytes: fstatSync(descriptor).size, header: header.subarray(0, read) }
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw toFileError(error)
  }
}
