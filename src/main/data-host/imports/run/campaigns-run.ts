import type Database from 'better-sqlite3'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { CustomerAttributes } from './customer-attributes.ts'
import { createBeforeKeeper, createMemberKeeper } from './keep-before.ts'
import { findRefusal, NewCustomers, OrderCustomers, WHO_FIELDS, openOrderBook } from './order-customers.ts'
import { type CellReader, readCodeCell, readCostCell, readDayCell, readMomentCell, readTextCell, readWordCell } from './read-cell.ts'
import type { RecordValues } from './record-kinds.ts'
import { RecordOrders } from './record-orders.ts'
import type { RecordProblem } from './record-reader.ts'
import type { RejectCode } from './reject-list.ts'
import { addDate, type FieldColumn, findColumn, type KindRun, type RunContext } from './run-context.ts'
import type { CellValue } from './row-writer.ts'
import { readMaxId } from './secondary-indexes.ts'
import { GOALS, GROUPS } from './words.ts'

type Fields = readonly (readonly [field: string, column: string, read: CellReader])[]

const CAMPAIGN: Fields = [
  ['external_id', 'external_id', readCodeCell],
  ['name', 'name', readTextCell],
  ['goal', 'goal', readWordCell(GOALS)],
  ['channel', 'channel', readTextCell],
  ['start_date', 'start_date', readDayCell],
  ['end_date', 'end_date', readDayCell],
  ['budget', 'budget_minor', readCostCell],
  ['actual_cost', 'actual_cost_minor', readCostCell]
]
const MEMBER: Fields = [
  ['member_group', 'member_group', readWordCell(GROUPS)],
  ['sent_at', 'sent_at', readMomentCell],
  ['responded_at', 'responded_at', readMomentCell]
]
const CAMPAIGN_COLUMNS = CAMPAIGN.map(([, column]) => column)
const MEMBER_COLUMNS = [...MEMBER.map(([, column]) => column), 'converted_order_id']

type Stored = Record<string, CellValue>
type Outcome = 'created' | 'updated' | 'unchanged'

/**
 * Campaigns, and who was in them where the file names customers: each row then is one member, and the campaign stands in all its
 * rows. A campaign is its number, or its name where it has none. What an earlier row of the file said of a campaign stays.
 */
export class CampaignsRun implements KindRun {
  readonly #context: RunContext
  readonly #customers: OrderCustomers
  readonly #newCustomers: NewCustomers
  readonly #attributes: CustomerAttributes
  readonly #orders: RecordOrders
  readonly #at: ReadonlyMap<string, FieldColumn>
  readonly #currencyIndex: number
  readonly #hasMembers: boolean
  readonly #base: number
  readonly #byNumber = new Map<string, number>()
  readonly #byName = new Map<string, number[]>()
  /** What this file has said of each campaign. */
  readonly #said = new Map<number, RecordValues>()
  readonly #stored: Database.Statement<[number], Stored>
  readonly #insert: Database.Statement<CellValue[]>
  readonly #update: Database.Statement<CellValue[]>
  readonly #member: Database.Statement<[number, number], Stored>
  readonly #insertMember: Database.Statement<CellValue[]>
  readonly #updateMember: Database.Statement<CellValue[]>
  readonly #keepCampaign: (id: number) => void
  readonly #keepMember: (campaignId: number, customerId: number) => void
  /** First row of each member of this file. */
  readonly #memberRows = new Map<string, number>()

  constructor(context: RunContext) {
    const { db, batchId } = context
    this.#context = context
    this.#attributes = new CustomerAttributes(context)
    this.#newCustomers = new NewCustomers(context)
    this.#customers = new OrderCustomers(context, openOrderBook(db, context.settings), this.#newCustomers.writer, this.#attributes)
    this.#orders = new RecordOrders(db)
    this.#at = new Map([...CAMPAIGN, ...MEMBER].map(([field]) => [field, findColumn(context, field)]))
    this.#currencyIndex = findColumn(context, 'currency').index
    this.#hasMembers = WHO_FIELDS.some((field) => findColumn(context, field).index >= 0)
    this.#base = readMaxId(db, 'campaigns')
    for (const { id, external_id: number, name } of db
      .prepare<[], { id: number; external_id: string | null; name: string }>('SELECT id, external_id, name FROM campaigns ORDER BY id')
      .all())
      this.#remember(id, number, name)
    this.#stored = db.prepare(`SELECT ${CAMPAIGN_COLUMNS.join(', ')} FROM campaigns WHERE id = ?`)
    this.#insert = db.prepare(
      `INSERT INTO campaigns (id, ${CAMPAIGN_COLUMNS.join(', ')}, batch_id) VALUES (${'?, '.repeat(CAMPAIGN_COLUMNS.length + 1)}${String(batchId)})`
    )
    const setAll = (columns: readonly string[]): string => columns.map((column) => `${column} = coalesce(?, ${column})`).join(', ')
    this.#update = db.prepare(`UPDATE campaigns SET ${setAll(CAMPAIGN_COLUMNS)} WHERE id = ?`)
    this.#member = db.prepare(`SELECT ${MEMBER_COLUMNS.join(', ')} FROM campaign_members WHERE campaign_id = ? AND customer_id = ?`)
    this.#insertMember = db.prepare(
      `INSERT INTO campaign_members (campaign_id, customer_id, member_group, sent_at, responded_at, converted_order_id, batch_id) VALUES (?, ?, coalesce(?, 'T'), ?, ?, ?, ${String(batchId)})`
    )
    this.#updateMember = db.prepare(`UPDATE campaign_members SET ${setAll(MEMBER_COLUMNS)} WHERE campaign_id = ? AND customer_id = ?`)
    this.#keepCampaign = createBeforeKeeper(db, batchId, 'campaigns')
    this.#keepMember = createMemberKeeper(db, batchId)
  }

  take(cells: readonly string[], row: number): void {
    const { rejects, counts } = this.#context
    const read = this.#attributes.read(cells) ?? this.#read(cells)
    if ('code' in read) {
      rejects.add(row, read.column, read.code)
      return
    }
    const { campaign, member } = read
    const found = this.#find(campaign)
    if (typeof found === 'string') {
      rejects.add(row, -1, found)
      return
    }
    const problem = this.#checkCampaign(campaign, found)
    if (problem) {
      rejects.add(row, problem.column, problem.code)
      return
    }
    const customerId = this.#hasMembers ? this.#customers.resolve(cells) : null
    const code = findRefusal(customerId) ?? (customerId === null ? this.#refuseCampaign(found) : null)
    if (code !== null) {
      rejects.add(row, -1, code)
      return
    }
    if (customerId !== null && found !== 0) {
      const refused = this.#refuseMember(found, customerId)
      if (refused) {
        rejects.add(row, -1, refused.code, refused.other)
        return
      }
    }
    const id = found === 0 ? this.#create(campaign, row) : found
    const ofCampaign: Outcome = found === 0 ? 'created' : this.#change(id, campaign)
    const outcome = customerId === null ? ofCampaign : this.#takeMember(id, customerId, member, row)
    if (customerId !== null && ofCampaign === 'created') counts.campaignsCreated++
    counts[outcome === 'unchanged' && ofCampaign === 'updated' ? 'updated' : outcome]++
    const date = (customerId === null ? null : member['sent_at']) ?? campaign['start_date'] ?? null
    if (date !== null) addDate(counts, String(date).slice(0, 10))
  }

  #read(cells: readonly string[]): { campaign: RecordValues; member: RecordValues } | RecordProblem {
    const currency = (cells[this.#currencyIndex] ?? '').trim().toUpperCase()
    if (currency !== '' && currency !== this.#context.currency) return { column: this.#currencyIndex, code: 'currency-other' }
    const campaign = this.#readFields(CAMPAIGN, cells)
    if ('code' in campaign) return campaign
    const member = this.#readFields(MEMBER, cells)
    if ('code' in member) return member
    const order = findColumn(this.#context, 'order').index
    const converted = this.#orders.find(cells[order] ?? '')
    if (typeof converted === 'string') return { column: order, code: converted }
    return { campaign: campaign.values, member: { ...member.values, converted_order_id: converted } }
  }

  #readFields(fields: Fields, cells: readonly string[]): { values: RecordValues } | RecordProblem {
    const values: RecordValues = {}
    for (const [field, column, read] of fields) {
      const at = this.#at.get(field)
      if (!at || at.index < 0) continue
      const cell = read(cells[at.index] ?? '', at)
      if ('code' in cell) return { column: at.index, code: cell.code }
      values[column] = cell.value
    }
    return { values }
  }

  /** Id of the campaign, 0 when it is a new one, or why it can't be told. */
  #find(campaign: RecordValues): number | RejectCode {
    const number = campaign['external_id'] ?? null
    const name = campaign['name'] ?? null
    if (number !== null) {
      const found = this.#byNumber.get(String(number))
      if (found !== undefined) return found
    }
    if (name === null) return number === null ? 'key-missing' : 0
    const named = this.#byName.get(normaliseForSearch(String(name))) ?? []
    // A campaign with another number is another campaign.
    const fitting = number === null ? named : named.filter((id) => (this.#stored.get(id)?.['external_id'] ?? null) === null)
    return fitting.length > 1 ? 'campaign-several' : (fitting[0] ?? 0)
  }

  #checkCampaign(campaign: RecordValues, found: number): RecordProblem | null {
    const columnOf = (field: string): number => this.#at.get(field)?.index ?? -1
    if (found === 0 && (campaign['name'] ?? null) === null) return { column: columnOf('name'), code: 'word-missing' }
    if (found === 0 && (campaign['goal'] ?? null) === null) return { column: columnOf('goal'), code: 'word-missing' }
    const stored = found === 0 ? null : this.#stored.get(found)
    const start = campaign['start_date'] ?? stored?.['start_date'] ?? null
    const end = campaign['end_date'] ?? stored?.['end_date'] ?? null
    return start !== null && end !== null && end < start ? { column: columnOf('end_date'), code: 'dates-backwards' } : null
  }

  #refuseCampaign(found: number): RejectCode | null {
    return this.#context.settings.onMatch === 'create' && found !== 0 && found <= this.#base ? 'record-exists' : null
  }

  #refuseMember(campaignId: number, customerId: number): { code: RejectCode; other: number } | null {
    const firstRow = this.#memberRows.get(`${String(campaignId)} ${String(customerId)}`)
    if (firstRow !== undefined) return { code: 'duplicate-record', other: firstRow }
    return this.#context.settings.onMatch === 'create' && this.#member.get(campaignId, customerId)
      ? { code: 'record-exists', other: 0 }
      : null
  }

  #remember(id: number, number: CellValue, name: CellValue): void {
    if (number !== null) this.#byNumber.set(String(number), id)
    const key = normaliseForSearch(String(name))
    this.#byName.set(key, [...(this.#byName.get(key) ?? []).filter((each) => each !== id), id])
  }

  #create(campaign: RecordValues, row: number): number {
    const id = this.#base + row
    this.#insert.run(id, ...CAMPAIGN_COLUMNS.map((column) => campaign[column] ?? null))
    this.#remember(id, campaign['external_id'] ?? null, campaign['name'] ?? null)
    this.#said.set(id, campaign)
    return id
  }

  #change(id: number, campaign: RecordValues): Outcome {
    if (this.#context.settings.onMatch !== 'update') return 'unchanged'
    const stored = this.#stored.get(id) ?? {}
    const said = this.#said.get(id) ?? {}
    const changed = Object.fromEntries(
      CAMPAIGN_COLUMNS.map((column) => [column, (said[column] ?? null) === null ? (campaign[column] ?? null) : null])
    )
    this.#said.set(id, Object.fromEntries(CAMPAIGN_COLUMNS.map((column) => [column, said[column] ?? campaign[column] ?? null])))
    // The name it is known by stays as it is written.
    if (normaliseForSearch(String(changed['name'] ?? '')) === normaliseForSearch(String(stored['name'] ?? ''))) changed['name'] = null
    if (!differs(stored, changed)) return 'unchanged'
    if (id <= this.#base) this.#keepCampaign(id)
    this.#update.run(...CAMPAIGN_COLUMNS.map((column) => changed[column] ?? null), id)
    const now = { ...stored, ...Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null)) }
    this.#forget(id, stored)
    this.#remember(id, now['external_id'] ?? null, now['name'] ?? null)
    return 'updated'
  }

  #forget(id: number, stored: Stored): void {
    const number = stored['external_id'] ?? null
    if (number !== null) this.#byNumber.delete(String(number))
    const key = normaliseForSearch(String(stored['name']))
    this.#byName.set(
      key,
      (this.#byName.get(key) ?? []).filter((each) => each !== id)
    )
  }

  #takeMember(campaignId: number, customerId: number, member: RecordValues, row: number): Outcome {
    this.#memberRows.set(`${String(campaignId)} ${String(customerId)}`, row)
    const stored = this.#member.get(campaignId, customerId)
    const values = MEMBER_COLUMNS.map((column) => member[column] ?? null)
    if (!stored) {
      this.#insertMember.run(campaignId, customerId, ...values)
      return 'created'
    }
    if (this.#context.settings.onMatch === 'skip' || !differs(stored, member)) return 'unchanged'
    this.#keepMember(campaignId, customerId)
    this.#updateMember.run(...values, campaignId, customerId)
    return 'updated'
  }

  finish(): void {
    this.#newCustomers.finish()
    this.#attributes.finish()
  }
}

function differs(stored: Stored, given: RecordValues): boolean {
  return Object.keys(given).some((column) => (given[column] ?? null) !== null && stored[column] !== given[column])
}
