import type { CustomerFields } from '../../../../shared/contract/customer-edits.ts'
import type { ErrorCode } from '../../../../shared/domain/errors.ts'
import { client } from '../../../api/client.ts'
import { readError, type ReadError } from '../../../api/errors.ts'

/** Failures of the machine, not of what was typed: the autosave tries again. */
const PASSING: readonly ErrorCode[] = ['host-restarted', 'busy', 'internal', 'disk-full', 'write-failed']

/** Saves some fields of a customer: when, or the sentence why they were refused. Throws what passes by itself. */
export async function saveFields(
  id: number,
  fields: { [Field in keyof CustomerFields]?: CustomerFields[Field] | undefined }
): Promise<{ savedAt: string; refusal: ReadError | null }> {
  try {
    const { savedAt } = await client.customerEdits.updateCustomers({ ids: [id], fields })
    return { savedAt, refusal: null }
  } catch (error) {
    const refusal = readError(error)
    if (PASSING.includes(refusal.code)) throw error
    return { savedAt: new Date().toISOString(), refusal }
  }
}
