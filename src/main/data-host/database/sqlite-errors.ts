import { CauceError, type ErrorCode } from '../../../shared/domain/errors.ts'

/** Failures of SQLite that a person can do something about, by the start of SQLite's own code. */
const SQLITE_ERRORS = [
  ['SQLITE_CORRUPT', 'file-damaged'],
  ['SQLITE_NOTADB', 'file-damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'file-no-permission'],
  ['SQLITE_PERM', 'file-no-permission'],
  ['SQLITE_CANTOPEN', 'file-no-permission'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_IOERR', 'write-failed']
] as const satisfies readonly (readonly [string, ErrorCode])[]

/** An error of SQLite as one of ours, without its text, which can quote a customer; anything else unchanged. */
export function toWorkspaceError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error
  const text = error.code
  const known = SQLITE_ERRORS.find(([start]) => text.startsWith(start))
  if (!known) return error
  return known[1] === 'write-failed' ? new CauceError(known[1], { reason: text }) : new CauceError(known[1])
}
