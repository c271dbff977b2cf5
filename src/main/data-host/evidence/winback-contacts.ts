import { CUSTOMER_FLAGS } from '../../../shared/analytics/customer-attributes.ts'
import { findLifecycle, listGaps } from '../../../shared/analytics/lifecycle.ts'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import type { Figures } from '../figures/figures.ts'
import type { MetricSource } from './metric-definition.ts'
import { daySpanOf, findOrderDay } from './order-search.ts'

/** Days in which an order counts as an answer to a winback message (domain 4). */
const RETURN_DAYS = 60

/** A lapsed or lost customer who was sent a winback message. */
export interface WinbackContact {
  readonly i: number
  /** Day of the first order within 60 days after a message; null: did not come back. */
  readonly returnDay: number | null
}

/** Condition on the campaigns, our own SQL. */
export type WinbackScope = 'every campaign' | 'campaigns with a cost'

const SCOPES: Readonly<Record<WinbackScope, string>> = {
  'every campaign': '',
  'campaigns with a cost': 'AND c.actual_cost_minor IS NOT NULL'
}

/** Each once, up to the end of the window: who was lapsed or lost (domain 6.4) on the day the message went out. */
export function findWinbackContacts(source: MetricSource, scope: WinbackScope): WinbackContact[] {
  const { db, figures } = source
  const span = daySpanOf(source)
  if (!span) return []
  const rows = db
    .prepare<[], { customer: number; sent: string }>(
      `SELECT m.customer_id AS customer, m.sent_at AS sent FROM campaign_members m JOIN campaigns c ON c.id = m.campaign_id
       WHERE c.goal = 'winback' AND m.sent_at IS NOT NULL ${SCOPES[scope]} ORDER BY m.sent_at`
    )
    .iterate()
  const found = new Map<number, WinbackContact>()
  for (const { customer, sent } of rows) {
    const day = dayOfIsoDate(sent)
    const i = figures.indexOf(customer)
    if (i < 0 || !(day <= span.upTo) || !wasGone(figures, i, day)) continue
    const returnDay = findOrderDay(figures.orders, i, { after: day - 1, upTo: Math.min(day + RETURN_DAYS, span.upTo) })
    found.set(i, { i, returnDay: found.get(i)?.returnDay ?? returnDay })
  }
  return [...found.values()]
}

/** Lapsed or lost by what was known before that day; who had never bought was neither. */
function wasGone({ orders, attributes, lifecycleThresholds }: Figures, i: number, day: number): boolean {
  const gaps = listGaps(orders, i, day - 1)
  const firstDay = findOrderDay(orders, i, { after: Number.NEGATIVE_INFINITY, upTo: day - 1 })
  if (firstDay === null || !lifecycleThresholds) return false
  const { state } = findLifecycle(
    {
      asOfDay: day,
      firstDay,
      lastDay: firstDay + gaps.reduce((sum, gap) => sum + gap, 0),
      gaps,
      isMarkedLost: (attributes.flags[i]! & CUSTOMER_FLAGS.markedLost) !== 0,
      aliveProbability: null
    },
    lifecycleThresholds
  )
  return state === 'lapsed' || state === 'lost'
}
