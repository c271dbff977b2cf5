import { readError } from '../../api/errors.ts'
import { notifyError } from '../../ui/notify.tsx'

/** What a click changed; what could not be kept is told in the corner. */
export function editStatements(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    notifyError(readError(error))
  })
}
