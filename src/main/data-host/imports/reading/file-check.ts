import { accessSync, constants, statSync } from 'node:fs'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { toFileError } from '../../../files/file-errors.ts'

export interface FileStamp {
  bytes: number
  /** Milliseconds; with the size, what tells that a file changed. */
  modified: number
}

/** Size and time of a data file that can be read; throws the code that says why it can't. */
export function checkDataFile(path: string): FileStamp {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) throw new CauceError('file-is-folder')
    accessSync(path, constants.R_OK)
    if (stats.size === 0) throw new CauceError('import-empty')
    return { bytes: stats.size, modified: stats.mtimeMs }
  } catch (error) {
    throw toFileError(error)
  }
}
