import type Database from 'better-sqlite3'
import type { ChoiceFact } from '../../../shared/contract/choose.ts'
import { measureOrderGaps } from '../../../shared/analytics/order-gaps.ts'
import { ORDER_TRAITS } from '../../../shared/analytics/order-columns.ts'
import { LANGUAGES, type Language, type Text } from '../../../shared/domain/text.ts'
import { formatNumber, formatShare } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { ChoiceFactId } from '../../../shared/models/model-choice.ts'
import type { Figures } from '../figures/figures.ts'
import { sumSales } from './outside-orders.ts'
import { boundsOf } from './timed-rows.ts'

/** A figure with the numbers its sentence names; null: the data hold nothing to measure. */
type Reading = { value: number; counts?: Record<string, number>; shares?: Record<string, number>; names?: Record<string, string> } | null
type Measure = (db: Database.Database, figures: Figures) => Reading

/** A channel with less than this share of the orders is an exception, not a channel the business works with (ours). */
const CHANNEL_SHARE = 0.05

const MEASURES: Readonly<Record<ChoiceFactId, Measure>> = {
  company_share: (db) => {
    const { companies, known } = db
      .prepare<[], { companies: number; known: number }>(
        `SELECT count(*) FILTER (WHERE type = 'company') AS companies, count(type) AS known
         FROM customers WHERE merged_into_id IS NULL AND status <> 'erased'`
      )
      .get() ?? { companies: 0, known: 0 }
    return known === 0
      ? null
      : { value: companies / known, counts: { companies, persons: known - companies, known }, shares: { share: companies / known } }
  },
  gap_days: (_db, { orders, asOfDay }) => {
    const gaps = asOfDay === null ? null : measureOrderGaps(orders, asOfDay)
    return gaps && { value: gaps.medianDays, counts: { days: gaps.medianDays, customers: gaps.customers } }
  },
  customers: (_db, { customerIds }) =>
    customerIds.length === 0 ? null : { value: customerIds.length, counts: { customers: customerIds.length } },
  channels: (_db, figures) => {
    const used = listChannels(figures)
    return used.length === 0
      ? null
      : { value: used.length, counts: { channels: used.length }, names: { names: used.join(', ') }, shares: { least: CHANNEL_SHARE } }
  },
  complaints_per_100: (db, figures) => {
    if (!figures.window || isEmpty(db, 'complaints')) return null
    const { from, until } = boundsOf(figures.window)
    const complaints = Number(db.prepare('SELECT count(*) FROM complaints WHERE opened_at >= ? AND opened_at < ?').pluck().get(from, until))
    // Those of nobody too: the same orders as in the figure "complaints per 100 orders".
    const ordered = sumSales({ db, figures, period: 'current' }).all.orders
    return ordered === 0
      ? null
      : { value: (100 * complaints) / ordered, counts: { complaints, orders: ordered, rate: (100 * complaints) / ordered } }
  },
  campaigns: (db) => {
    const campaigns = Number(db.prepare('SELECT count(*) FROM campaigns').pluck().get())
    return campaigns === 0 ? null : { value: campaigns, counts: { campaigns } }
  },
  partner_share: (_db, { orders }) => {
    let through = 0
    for (const traits of orders.traits) if ((traits & ORDER_TRAITS.partner) !== 0) through++
    const total = orders.traits.length
    return through === 0 ? null : { value: through / total, counts: { through, orders: total }, shares: { share: through / total } }
  }
}

/** Kept while the figures are the current ones: an answer given changes none of them. */
const cache = new WeakMap<Figures, ChoiceFact[]>()

/** Everything the data say to "which model suits me", each with its sentence; without a value it says what is missing. */
export function measureChoiceFacts(db: Database.Database, figures: Figures): ChoiceFact[] {
  const kept = cache.get(figures)
  if (kept) return kept
  const facts = (Object.keys(MEASURES) as ChoiceFactId[]).map((id) => {
    const reading = MEASURES[id](db, figures)
    return { id, value: reading?.value ?? null, text: describe(id, reading) }
  })
  cache.set(figures, facts)
  return facts
}

function describe(id: ChoiceFactId, reading: Reading): Text {
  const write = (language: Language): string =>
    reading
      ? translate(language, `choose.facts.${id}.known`, {
          ...reading.names,
          ...mapValues(reading.counts, (count) => formatNumber(count, language, 1)),
          ...mapValues(reading.shares, (share) => formatShare(share, language, 0))
        })
      : translate(language, `choose.facts.${id}.missing`)
  const [es, en] = LANGUAGES.map(write)
  return { en: en ?? '', es: es ?? '' }
}

function mapValues(values: Record<string, number> = {}, write: (value: number) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, write(value)]))
}

/** Channels of the identified customers' orders that carry at least a twentieth of those with a channel, the most used first. */
function listChannels({ orders: { channels, channelNames } }: Figures): string[] {
  const counts = new Int32Array(channelNames.length + 1)
  for (const channel of channels) if (channel < counts.length) counts[channel]! += 1
  const total = channels.length - (counts[0] ?? 0)
  return channelNames
    .map((name, at) => ({ name, count: counts[at + 1] ?? 0 }))
    .filter(({ count }) => count > 0 && count >= CHANNEL_SHARE * total)
    .sort((a, b) => b.count - a.count)
    .map(({ name }) => name)
}

function isEmpty(db: Database.Database, table: 'complaints'): boolean {
  return db.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined
}
