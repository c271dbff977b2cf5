import { CauceError } from '../../shared/domain/errors.ts'

/** Codes of the file system in our words; everything else is a failed read or write. */
const FILE_ERRORS = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EACCES: 'file-no-permission',
  EPERM: 'file-no-permission',
  EROFS: 'file-no-permission',
  EISDIR: 'file-is-folder',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full'
} as const

/** The code Node gives an error of the system, if it is one. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** An error of the file system as one of ours; anything else unchanged. */
export function toFileError(error: unknown): unknown {
  const code = systemCode(error)
  if (code === null || error instanceof CauceError || !/^E[A-Z0-9]+$/.test(code)) return error
  const known = FILE_ERRORS[code as keyof typeof FILE_ERRORS] as (typeof FILE_ERRORS)[keyof typeof FILE_ERRORS] | undefined
  return known ? new CauceError(known) : new CauceError('write-failed', { reason: code })
}
