import type Database from 'better-sqlite3'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { minorDigits } from '../../../shared/i18n/formats.ts'
import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import type { Figures } from '../figures/figures.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { HIDDEN, maskName } from '../../../shared/i18n/mask.ts'
import { readAttribute } from '../../../shared/segments/read-attribute.ts'
import type { CsvColumn } from '../reports/csv.ts'
import { makeSheet, type Sheet } from './sheet.ts'

/** Rows read at a time: a page is read whole, so that no query stays open while the file is written. */
const PAGE = 2_000

interface CustomerRow {
  id: number
  taxId: string | null
  birthDate: string | null
  attributes: string | null
  externalId: string | null
  name: string
  type: string | null
  email: string | null
  phone: string | null
  address: string | null
  city: string | null
  region: string | null
  postalCode: string | null
  country: string | null
  language: string | null
  acquisitionDate: string | null
  acquisitionChannel: string | null
  owner: string | null
  tags: string | null
  notes: string | null
}

/** Headers are those our own English sheets are recognised by, so that an export can be imported again. */
const CUSTOMER_COLUMNS: readonly CsvColumn<CustomerRow>[] = [
  { title: 'Customer ID', type: 'code', read: ({ externalId }) => externalId },
  { title: 'Name', type: 'text', read: ({ name }) => name },
  { title: 'Type', type: 'text', read: ({ type }) => type },
  { title: 'Email', type: 'text', read: ({ email }) => email },
  { title: 'Tax ID', type: 'code', read: ({ taxId }) => taxId },
  { title: 'Phone', type: 'code', read: ({ phone }) => phone },
  { title: 'Address', type: 'text', read: ({ address }) => address },
  { title: 'City', type: 'text', read: ({ city }) => city },
  { title: 'Region', type: 'text', read: ({ region }) => region },
  { title: 'Postal code', type: 'code', read: ({ postalCode }) => postalCode },
  { title: 'Country', type: 'text', read: ({ country }) => country },
  { title: 'Language', type: 'text', read: ({ language }) => language },
  { title: 'Date of birth', type: 'date', read: ({ birthDate }) => birthDate },
  { title: 'Customer since', type: 'date', read: ({ acquisitionDate }) => acquisitionDate },
  { title: 'Acquisition channel', type: 'text', read: ({ acquisitionChannel }) => acquisitionChannel },
  { title: 'Owner', type: 'text', read: ({ owner }) => owner },
  { title: 'Tags', type: 'text', read: ({ tags }) => tags },
  { title: 'Notes', type: 'text', read: ({ notes }) => notes }
]
const CUSTOMER_FIELDS = `id, external_id AS externalId, name, type, tax_id AS taxId, email, phone, address, city, region, postal_code AS postalCode, country, language,
  birth_date AS birthDate, acquisition_date AS acquisitionDate, acquisition_channel AS acquisitionChannel, owner_user AS owner, needs_tags AS tags, notes, attributes`
const CUSTOMER_PAGE = `SELECT ${CUSTOMER_FIELDS} FROM customers WHERE merged_into_id IS NULL AND status <> 'erased' AND id > ? ORDER BY id LIMIT ${PAGE}`

/** Columns of the user's own, under the names they came by. */
function listOwnColumns(db: Database.Database): CsvColumn<CustomerRow>[] {
  const own = db.prepare<[], { id: string; name: string; type: string }>('SELECT id, name, type FROM attributes ORDER BY name').all()
  return own.map(({ id, name, type }) => ({
    title: name,
    type: type === 'number' || type === 'date' ? type : 'text',
    read: ({ attributes }) => readAttribute(attributes, type === 'number' || type === 'date' ? type : 'text', id)
  }))
}

interface OrderRow {
  id: number
  owner: number | null
  externalId: string | null
  customerId: string | null
  email: string | null
  name: string | null
  date: string
  status: string
  channel: string | null
  net: number
  cost: number | null
  discount: number | null
  promised: string | null
  delivered: string | null
}
const ORDER_PAGE = `SELECT o.id, o.customer_id AS owner, o.external_id AS externalId, c.external_id AS customerId, c.email, c.name, o.order_date AS date, o.status, o.channel, o.net_minor AS net, o.cost_minor AS cost,
  o.discount_minor AS discount, o.promised_date AS promised, o.delivered_date AS delivered
  FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE o.id > ? ORDER BY o.id LIMIT ${PAGE}`

/** Orders, amounts in whole units with a point and as many decimals as the currency has. */
function makeOrderColumns(currency: string): readonly CsvColumn<OrderRow>[] {
  const amount = (minor: number | null): string | null => (minor === null ? null : formatPlain(minor, currency))
  return [
    { title: 'Order ID', type: 'code', read: ({ externalId }) => externalId },
    { title: 'Order date', type: 'date', read: ({ date }) => date },
    { title: 'Customer ID', type: 'code', read: ({ customerId }) => customerId },
    { title: 'Customer email', type: 'text', read: ({ email }) => email },
    { title: 'Customer name', type: 'text', read: ({ name }) => name },
    { title: 'Amount', type: 'number', read: ({ net }) => amount(net) },
    { title: 'Currency', type: 'text', read: () => currency },
    { title: 'Status', type: 'text', read: ({ status }) => status },
    { title: 'Channel', type: 'text', read: ({ channel }) => channel },
    { title: 'Cost', type: 'number', read: ({ cost }) => amount(cost) },
    { title: 'Discount', type: 'number', read: ({ discount }) => amount(discount) },
    { title: 'Promised date', type: 'date', read: ({ promised }) => promised },
    { title: 'Delivered date', type: 'date', read: ({ delivered }) => delivered }
  ]
}

const KNOWN_TITLES: ReadonlySet<string> = new Set([
  ...CUSTOMER_COLUMNS.map(({ title }) => title),
  ...makeOrderColumns('EUR').map(({ title }) => title)
])

function makeSegmentColumns(currency: string): readonly CsvColumn<SegmentSummary>[] {
  return [
    { title: 'Segment', type: 'text', read: ({ id }) => id },
    { title: 'Name (en)', type: 'text', read: ({ name }) => name.en },
    { title: 'Name (es)', type: 'text', read: ({ name }) => name.es },
    { title: 'Customers', type: 'number', read: ({ customers }) => customers },
    { title: 'Share of customers', type: 'number', read: ({ share }) => share },
    {
      title: 'Revenue in window',
      type: 'number',
      read: ({ revenueMinor }) => (revenueMinor === null ? null : formatPlain(revenueMinor, currency))
    },
    { title: 'Share of revenue', type: 'number', read: ({ revenueShare }) => revenueShare },
    { title: 'Missing (en)', type: 'text', read: ({ missing }) => missing?.hint.en ?? null },
    { title: 'Missing (es)', type: 'text', read: ({ missing }) => missing?.hint.es ?? null }
  ]
}

/** Minor units as a plain decimal number: 123456 of EUR is `1234.56`. */
export function formatPlain(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  return (minor / 10 ** digits).toFixed(digits)
}

export interface ExportInput {
  readonly db: Database.Database
  readonly figures: Figures
  readonly currency: string
  readonly mask: Mask
}
/** Whether identities are hidden, and the language their stand-ins are written in. */
export interface Mask {
  readonly isOn: boolean
  readonly language: Language
}

const IDENTITIES: ReadonlySet<string> = new Set([
  'Customer ID',
  'Tax ID',
  'Email',
  'Phone',
  'Address',
  'Postal code',
  'Date of birth',
  'Notes',
  'Customer email'
])

/** Columns in which nobody is known: names are stand-ins by our number, whatever else tells who it is is hidden. */
function maskColumns<Row>(
  columns: readonly CsvColumn<Row>[],
  mask: Mask,
  numberOf: (row: Row) => number | null
): readonly CsvColumn<Row>[] {
  if (!mask.isOn) return columns
  return columns.map((column) => {
    const { title, read } = column
    if (title === 'Name' || title === 'Customer name')
      return { ...column, read: (row) => (read(row) === null ? null : maskName(numberOf(row) ?? 0, mask.language)) }
    // A column of the user's own may hold anything.
    const isHidden = IDENTITIES.has(title) || !KNOWN_TITLES.has(title)
    return isHidden ? { ...column, type: 'text', read: (row) => (read(row) === null ? null : HIDDEN) } : column
  })
}

/** What can be exported whole, by name. */
export const DATA_SHEETS: Readonly<Record<'customers' | 'orders' | 'segments', (input: ExportInput) => Sheet>> = {
  customers: ({ db, mask }) => makeCustomersSheet(db, mask, readPages<CustomerRow>(db, CUSTOMER_PAGE)),
  orders: ({ db, currency, mask }) =>
    makeSheet(
      'Orders',
      maskColumns(makeOrderColumns(currency), mask, ({ owner }) => owner),
      readPages<OrderRow>(db, ORDER_PAGE)
    ),
  segments: ({ figures, currency }) => makeSheet('Segments', makeSegmentColumns(currency), figures.segmentSummaries())
}

/** Every field of the customers with these ids, in their order. */
export function makeSelectedSheet(db: Database.Database, mask: Mask, ids: Int32Array): Sheet {
  const one = db.prepare<[string], CustomerRow>(
    `SELECT ${CUSTOMER_FIELDS} FROM (SELECT key AS place, value AS wanted FROM json_each(?)) CROSS JOIN customers ON id = wanted ORDER BY place`
  )
  async function* readSelected(): AsyncGenerator<CustomerRow> {
    for (let first = 0; first < ids.length; first += PAGE) {
      yield* one.all(JSON.stringify(Array.from(ids.subarray(first, first + PAGE))))
      await nextTurn()
    }
  }
  return makeCustomersSheet(db, mask, readSelected())
}

function makeCustomersSheet(db: Database.Database, mask: Mask, rows: AsyncIterable<CustomerRow>): Sheet {
  const columns = [...CUSTOMER_COLUMNS, ...listOwnColumns(db)]
  return makeSheet(
    'Customers',
    maskColumns(columns, mask, ({ id }) => id),
    rows
  )
}

/** All rows by rising id, a page at a time, with other calls let in between pages. */
async function* readPages<Row extends { id: number }>(db: Database.Database, sql: string): AsyncGenerator<Row> {
  const page = db.prepare<[number], Row>(sql)
  for (let after = 0; ;) {
    const rows = page.all(after)
    const last = rows.at(-1)
    if (!last) return
    yield* rows
    after = last.id
    await nextTurn()
  }
}
