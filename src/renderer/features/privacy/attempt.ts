import { readError } from '../../api/errors.ts'
import { notify, notifyError } from '../../ui/notify.tsx'

/** Runs what may be refused: the refusal is told in the corner, and so is what was done, unless it was cancelled (null). */
export async function attempt(work: () => Promise<string | null>): Promise<void> {
  try {
    const done = await work()
    if (done !== null) notify(done)
  } catch (error) {
    notifyError(readError(error))
  }
}
