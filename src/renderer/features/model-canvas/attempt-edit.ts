import { readError, type ReadError } from '../../api/errors.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Runs a change; a refusal is said in the corner. Answers whether it was made. */
export async function attemptEdit(work: () => Promise<unknown>): Promise<boolean> {
  const refusal = await readRefusal(work)
  if (refusal) notifyError(refusal)
  return refusal === null
}

/** Runs a change that a field holds; answers why it was refused, for the field to say; null: made. */
export async function readRefusal(work: () => Promise<unknown>): Promise<ReadError | null> {
  try {
    await work()
    return null
  } catch (error) {
    return readError(error)
  }
}

/** Whether a refusal is about what was typed, so that it belongs under its field. */
export function isAboutEntry({ code }: ReadError): boolean {
  return code.startsWith('entry-')
}
