import { NO_DAY } from '../../../shared/analytics/customer-profile.ts'
import { RFM_SEGMENTS } from '../../../shared/analytics/rfm.ts'
import { LIFECYCLE_STATES } from '../../../shared/contract/customers.ts'
import type { Figures } from './figures.ts'

export type FigureSource = Pick<
  Figures,
  'profile' | 'r' | 'f' | 'm' | 'rfmSegment' | 'lifecycle' | 'isSsc' | 'lifetime' | 'asOfDay' | 'customerIds'
>

type Read = (i: number) => number
const dayOrNone = (day: number): number => (day === NO_DAY ? Number.NaN : day)
const scoreOrNone = (score: number): number => (score === 0 ? Number.NaN : score)

/** Each figure as a number per customer, as `customer_metrics` keeps it; NaN: none. Choices are their place in the list. */
export const FIGURE_READERS: Readonly<Record<string, (figures: FigureSource) => Read>> = {
  orders:
    ({ profile }) =>
    (i) =>
      profile.orders[i]!,
  'order-days':
    ({ profile }) =>
    (i) =>
      profile.orderDays[i]!,
  'first-order':
    ({ profile }) =>
    (i) =>
      dayOrNone(profile.firstDay[i]!),
  'last-order':
    ({ profile }) =>
    (i) =>
      dayOrNone(profile.lastDay[i]!),
  recency:
    ({ profile, asOfDay }) =>
    (i) =>
      profile.orders[i]! > 0 ? (asOfDay ?? 0) - profile.lastDay[i]! : Number.NaN,
  revenue:
    ({ profile }) =>
    (i) =>
      profile.revenue[i]!,
  'revenue-window':
    ({ profile }) =>
    (i) =>
      profile.revenueWindow[i]!,
  'margin-window':
    ({ profile }) =>
    (i) =>
      Math.round(profile.marginWindow[i]!),
  'average-order':
    ({ profile }) =>
    (i) =>
      profile.revenue[i]! / (profile.orders[i] === 0 ? Number.NaN : profile.orders[i]!),
  'lifetime-value':
    ({ lifetime }) =>
    (i) =>
      Math.round(lifetime.value[i]!),
  alive:
    ({ lifetime }) =>
    (i) =>
      lifetime.alive[i]!,
  strategic:
    ({ isSsc }) =>
    (i) =>
      isSsc[i]!,
  r:
    ({ r }) =>
    (i) =>
      scoreOrNone(r[i]!),
  f:
    ({ f }) =>
    (i) =>
      scoreOrNone(f[i]!),
  m:
    ({ m }) =>
    (i) =>
      scoreOrNone(m[i]!),
  lifecycle:
    ({ lifecycle }) =>
    (i) =>
      lifecycle[i]!,
  rfm:
    ({ rfmSegment }) =>
    (i) =>
      scoreOrNone(rfmSegment[i]!) - 1
}

/** Values of the choices by place. */
export const FIGURE_CHOICES: Readonly<Record<string, readonly string[]>> = {
  lifecycle: LIFECYCLE_STATES,
  rfm: RFM_SEGMENTS.map(({ id }) => id)
}
