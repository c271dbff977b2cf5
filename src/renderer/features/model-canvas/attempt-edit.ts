import { readError } from '../../api/errors.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Runs a change; a refusal is said in the corner. Answers whether it was made. */
export async function attemptEdit(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    notifyError(readError(error))
    return false
  }
}
