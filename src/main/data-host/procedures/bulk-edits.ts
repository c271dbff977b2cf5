import type Database from 'better-sqlite3'
import { setTimeout as wait } from 'node:timers/promises'
import { CUSTOMER_STATUSES, LOST_REASONS, type CustomerFields } from '../../../shared/contract/customer-edits.ts'
import type { BulkEdit, BulkField, BulkProgress } from '../../../shared/contract/customer-table.ts'
import type { CustomerSelection } from '../../../shared/contract/customers.ts'
import type { ChangeArea } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { recordChange, type RowChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { joinRowChanges } from '../duplicates/merge-clusters.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { editInSlices } from '../repositories/bulk-edit.ts'
import { findSelected } from '../repositories/customer-selection.ts'
import { editCustomers, type CustomerEdit } from '../repositories/customer-writer.ts'
import { deleteCustomerRows } from '../repositories/delete-customers.ts'
import { insertRecord, readRecord } from '../repositories/record-writer.ts'
import { answerFilters } from './customers.ts'
import { changeMembers, createFixedList } from './segment-lists.ts'

const AREAS: readonly ChangeArea[] = ['customers', 'segments', 'value', 'models']
/** Whole rows go into the log when customers are deleted, and a row per member of a campaign. */
const MOST_DELETED = 10_000
const MOST_MEMBERS = 200_000

/** Ids of everybody selected who is there, ascending. */
export async function listSelected(context: HostContext, selection: CustomerSelection): Promise<Int32Array> {
  const workspace = context.workspace()
  const figures = await ensureFigures(workspace, context.resourcesDir)
  if ('ids' in selection)
    return Int32Array.from(new Set(selection.ids))
      .filter((id) => figures.indexOf(id) >= 0)
      .sort()
  const { filter, except } = selection
  const { positions } = await findSelected(
    workspace,
    figures,
    filter,
    { by: 'created', descending: false },
    answerFilters(context, workspace, figures)
  )
  const left = new Set(except)
  return positions
    .map((i) => figures.customerIds[i] ?? 0)
    .filter((id) => !left.has(id))
    .sort()
}

/** Makes one change to everybody selected, and tells how far it is. */
export async function* editSelection(context: HostContext, selection: CustomerSelection, edit: BulkEdit): AsyncGenerator<BulkProgress> {
  const ids = await listSelected(context, selection)
  if (ids.length === 0) throw new CauceError('nobody-selected')
  let done = 0
  const state = { isEnded: false }
  const work = startEdit(context, ids, edit, (so) => (done = so)).finally(() => (state.isEnded = true))
  // Heard below; without this a failure between two looks would count as heard by nobody.
  work.catch(() => undefined)
  while (!state.isEnded) {
    yield { state: 'running', done, total: ids.length }
    await Promise.race([work.catch(() => undefined), wait(PROGRESS_MS)])
  }
  const changed = await work
  yield { state: 'done', changed, unchanged: ids.length - changed }
}
const PROGRESS_MS = 200

/** Hears how many are done. */
type Tell = (done: number) => void

/** Some customers at a time: a few milliseconds of writing. */
const SLICE = 100
function* slicesOf(ids: Int32Array): Generator<number[], void, void> {
  for (let first = 0; first < ids.length; first += SLICE) yield Array.from(ids.subarray(first, first + SLICE))
}

function startEdit(context: HostContext, ids: Int32Array, edit: BulkEdit, tell: Tell): Promise<number> {
  const { now } = context
  const workspace = context.workspace()
  const change = (to: CustomerEdit): Promise<number> =>
    editInSlices(workspace, {
      ids,
      areas: AREAS,
      edit: (db, some) => editCustomers(db, some, to, now()),
      describe: (count) => ({ kind: 'customers-changed', details: { count } }),
      now,
      tell
    })
  switch (edit.do) {
    case 'set':
      return change({ fields: readField(edit.field, edit.value) })
    case 'tag':
      return change({ fields: {}, addTags: [edit.tag] })
    case 'untag':
      return change({ fields: {}, removeTags: [edit.tag] })
    case 'campaign':
      return addToCampaign(context, ids, edit.campaign, tell)
    case 'list':
      return addToList(context, ids, edit.list)
    case 'delete':
      return deleteAll(context, ids, tell)
  }
}

/** The field of the record that a column stands for. */
const FIELD_OF: Readonly<Record<Exclude<BulkField, 'type' | 'status' | 'lost-reason'>, keyof CustomerFields>> = {
  city: 'city',
  region: 'region',
  country: 'country',
  language: 'language',
  'acquisition-channel': 'acquisitionChannel',
  partner: 'partnerId',
  owner: 'ownerUser'
}

function readField(field: BulkField, value: string | null): CustomerEdit['fields'] {
  const text = value === '' ? null : value
  if (field === 'type') return { type: pickOne(['person', 'company'] as const, text) }
  if (field === 'lost-reason') return { lostReason: pickOne(LOST_REASONS, text) }
  if (field !== 'status') return { [FIELD_OF[field]]: text }
  const status = pickOne(CUSTOMER_STATUSES, text)
  if (status === null) throw new CauceError('not-found', { what: 'value' })
  return { status }
}

function pickOne<T extends string>(choices: readonly T[], value: string | null): T | null {
  const found = choices.find((each) => each === value)
  if (value !== null && found === undefined) throw new CauceError('not-found', { what: 'value' })
  return found ?? null
}

type CampaignChoice = Extract<BulkEdit, { do: 'campaign' }>['campaign']

async function addToCampaign(context: HostContext, ids: Int32Array, campaign: CampaignChoice, tell: Tell): Promise<number> {
  if (ids.length > MOST_MEMBERS) throw new CauceError('too-many-selected')
  let done = 0
  return context.workspace().changeInSteps(AREAS, function* (db) {
    const { id, name, rows } = findCampaign(db, campaign)
    const add = db.prepare(
      'INSERT OR IGNORE INTO campaign_members (campaign_id, customer_id) SELECT ?, id FROM customers WHERE id IN (SELECT value FROM json_each(?))'
    )
    let count = 0
    for (const some of slicesOf(ids)) {
      const added = trackRows(db, [{ table: 'campaign_members', where: { campaign_id: id, customer_id: some } }], () =>
        add.run(id, JSON.stringify(some))
      )
      count += added.result.changes
      for (const row of added.rows) rows.push(row)
      tell((done += some.length))
      yield
    }
    if (rows.length > 0) recordChange(db, { kind: 'campaign-members-added', details: { name, count }, rows }, context.now())
    return count
  })
}

function findCampaign(db: Database.Database, campaign: CampaignChoice): { id: number; name: string; rows: RowChange[] } {
  if ('name' in campaign) return { ...insertRecord(db, 'campaign', campaign), name: campaign.name }
  const record = readRecord(db, 'campaign', campaign.id)
  return { id: campaign.id, name: record.kind === 'campaign' ? record.fields.name : '', rows: [] }
}

async function addToList(context: HostContext, ids: Int32Array, list: Extract<BulkEdit, { do: 'list' }>['list']): Promise<number> {
  const source = { from: 'customers' as const, ids: Array.from(ids) }
  if ('id' in list) return (await changeMembers(context, list.id, source, 'members-added')).changed
  const name = { en: list.name, es: list.name }
  return (await createFixedList(context, { name, owner: null, proposition: null, reviewedAt: null, source, isTarget: false })).changed
}

async function deleteAll(context: HostContext, ids: Int32Array, tell: Tell): Promise<number> {
  if (ids.length > MOST_DELETED) throw new CauceError('too-many-selected')
  let done = 0
  return context.workspace().changeInSteps(AREAS, function* (db) {
    const log: RowChange[] = []
    let deleted = 0
    for (const some of slicesOf(ids)) {
      const gone = deleteCustomerRows(db, some)
      deleted += gone.deleted
      for (const row of gone.rows) log.push(row)
      tell((done += some.length))
      yield
    }
    // A list is logged whole by each slice that takes somebody out of it.
    recordChange(db, { kind: 'customers-deleted', details: { count: ids.length }, rows: joinRowChanges(log) }, context.now())
    return Math.min(deleted, ids.length)
  })
}
