import { CUSTOMER_FLAGS } from '../../../shared/analytics/customer-attributes.ts'
import { findLifecycle, findRhythm, listGaps } from '../../../shared/analytics/lifecycle.ts'
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

/** What a campaign cost has to be known for what it brought, not for how many came. */
export interface WinbackContacts {
  readonly all: readonly WinbackContact[]
  /** By the campaigns alone whose cost is known. */
  readonly costed: readonly WinbackContact[]
}
type Period = MetricSource['period']

interface Message {
  customer: number
  sent: string
  isCosted: 0 | 1
}

/** Two figures read the same contacts. */
const kept = new WeakMap<Figures, Partial<Record<Period, WinbackContacts>>>()

/** Each customer once, up to the end of the window: who was lapsed or lost (domain 6.4) on the day the message went out. */
export function findWinbackContacts(source: MetricSource): WinbackContacts {
  const { figures, period } = source
  const known = kept.get(figures)?.[period]
  if (known) return known
  const found = readContacts(source)
  kept.set(figures, { ...kept.get(figures), [period]: found })
  return found
}

function readContacts(source: MetricSource): WinbackContacts {
  const { db, figures } = source
  const all = new Map<number, WinbackContact>()
  const costed = new Map<number, WinbackContact>()
  const span = daySpanOf(source)
  const rows = db
    .prepare<[], Message>(
      `SELECT m.customer_id AS customer, m.sent_at AS sent, c.actual_cost_minor IS NOT NULL AS isCosted
       FROM campaigns c JOIN campaign_members m ON m.campaign_id = c.id WHERE c.goal = 'winback' AND m.sent_at IS NOT NULL ORDER BY m.sent_at`
    )
    .all()
  for (const { customer, sent, isCosted } of rows) {
    const day = dayOfIsoDate(sent)
    const i = figures.indexOf(customer)
    if (!span || i < 0 || !(day <= span.upTo) || !wasGone(figures, i, day)) continue
    const returnDay = findOrderDay(figures.orders, i, { after: day - 1, upTo: Math.min(day + RETURN_DAYS, span.upTo) })
    for (const contacts of isCosted ? [all, costed] : [all]) contacts.set(i, { i, returnDay: contacts.get(i)?.returnDay ?? returnDay })
  }
  return { all: [...all.values()], costed: [...costed.values()] }
}

/** Lapsed or lost by what was known before that day; who had never bought was neither. */
function wasGone({ orders, attributes, lifecycleThresholds }: Figures, i: number, day: number): boolean {
  const gaps = listGaps(orders, i, day - 1)
  const firstDay = findOrderDay(orders, i, { after: Number.NEGATIVE_INFINITY, upTo: day - 1 })
  if (firstDay === null || !lifecycleThresholds) return false
  const lastDay = firstDay + gaps.reduce((sum, gap) => sum + gap, 0)
  const { state } = findLifecycle(
    {
      asOfDay: day,
      firstDay,
      lastDay,
      rhythm: findRhythm(gaps, lastDay, day),
      isMarkedLost: (attributes.flags[i]! & CUSTOMER_FLAGS.markedLost) !== 0,
      aliveProbability: null
    },
    lifecycleThresholds
  )
  return state === 'lapsed' || state === 'lost'
}

/** Ids of the contacts, ascending; `returned`: only those who came back. */
export function listContacts({ customerIds }: Figures, contacts: readonly WinbackContact[], part: 'returned' | 'all'): Int32Array {
  return Int32Array.from(contacts.filter(({ returnDay }) => part === 'all' || returnDay !== null).map(({ i }) => customerIds[i]!)).sort()
}
