import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { IsoDate, Minor, procedure, RowId, Share, Window } from './base.ts'
import { LifecycleState } from './customers.ts'
import { CohortOptions, MATRIX_CUTS, MovementOptions } from './value-groups.ts'
import {
  BackTest,
  CohortTable,
  Equity,
  FittedBuying,
  FittedSpend,
  FlagKind,
  LifetimeInput,
  LifetimePage,
  Movement,
  Opinions,
  RETENTION_PERIODS,
  RetentionProjection,
  RetentionSeries,
  RfmOptions,
  StrategicInput,
  StrategicPage,
  ValueMatrix
} from './value-tables.ts'

export const Rfm = z.object({
  /** Customers with at least one valid order up to the as-of date. */
  scored: z.number().int(),
  /** Customers per score 1 to 5. */
  r: z.array(z.number().int()),
  f: z.array(z.number().int()),
  m: z.array(z.number().int()),
  /** The R × F grid: 25 cells. */
  cells: z.array(
    z.object({ r: z.number().int(), f: z.number().int(), customers: z.number().int(), revenueMinor: Minor, segment: z.string() })
  ),
  /** By the scheme of the options; 'others' last in scheme B. `meanScore`: of the weighted score, 1 to 5. */
  segments: z.array(z.object({ id: z.string(), customers: z.number().int(), revenueMinor: Minor, meanScore: z.number().nullable() })),
  /** Customers by R + F + M, 3 to 15. */
  sums: z.array(z.number().int()),
  options: RfmOptions,
  /** Fewer than 25 customers: terciles written 1, 3, 5 whatever the options. */
  terciles: z.boolean()
})
export type Rfm = z.infer<typeof Rfm>

/** Concentration of revenue over all customers scored (domain 6.3). Curve: cumulative shares, descending. */
export const Concentration = z.object({
  customers: z.number().int(),
  totalMinor: Minor,
  top20Customers: z.number().int(),
  top20Share: Share.nullable(),
  gini: z.number().nullable(),
  giniCorrected: z.number().nullable(),
  customersFor80: z.number().int().nullable(),
  zeroCustomers: z.number().int(),
  belowZeroCustomers: z.number().int(),
  largestShare: Share.nullable(),
  topThreeShare: Share.nullable(),
  /** Σ (share of each)²: 1 when one customer brings all. */
  herfindahl: z.number().nullable(),
  /** A: the fewest customers who bring 80 %, B: the next up to 95 %, C: all others. Empty without value. */
  abc: z.array(z.object({ id: z.enum(['a', 'b', 'c']), customers: z.number().int(), totalMinor: Minor })),
  curve: z.array(z.object({ customers: Share, value: Share }))
})
export type Concentration = z.infer<typeof Concentration>

/** Predicted lifetime value: the margin of the next 36 months, discounted (domain 6.6). */
export const LifetimeValue = z.object({
  /** False: `reason` says in plain words why nothing can be predicted, and the figures are null. */
  available: z.boolean(),
  reason: Text.nullable(),
  /** Customers with a value, and the sum of their values. */
  customers: z.number().int().nullable(),
  totalMinor: Minor.nullable(),
  /** Repeat buyers who are still customers with a probability of at least one half. */
  aliveRepeatBuyers: z.number().int().nullable(),
  horizonMonths: z.number().int(),
  yearlyDiscount: Share,
  /** Where the amount of the next purchase comes from: the model, or each customer's own mean drawn half-way to that of all. */
  spend: z.enum(['gamma-gamma', 'shrunk-mean']).nullable(),
  bgnbd: FittedBuying.nullable(),
  gammaGamma: FittedSpend.nullable(),
  warnings: z.array(z.enum(['parameter-at-limit', 'starts-disagree', 'no-drop-out', 'spend-without-model']))
})
export type LifetimeValue = z.infer<typeof LifetimeValue>

export const ValueAnalysis = z.object({
  asOf: IsoDate.nullable(),
  window: Window.nullable(),
  customers: z.number().int(),
  rfm: Rfm,
  /** Whole history up to the as-of date. */
  concentration: Concentration,
  /** Only W, only active customers. */
  concentrationWindow: Concentration,
  lifecycle: z.array(z.object({ state: LifecycleState, customers: z.number().int(), revenueMinor: Minor })),
  lifecycleThresholds: z
    .object({
      medianGapDays: z.number(),
      gaps: z.number().int(),
      newDays: z.number(),
      riskDays: z.number(),
      lapsedDays: z.number(),
      lostDays: z.number()
    })
    .nullable(),
  ssc: z.object({ customers: z.number().int(), revenueShare: Share.nullable(), measure: z.enum(['margin', 'revenue']) }).nullable(),
  lifetime: LifetimeValue,
  revenueWindowMinor: Minor,
  revenuePreviousMinor: Minor,
  retention: z.object({ share: Share.nullable(), previousShare: Share.nullable(), kept: z.number().int(), before: z.number().int() })
})
export type ValueAnalysis = z.infer<typeof ValueAnalysis>

export const value = {
  getValue: procedure.output(ValueAnalysis),
  /** `acquisitionCostMinor`: what a new customer costs, for the month of payback. */
  getCohorts: procedure
    .input(CohortOptions.extend({ acquisitionCostMinor: Minor.min(0).nullable().default(null) }).prefault({}))
    .output(CohortTable),
  getRetention: procedure.input(z.object({ period: z.enum(RETENTION_PERIODS).default('month') }).prefault({})).output(RetentionSeries),
  /** `survivors`: customers of one start still there after 0, 1, 2 … renewals, as counts or per cent. */
  projectRetention: procedure
    .input(z.object({ survivors: z.array(z.number().min(0)).min(1).max(200), periods: z.number().int().min(1).max(200).default(20) }))
    .output(RetentionProjection),
  getMovement: procedure.input(MovementOptions.prefault({})).output(Movement),
  getValueMatrix: procedure.input(z.object({ cut: z.enum(MATRIX_CUTS).default('top20') }).prefault({})).output(ValueMatrix),
  listLifetimes: procedure.input(LifetimeInput.prefault({})).output(LifetimePage),
  /** Takes seconds in a large workspace the first time; nothing else waits for it. Abort the call when it is no longer wanted. */
  getEquity: procedure.input(z.object({ horizonWeeks: z.number().int().min(1).max(520).default(52) }).prefault({})).output(Equity),
  /** `calibratedUntil`: the last day the model may see; null: `weeks` before the latest order up to the as-of date. Like `getEquity`. */
  getBackTest: procedure
    .input(
      z.object({ weeks: z.number().int().min(1).max(520).default(26), calibratedUntil: IsoDate.nullable().default(null) }).prefault({})
    )
    .output(BackTest),
  listStrategic: procedure.input(StrategicInput.prefault({})).output(StrategicPage),
  /** Flags a customer by hand, or changes the reason given. Undoable. */
  setCustomerFlag: procedure
    .input(z.object({ customerId: RowId, kind: FlagKind, reason: z.string().trim().max(500).default('') }))
    .output(z.null()),
  removeCustomerFlag: procedure.input(z.object({ customerId: RowId, kind: FlagKind })).output(z.null()),
  getOpinions: procedure.output(Opinions),
  getRfmOptions: procedure.output(RfmOptions),
  /** Undoable; every figure that reads the scores follows. */
  setRfmOptions: procedure.input(RfmOptions).output(RfmOptions)
}
