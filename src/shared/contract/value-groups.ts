import { z } from 'zod'
import { IsoDate } from './base.ts'

/** What a cohort is made of: customers who first bought in the same calendar period, or through the same channel. */
export const COHORT_PERIODS = ['week', 'month', 'quarter', 'year', 'channel'] as const
/**
 * How time is cut: calendar periods of the cohort's length; bins of 30 days since each customer's own first order; or
 * "in this calendar period or any later one" (domain 6.7). Cohorts by channel are always looked at by anniversary.
 */
export const COHORT_GRIDS = ['calendar', 'anniversary', 'rolling'] as const
export const CohortOptions = z.object({
  by: z.enum(COHORT_PERIODS).default('month'),
  grid: z.enum(COHORT_GRIDS).default('calendar')
})
export type CohortOptions = z.infer<typeof CohortOptions>

/** What a customer can be at a date, by three ways of looking. */
export const MOVEMENT_STATES = ['lifecycle', 'rfm', 'value'] as const
export const MovementOptions = z.object({
  states: z.enum(MOVEMENT_STATES).default('lifecycle'),
  /** Null: one window W before `to`. */
  from: IsoDate.nullable().default(null),
  /** Null: the as-of date. */
  to: IsoDate.nullable().default(null)
})
export type MovementOptions = z.infer<typeof MovementOptions>

export const QUADRANTS = ['mvc', 'mgc', 'maintain', 'below_zero'] as const
/** Where the lines stand that cut the matrix: the best fifth of each axis, or its median. */
export const MATRIX_CUTS = ['top20', 'median'] as const

/** Why a customer is strategically significant: by value, or because a person said so. */
export const STRATEGIC_REASONS = ['top_value', 'benchmark', 'inspiration', 'door_opener', 'cost_magnet'] as const
export const StrategicReason = z.enum(STRATEGIC_REASONS)
export type StrategicReason = z.infer<typeof StrategicReason>

/** The customers behind a part of the value screen, as a filter of the customers table. */
export const ValueGroup = z.discriminatedUnion('by', [
  z.object({ by: z.literal('quadrant'), quadrant: z.enum(QUADRANTS), cut: z.enum(MATRIX_CUTS).default('top20') }),
  z.object({
    by: z.literal('movement'),
    options: MovementOptions.prefault({}),
    /** Ids of `Movement.states`; without one: whatever it was. */
    fromState: z.string().optional(),
    toState: z.string().optional()
  }),
  z.object({
    by: z.literal('cohort'),
    options: CohortOptions.prefault({}),
    /** `CohortRow.id`. */
    cohort: z.string(),
    /** Only those who are counted in this column; without it the whole cohort. */
    column: z.number().int().min(0).optional()
  }),
  z.object({ by: z.literal('strategic'), reason: StrategicReason.optional() })
])
export type ValueGroup = z.infer<typeof ValueGroup>
