import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { daySpanOf } from '../order-search.ts'

const FOLLOW_UP_DAYS = 90

/** Prospects: on record in W before any valid order of theirs, with 90 days to follow; and those of them who bought within 90 days. */
function findProspects(source: MetricSource): { base: Uint8Array; won: Uint8Array } {
  const { attributes, profile } = source.figures
  const base = new Uint8Array(profile.orders.length)
  const won = new Uint8Array(base.length)
  const span = daySpanOf(source)
  if (!span) return { base, won }
  for (let i = 0; i < base.length; i++) {
    const entered = attributes.enteredDay[i]!
    const hasBought = profile.orders[i]! > 0
    if (entered <= span.after || entered > span.upTo - FOLLOW_UP_DAYS) continue
    // Whoever is on record from the first purchase on was never a prospect.
    if (hasBought && profile.firstDay[i]! <= entered) continue
    base[i] = 1
    if (hasBought && profile.firstDay[i]! <= entered + FOLLOW_UP_DAYS) won[i] = 1
  }
  return { base, won }
}

/** 100 × prospects put on record in W with a first valid order within 90 days / prospects put on record in W, 90 days before its end or earlier. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const { base, won } = findProspects(source)
  const prospects = countMembers(base)
  return prospects === 0 ? needsData(['customers'], 'prospects') : makePercentage(countMembers(won), prospects)
}

export const leadConversion: MetricDefinition = {
  id: 'k_lead_conversion',
  needs: ['customers', 'orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { base, won } = findProspects(source)
    return listMembers(source.figures, part === 'numerator' ? won : base)
  }
}
