import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { IsoDate, Minor, procedure, Share, Window } from './base.ts'
import { LifecycleState } from './customers.ts'

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
  segments: z.array(z.object({ id: z.string(), customers: z.number().int(), revenueMinor: Minor }))
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
  /** Who buys again, time in weeks (domain 6.5). */
  bgnbd: z
    .object({
      r: z.number(),
      alpha: z.number(),
      a: z.number(),
      b: z.number(),
      logLikelihood: z.number(),
      customers: z.number().int(),
      repeaters: z.number().int()
    })
    .nullable(),
  /** For how much, amounts in minor units; over the customers with repeat purchases that cost something. */
  gammaGamma: z
    .object({
      p: z.number(),
      q: z.number(),
      gamma: z.number(),
      logLikelihood: z.number(),
      correlation: z.number().nullable(),
      customers: z.number().int()
    })
    .nullable(),
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
  getValue: procedure.output(ValueAnalysis)
}
