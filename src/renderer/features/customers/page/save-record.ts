import { MemberFields, NewRecord, RecordEdit } from '../../../../shared/contract/customer-edits.ts'
import { client } from '../../../api/client.ts'
import type { FormKind, FormValues } from './record-forms.ts'

export interface Edited {
  readonly kind: FormKind
  readonly customerId: number
  /** The record that is changed; absent: a new one. Of a campaign's member, the campaign. */
  readonly id?: number
}

/** A moment keeps its time while its day stays the same. */
function keepTimes(values: FormValues, before: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const was = before[name]
      return [
        name,
        typeof was === 'string' && typeof value === 'string' && value.length === 10 && was.startsWith(`${value}T`) ? was : value
      ]
    })
  )
}

/** Writes what the form says: a new record, or the fields of one that are other than before. */
export async function saveRecord({ kind, customerId, id }: Edited, values: FormValues, before: FormValues): Promise<void> {
  const given = keepTimes(values, before)
  const changed = Object.fromEntries(Object.entries(given).filter(([name, value]) => value !== (before[name] ?? null)))
  if (kind === 'member') await saveMember(customerId, id, given, changed)
  else if (kind === 'new-campaign') await client.customerEdits.addRecord(NewRecord.parse({ kind: 'campaign', fields: given }))
  else if (id === undefined) await client.customerEdits.addRecord(NewRecord.parse({ kind, fields: { ...given, customerId } }))
  else if (Object.keys(changed).length > 0) await client.customerEdits.updateRecord(RecordEdit.parse({ kind, id, fields: changed }))
}

/** A new member is put in first, then whatever else was said of them is written. */
async function saveMember(customerId: number, id: number | undefined, given: FormValues, changed: FormValues): Promise<void> {
  const { campaignId: chosen = null, ...said } = id === undefined ? given : changed
  const campaignId = id ?? Number(chosen)
  const fields = MemberFields.partial().parse(
    Object.fromEntries(Object.entries(said).filter(([, value]) => id !== undefined || value !== null))
  )
  if (id === undefined) await client.customerEdits.addMembers({ campaignId, customerIds: [customerId], group: fields.group })
  const isMore = Object.keys(fields).some((name) => id !== undefined || name !== 'group')
  if (isMore) await client.customerEdits.updateMember({ campaignId, customerId, fields })
}

/** What a record says, as the form shows it. */
export async function readForm({ kind, customerId, id }: Required<Edited>): Promise<FormValues> {
  if (kind === 'new-campaign') return {}
  if (kind === 'member') return { ...(await client.customerEdits.getMember({ campaignId: id, customerId })), campaignId: id }
  const { fields } = await client.customerEdits.getRecord({ kind, id })
  const { customerId: _owner, ...rest } = { customerId: null, ...fields }
  return rest
}
