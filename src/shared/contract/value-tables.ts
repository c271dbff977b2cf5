import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { IsoDate, Minor, Page, RowId, Share } from './base.ts'
import { LifecycleState } from './customers.ts'
import { CohortOptions, MATRIX_CUTS, QUADRANTS, StrategicReason } from './value-groups.ts'

const Count = z.number().int()

// ── Cohorts ──────────────────────────────────────────────────────────────────

/** All lists run over the columns; null where a cell's period has not ended by the as-of date. */
const CohortCells = z.object({
  /** Customers of the cohort whose cell has ended: what `customers` is a share of. The cohort's size, but by channel. */
  observed: z.array(Count.nullable()),
  customers: z.array(Count.nullable()),
  retention: z.array(Share.nullable()),
  revenueMinor: z.array(Minor.nullable()),
  /** Revenue of the column ÷ revenue of column 0. */
  revenueRetention: z.array(Share.nullable()),
  /** Margin per customer of the cohort from its first order up to the end of the column, minor units. */
  cumulativeMarginMinor: z.array(Minor.nullable())
})
export const CohortRow = CohortCells.extend({
  /** First day of the period, or the channel. */
  id: z.string(),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  size: Count,
  /** First column whose cumulative margin reaches the cost of acquisition; null: not yet, or no cost given. */
  paybackColumn: Count.nullable()
})
export type CohortRow = z.infer<typeof CohortRow>
export const CohortTable = z.object({
  asOf: IsoDate.nullable(),
  options: CohortOptions,
  /** How many columns there are; column 0 is the period of the first order. */
  columns: Count,
  rows: z.array(CohortRow),
  /** Over the cohorts whose cell has ended, weighted by their size: Σ returning ÷ Σ N. */
  average: CohortCells.omit({ observed: true, customers: true, revenueMinor: true }).extend({ paybackColumn: Count.nullable() }),
  /** Cohorts before the first row that there is no room for. */
  olderCohorts: Count
})
export type CohortTable = z.infer<typeof CohortTable>

// ── Retention ────────────────────────────────────────────────────────────────

export const RETENTION_PERIODS = ['month', 'quarter', 'year', 'window'] as const
export const RetentionPoint = z.object({
  /** First and last day of the period. */
  from: IsoDate,
  to: IsoDate,
  /** Customers who bought in the period before, those of them who bought again in this one, first-time buyers, and buyers of earlier periods who came back. */
  before: Count,
  kept: Count,
  fresh: Count,
  returned: Count,
  /** Buyers of the period: kept + fresh + returned. */
  active: Count,
  share: Share.nullable(),
  churn: Share.nullable(),
  /** `share` to the power of periods in a year; null where a period is a year or more. */
  yearlyShare: Share.nullable(),
  /** 1 ÷ churn, in periods; null where nobody left. */
  tenurePeriods: z.number().nullable(),
  /** Revenue of the kept ones in this period ÷ revenue of all in the period before. */
  revenueShare: Share.nullable()
})
export const RetentionSeries = z.object({
  period: z.enum(RETENTION_PERIODS),
  asOf: IsoDate.nullable(),
  periodsPerYear: z.number(),
  points: z.array(RetentionPoint)
})
export type RetentionSeries = z.infer<typeof RetentionSeries>

/** Shifted-beta-geometric projection for contracts (domain 6.8). */
export const RetentionProjection = z.object({
  alpha: z.number().nullable(),
  beta: z.number().nullable(),
  logLikelihood: z.number().nullable(),
  /** Why there is no projection. */
  reason: Text.nullable(),
  /** From the start of the contract: share still there after 0, 1, 2 … renewals, and of each renewal the share that renews. */
  survival: z.array(Share),
  renewal: z.array(Share),
  /** Of a new customer, over the years asked for: Σ survival. */
  expectedTenure: z.number().nullable()
})
export type RetentionProjection = z.infer<typeof RetentionProjection>

// ── Movement ─────────────────────────────────────────────────────────────────

/**
 * Who was what at `from` and is what at `to`. `states`: the ids of LIFECYCLE_STATES, of the named RFM segments, or the value
 * tiers 'top20' | 'next30' | 'rest' | 'below_zero' | 'inactive' (by margin in W among those who bought in W); and always
 * 'none': not a customer (not scored, never bought) at that date, so the row 'none' is who is new and the column 'none' who is gone.
 */
export const Movement = z.object({
  states: z.array(z.string()),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  /** Customers in each state at both dates, in the order of `states`. */
  fromCustomers: z.array(Count),
  toCustomers: z.array(Count),
  /** One per pair that somebody made. */
  flows: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      customers: Count,
      /** Of the customers in `from`: the transition probability. */
      share: Share,
      /** Revenue of these customers in W at each date. */
      revenueFromMinor: Minor,
      revenueToMinor: Minor
    })
  ),
  /** Of the best fifth at `from`, the share no longer in it at `to`: about a half is usual (regression to the mean). Null but for 'value'. */
  topLost: Share.nullable()
})
export type Movement = z.infer<typeof Movement>

// ── Current × projected value ────────────────────────────────────────────────

export const Quadrant = z.enum(QUADRANTS)
/**
 * x: margin in W (revenue where no order has a cost); y: lifetime value. MVC: on the better side of both lines; MGC: of the
 * projected one only; maintain: the rest; below zero: below zero on either axis. With the cut 'top20' MVC is the segment s_mvc.
 */
export const ValueMatrix = z.object({
  available: z.boolean(),
  reason: Text.nullable(),
  measure: z.enum(['margin', 'revenue']),
  cut: z.enum(MATRIX_CUTS),
  /** Where the lines stand; null without customers. */
  currentCutMinor: Minor.nullable(),
  projectedCutMinor: Minor.nullable(),
  customers: Count,
  quadrants: z.array(z.object({ id: Quadrant, customers: Count, currentMinor: Minor, projectedMinor: Minor })),
  /** One per customer, or (`binned`) one per small field of the plane and quadrant, at the mean of its customers. */
  binned: z.boolean(),
  points: z.array(
    z.object({
      currentMinor: Minor,
      projectedMinor: Minor,
      customers: Count,
      quadrant: Quadrant,
      customerId: RowId.nullable(),
      name: z.string().nullable()
    })
  )
})
export type ValueMatrix = z.infer<typeof ValueMatrix>

// ── Lifetime table, equity, back-test ────────────────────────────────────────

export const LIFETIME_SORTS = ['name', 'x', 'tx', 'age', 'alive', 'expectedOrders', 'expectedSpend', 'clv', 'margin'] as const
export const LifetimeRow = z.object({
  customerId: RowId,
  externalId: z.string().nullable(),
  name: z.string(),
  /** Repeat order days; weeks from first to last order; weeks from first order to the as-of date. */
  x: Count,
  txWeeks: z.number(),
  ageWeeks: z.number(),
  /** P(still a customer) by BG/NBD: 1 for whoever never came back, which is a property of the model and no estimate (show `aliveCautious`). */
  alive: Share.nullable(),
  /** The same by MBG/NBD, where a customer can leave after the very first order. */
  aliveCautious: Share.nullable(),
  /** In the next `horizonWeeks`. */
  expectedOrders: z.number().nullable(),
  /** Of the next order. */
  expectedSpendMinor: Minor.nullable(),
  clvMinor: Minor.nullable(),
  /** Margin to date: historical value, not a prediction. */
  marginMinor: Minor
})
export type LifetimeRow = z.infer<typeof LifetimeRow>
export const LifetimeInput = Page.extend({
  horizonWeeks: z.number().int().min(1).max(520).default(52),
  /** Accent-blind, over name, e-mail, city and external id. */
  search: z.string().max(200).optional(),
  sort: z.object({ by: z.enum(LIFETIME_SORTS), descending: z.boolean() }).default({ by: 'clv', descending: true })
})
/** Everybody who bought; without a model the predicted columns are null and `reason` says why. */
export const LifetimePage = z.object({
  available: z.boolean(),
  reason: Text.nullable(),
  horizonWeeks: Count,
  total: Count,
  rows: z.array(LifetimeRow)
})
export type LifetimePage = z.infer<typeof LifetimePage>

/** What stands in where no model can be fitted (domain 6.6, fallbacks A and B). */
export const EquityFallback = z.object({
  /** 'retention': m · r / (1 + d − r) per value tier; 'history': no retention is known either, only the margin to date. */
  kind: z.enum(['retention', 'history']),
  tiers: z.array(
    z.object({
      id: z.enum(['top20', 'next30', 'rest', 'below_zero']),
      customers: Count,
      /** Margin in W per customer, brought to a year. */
      yearlyMarginMinor: Minor,
      /** Share of the tier one year ago that bought in the year since. */
      retention: Share.nullable(),
      valueMinor: Minor.nullable()
    })
  ),
  totalMinor: Minor,
  text: Text
})
export const Equity = z.object({
  available: z.boolean(),
  reason: Text.nullable(),
  totalMinor: Minor.nullable(),
  /**
   * 80 % range of what really comes of it: in four futures of five the discounted margin of today's customers' orders lies in it, if
   * the models hold. Holds what the data leave open about the parameters (bootstrap of customers) and chance (who stays, how often
   * and for how much each one buys); margin ratios as they are. Null where the resamples gave none; `rangeReason` says why.
   */
  lowMinor: Minor.nullable(),
  highMinor: Minor.nullable(),
  /** Orders of today's customers in the next `horizonWeeks`, with the same kind of range. */
  horizonWeeks: Count,
  expectedOrders: z.number().nullable(),
  lowOrders: z.number().nullable(),
  highOrders: z.number().nullable(),
  rangeReason: Text.nullable(),
  /** Resamples that gave a fit, of 200. */
  resamples: Count,
  fallback: EquityFallback.nullable()
})
export type Equity = z.infer<typeof Equity>

/** Who buys again: BG/NBD, time in weeks (domain 6.5). */
export const FittedBuying = z.object({
  r: z.number(),
  alpha: z.number(),
  a: z.number(),
  b: z.number(),
  logLikelihood: z.number(),
  customers: Count,
  repeaters: Count
})
/** For how much: Gamma-Gamma, amounts in minor units; over the customers with repeat purchases that cost something (domain 6.6). */
export const FittedSpend = z.object({
  p: z.number(),
  q: z.number(),
  gamma: z.number(),
  logLikelihood: z.number(),
  correlation: z.number().nullable(),
  customers: Count
})

const Accuracy = z.object({
  /** Orders predicted in all, and predicted ÷ actual − 1. */
  orders: z.number(),
  totalError: z.number().nullable(),
  /** Mean absolute and root mean square error per customer. */
  mae: z.number(),
  rmse: z.number()
})
/** The last weeks hidden from the model and predicted by it (order days of customers known at `calibratedUntil`). */
export const BackTest = z.object({
  available: z.boolean(),
  reason: Text.nullable(),
  calibratedUntil: IsoDate.nullable(),
  until: IsoDate.nullable(),
  weeks: Count,
  customers: Count,
  /** The models as fitted without the hidden weeks. */
  bgnbd: FittedBuying.nullable(),
  gammaGamma: FittedSpend.nullable(),
  actual: Count,
  model: Accuracy.nullable(),
  /** Naive rules: every customer buys as often as in as many weeks before; nobody buys. */
  sameAgain: Accuracy.nullable(),
  nothing: Accuracy.nullable(),
  /** Only where the model beats both rules in both errors. */
  usable: z.boolean(),
  /** Per number of repeat order days before (the last entry: that many or more): customers, and orders per customer. */
  byRepeats: z.array(z.object({ x: Count, orMore: z.boolean(), customers: Count, actual: z.number(), predicted: z.number() })),
  /** Repeat order days of all, week by week from the first order on: what was, and what the model says. */
  tracking: z.array(z.object({ week: Count, actual: Count, predicted: z.number() })),
  /** Customers by number of repeat order days at `calibratedUntil`: counted, and expected by the model. */
  histogram: z.array(z.object({ x: Count, orMore: z.boolean(), actual: Count, predicted: z.number() }))
})
export type BackTest = z.infer<typeof BackTest>

// ── Strategically significant customers ──────────────────────────────────────

export const FLAG_KINDS = ['benchmark', 'inspiration', 'door_opener', 'cost_magnet', 'exclude'] as const
export const FlagKind = z.enum(FLAG_KINDS)
export type FlagKind = z.infer<typeof FlagKind>
export const CustomerFlag = z.object({ kind: FlagKind, reason: z.string(), at: z.string() })
export const StrategicRow = z.object({
  customerId: RowId,
  externalId: z.string().nullable(),
  name: z.string(),
  /** Place by current value among the active customers, from 1 (equal ones share it); null: did not buy in W. */
  rank: Count.nullable(),
  reasons: z.array(StrategicReason),
  flags: z.array(CustomerFlag),
  /** Margin in W (revenue where no order has a cost), and its part of all. */
  currentMinor: Minor,
  share: Share.nullable(),
  clvMinor: Minor.nullable(),
  lifecycle: LifecycleState
})
export type StrategicRow = z.infer<typeof StrategicRow>
export const StrategicInput = Page.extend({
  reason: StrategicReason.optional(),
  /** The customers kept out by hand in place of those in the list. */
  excluded: z.boolean().default(false)
})
export const StrategicPage = z.object({
  measure: z.enum(['margin', 'revenue']),
  total: Count,
  /** Of all strategically significant customers: how many for each reason, how many kept out by hand. */
  counts: z.array(z.object({ reason: StrategicReason, customers: Count })),
  excludedCount: Count,
  rows: z.array(StrategicRow)
})
export type StrategicPage = z.infer<typeof StrategicPage>

// ── Opinions ─────────────────────────────────────────────────────────────────

const Opinion = z.object({
  respondents: Count,
  /** NPS −100 to 100; CSAT 0 to 100 (share of 4 and 5); CES mean of the scale. Null without answers. */
  value: z.number().nullable(),
  /** Half width of the 95 % range; null with fewer than two answers. */
  margin: z.number().nullable(),
  /** Fewer than 30 answers: to be shown in grey. */
  few: z.boolean()
})
export const Opinions = z.object({
  nps: Opinion.extend({ promoters: Count, passives: Count, detractors: Count }),
  csat: Opinion,
  ces: Opinion
})
export type Opinions = z.infer<typeof Opinions>

// ── RFM options ──────────────────────────────────────────────────────────────

/** Lower bounds of scores 2 to 5, ascending; for recency the most days of scores 5 to 2, ascending ("closed on the better side"). */
const Edges = z.array(z.number()).length(4)
/** How customers are scored (domain 6.2). Kept in the workspace. */
export const RfmOptions = z.object({
  /** Groups per variable; 3 are written 1, 3, 5 and 4 are written 1, 2, 4, 5, so that the named segments keep their meaning. */
  bins: z.number().int().min(3).max(5).default(5),
  frequency: z.enum(['order_days', 'orders']).default('order_days'),
  monetary: z.enum(['sum', 'mean', 'margin']).default('sum'),
  lookBack: z.enum(['all', 'window']).default('all'),
  /** 'equal': equal customers score alike, by the worse rank; 'exact': groups of equal size, ties cut by F, M, recency, id. */
  ties: z.enum(['equal', 'exact']).default('equal'),
  /** 'nested': F within each R, M within each RF (Hughes). */
  nesting: z.enum(['independent', 'nested']).default('independent'),
  /** Fixed limits in place of groups: days, count, minor units. Needs 5 bins. */
  edges: z.object({ r: Edges, f: Edges, m: Edges }).nullable().default(null),
  /** Of R, F and M in the weighted score; any scale. */
  weights: z.object({ r: z.number().min(0), f: z.number().min(0), m: z.number().min(0) }).default({ r: 1, f: 1, m: 1 }),
  /** 'a': R × F; 'combined': R × the rounded mean of F and M; 'b': R × F × M, first match, the rest 'others'. */
  scheme: z.enum(['a', 'combined', 'b']).default('a')
})
export type RfmOptions = z.infer<typeof RfmOptions>
