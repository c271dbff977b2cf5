import { formatMoney } from '../../../../shared/i18n/formats.ts'
import { readSettings } from '../../database/settings.ts'
import type { Figures } from '../../figures/figures.ts'
import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, windowOf } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

interface ChannelRow {
  channel: string
  isNow: 0 | 1
  contacts: number
  /** How many of them have a cost, and its sum. */
  known: number
  cost: number
}

/** Channels named in the text: the dearest ones. */
const NAMED = 6
const IN_WINDOW = `channel <> '' AND at >= @from AND at < @until`

/** Channels of both windows; one pass, kept with the figures. */
const kept = new WeakMap<Figures, ChannelRow[]>()

function readRows({ db, figures }: MetricSource): ChannelRow[] {
  const known = kept.get(figures)
  if (known) return known
  const { window, previousWindow } = figures
  if (!window || !previousWindow) return []
  const rows = db
    .prepare<unknown[], ChannelRow>(
      `SELECT channel, at >= @middle AS isNow, COUNT(*) AS contacts, COUNT(cost_minor) AS known, SUM(cost_minor) AS cost
       FROM interactions WHERE ${IN_WINDOW} GROUP BY 1, 2`
    )
    .all({ from: boundsOf(previousWindow).from, middle: boundsOf(window).from, until: boundsOf(window).until })
  kept.set(figures, rows)
  return rows
}

/** Channels of the window in which some contact has a cost, the dearest per contact first. */
function readChannels(source: MetricSource): ChannelRow[] {
  const isNow = source.period === 'current' ? 1 : 0
  return readRows(source)
    .filter((row) => row.isNow === isNow && row.known > 0)
    .sort((a, b) => b.cost / b.contacts - a.cost / a.contacts || (a.channel < b.channel ? -1 : 1))
}

/** Σ interactions.cost_amount in channel c / number of interactions in channel c: for each channel in words, for all of them as the value. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'interactions', 'cost_minor IS NOT NULL')) return needsData(['interactions'], 'contact-costs')
  if (!windowOf(source)) return needsData(['orders'])
  const channels = readChannels(source)
  const contacts = channels.reduce((sum, each) => sum + each.contacts, 0)
  if (contacts === 0) return noDenominator()
  const cost = channels.reduce((sum, each) => sum + each.cost, 0)
  const { currency } = readSettings(source.db)
  return {
    value: Math.round(cost / contacts),
    numerator: cost,
    denominator: contacts,
    sample: contacts,
    written: (language) => ({
      channels: channels
        .slice(0, NAMED)
        .map((each) => `${each.channel} ${formatMoney(Math.round(each.cost / each.contacts), currency, language)}`)
        .join(', ')
    })
  }
}

export const channelCost: MetricDefinition = {
  id: 'k_channel_cost',
  needs: ['interactions'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const window = windowOf(source)
    if (!window) return new Int32Array()
    const channels = new Set(readChannels(source).map(({ channel }) => channel))
    const rows = source.db
      .prepare<unknown[], { customer: number | null; channel: string }>(
        `SELECT DISTINCT customer_id AS customer, channel FROM interactions WHERE ${IN_WINDOW}${part === 'numerator' ? ' AND cost_minor > 0' : ''}`
      )
      .all(boundsOf(window))
    return listDistinct(
      source.figures,
      rows.filter(({ channel }) => channels.has(channel))
    )
  }
}
