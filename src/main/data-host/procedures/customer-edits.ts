import type Database from 'better-sqlite3'
import type { ChangeArea, ChangeEntry } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { extendChange, recordChange, type RowChange } from '../database/changes.ts'
import { changeRow, trackRows } from '../database/row-log.ts'
import { ensureLiveFigures } from '../figures/ensure-figures.ts'
import { describeCustomerValue } from '../figures/value/customer-value.ts'
import { listCampaigns, readMember } from '../repositories/campaigns.ts'
import { readCustomerRecord } from '../repositories/customer-record.ts'
import { listTimeline } from '../repositories/customer-timeline.ts'
import { editCustomers, insertCustomer } from '../repositories/customer-writer.ts'
import { deleteCustomerRows } from '../repositories/delete-customers.ts'
import { storeFields } from '../repositories/field-rules.ts'
import { MEMBER_FIELDS } from '../repositories/record-tables.ts'
import { deleteRecordRows, editRecord, insertRecord, readRecord } from '../repositories/record-writer.ts'
import { host } from './base.ts'

/** Everything that is computed from customers and their records. */
const AREAS: readonly ChangeArea[] = ['customers', 'segments', 'value', 'models']
/** Typing in one field within this time is one step for undo. */
const TYPING_MS = 60_000

interface Made<T> {
  result: T
  kind: string
  details: ChangeEntry['details']
  rows: RowChange[]
  /** Keys of the details that make an edit the same step as the one before it. */
  joins?: readonly string[]
}

/** One undoable change of customers and their records; nothing is logged when no row changed. */
function write<T extends object>(
  context: HostContext,
  work: (db: Database.Database, now: Date) => Made<T>
): Promise<T & { savedAt: string }> {
  return context.workspace().change(AREAS, (db) => {
    const now = context.now()
    const { result, joins, ...change } = work(db, now)
    const isStep = change.rows.length > 0 && !(joins && extendChange(db, change, joins, TYPING_MS, now))
    if (isStep) recordChange(db, change, now)
    return { ...result, savedAt: now.toISOString() }
  })
}

/** How a change names a customer: as the table does. */
function nameCustomer(db: Database.Database, id: number | null | undefined): string {
  if (id == null) return '–'
  const row = db.prepare<[number], { name: string; externalId: string | null }>(
    'SELECT name, external_id AS externalId FROM customers WHERE id = ?'
  )
  const found = row.get(id)
  return found?.name || found?.externalId || `#${String(id)}`
}

const customerOf = (fields: object): number | null =>
  'customerId' in fields && typeof fields.customerId === 'number' ? fields.customerId : null

/** What a record is called in the log: a campaign by its name, the rest by whose they are. */
function nameRecord(db: Database.Database, fields: object): ChangeEntry['details'] {
  if ('goal' in fields && 'name' in fields) return { name: String(fields.name) }
  const id = customerOf(fields)
  return { name: nameCustomer(db, id), ...(id !== null && { customer: id }) }
}

export const customerEditsProcedures = {
  getCustomerRecord: host.customerEdits.getCustomerRecord.handler(({ context, input }) =>
    readCustomerRecord(context.workspace().read, input.id, context.now().toISOString().slice(0, 10))
  ),

  getCustomerValue: host.customerEdits.getCustomerValue.handler(async ({ context, input }) =>
    describeCustomerValue(await ensureLiveFigures(context.workspace(), context.resourcesDir), input.id)
  ),

  addCustomer: host.customerEdits.addCustomer.handler(({ context, input }) =>
    write(context, (db, now) => {
      const { id, rows } = insertCustomer(db, input, now)
      return { result: { id }, kind: 'customer-added', details: { name: nameCustomer(db, id), customer: id }, rows }
    })
  ),

  updateCustomers: host.customerEdits.updateCustomers.handler(({ context, input: { ids, ...edit } }) =>
    write(context, (db, now) => {
      const rows = editCustomers(db, ids, edit, now)
      const result = { changed: rows.length }
      const [id] = ids
      if (ids.length > 1 || id === undefined) return { result, kind: 'customers-changed', details: { count: rows.length }, rows }
      const details = { name: nameCustomer(db, id), customer: id, fields: Object.keys(edit.fields).join(' ') }
      return { result, kind: 'customer-changed', details, rows, joins: ['customer', 'fields'] }
    })
  ),

  deleteCustomers: host.customerEdits.deleteCustomers.handler(({ context, input: { ids } }) =>
    write(context, (db) => {
      const name = nameCustomer(db, ids[0])
      const { deleted, rows } = deleteCustomerRows(db, ids)
      if (deleted === 0) throw new CauceError('not-found', { what: 'customer' })
      const isOne = ids.length === 1
      return {
        result: { deleted },
        kind: isOne ? 'customer-deleted' : 'customers-deleted',
        details: isOne ? { name, customer: ids[0] ?? 0 } : { count: ids.length },
        rows
      }
    })
  ),

  getRecord: host.customerEdits.getRecord.handler(({ context, input }) => readRecord(context.workspace().read, input.kind, input.id)),

  addRecord: host.customerEdits.addRecord.handler(({ context, input: { kind, fields } }) =>
    write(context, (db) => {
      const { id, rows } = insertRecord(db, kind, fields)
      return { result: { id }, kind: `${kind}-added`, details: nameRecord(db, fields), rows }
    })
  ),

  updateRecord: host.customerEdits.updateRecord.handler(({ context, input: { kind, id, fields } }) =>
    write(context, (db) => {
      const rows = editRecord(db, kind, id, fields)
      const details = { ...nameRecord(db, readRecord(db, kind, id).fields), id, fields: Object.keys(fields).join(' ') }
      return { result: {}, kind: `${kind}-changed`, details, rows, joins: ['id', 'fields'] }
    })
  ),

  deleteRecord: host.customerEdits.deleteRecord.handler(({ context, input: { kind, id } }) =>
    write(context, (db) => {
      const details = nameRecord(db, readRecord(db, kind, id).fields)
      return { result: {}, kind: `${kind}-deleted`, details, rows: deleteRecordRows(db, kind, id) }
    })
  ),

  listCampaigns: host.customerEdits.listCampaigns.handler(({ context }) => listCampaigns(context.workspace().read)),

  addMembers: host.customerEdits.addMembers.handler(({ context, input: { campaignId, customerIds, group, sentAt } }) =>
    write(context, (db) => {
      const { name } = readRecord(db, 'campaign', campaignId).fields as { name: string }
      const values = storeFields(MEMBER_FIELDS, { group, sentAt })
      const put = db.prepare(
        `INSERT OR IGNORE INTO campaign_members (campaign_id, customer_id, member_group, sent_at)
         SELECT ?, id, ?, ? FROM customers WHERE id IN (SELECT value FROM json_each(?))`
      )
      const { result, rows } = trackRows(
        db,
        [{ table: 'campaign_members', where: { campaign_id: campaignId, customer_id: customerIds } }],
        () => put.run(campaignId, values['member_group'], values['sent_at'], JSON.stringify(customerIds))
      )
      return { result: { added: result.changes }, kind: 'campaign-members-added', details: { name, count: result.changes }, rows }
    })
  ),

  getMember: host.customerEdits.getMember.handler(({ context, input }) => readMember(context.workspace().read, input)),

  updateMember: host.customerEdits.updateMember.handler(({ context, input: { campaignId, customerId, fields } }) =>
    write(context, (db) => {
      const rows = changeRow(
        db,
        'campaign_members',
        { campaign_id: campaignId, customer_id: customerId },
        storeFields(MEMBER_FIELDS, fields)
      )
      return { result: {}, kind: 'campaign-member-changed', details: { name: nameCustomer(db, customerId), customer: customerId }, rows }
    })
  ),

  removeMembers: host.customerEdits.removeMembers.handler(({ context, input: { campaignId, customerIds } }) =>
    write(context, (db) => {
      const { name } = readRecord(db, 'campaign', campaignId).fields as { name: string }
      const { result, rows } = trackRows(
        db,
        [{ table: 'campaign_members', where: { campaign_id: campaignId, customer_id: customerIds } }],
        () =>
          db
            .prepare('DELETE FROM campaign_members WHERE campaign_id = ? AND customer_id IN (SELECT value FROM json_each(?))')
            .run(campaignId, JSON.stringify(customerIds))
      )
      return { result: { removed: result.changes }, kind: 'campaign-members-removed', details: { name, count: result.changes }, rows }
    })
  ),

  listTimeline: host.customerEdits.listTimeline.handler(({ context, input }) => listTimeline(context.workspace().read, input))
}
