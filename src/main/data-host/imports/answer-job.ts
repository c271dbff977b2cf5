import { CauceError } from '../../../shared/domain/errors.ts'
import { toFileError } from '../../files/file-errors.ts'
import { toWorkspaceError } from '../database/sqlite-errors.ts'
import type { Ending } from './worker-thread.ts'

/** Performs one job of a thread and says how it ended. */
export async function answerJob(perform: () => Promise<void>, say: (ending: Ending) => void): Promise<void> {
  try {
    await perform()
    say({ type: 'done' })
  } catch (error) {
    const known = toWorkspaceError(toFileError(error))
    // Only our own codes cross; another error is a fault of ours and ends the thread with it.
    if (!(known instanceof CauceError)) throw error
    say({ type: 'refused', code: known.code, details: known.details })
  }
}
