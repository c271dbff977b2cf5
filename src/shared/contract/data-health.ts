import { z } from 'zod'
import { IsoDate, Page, procedure, RowId } from './base.ts'

export const DIMENSION_NAMES = ['completeness', 'uniqueness', 'validity', 'timeliness', 'consistency'] as const
const FIELD_NAMES = ['name', 'email', 'phone', 'address', 'city', 'acquisitionChannel', 'language', 'taxId'] as const
export const FieldName = z.enum(FIELD_NAMES)
export type FieldName = z.infer<typeof FieldName>

/** Everything that can be wrong with a record, each with its list. */
export const HEALTH_PROBLEMS = [
  'incomplete',
  ...FIELD_NAMES.map((field) => `missing-${field}` as const),
  'invalid-email',
  'invalid-phone',
  'invalid-taxId',
  'placeholder',
  'duplicate',
  'stale',
  'acquired-late',
  'phone-country',
  'consent-unreachable'
] as const
export const HealthProblem = z.enum(HEALTH_PROBLEMS)
export type HealthProblem = z.infer<typeof HealthProblem>

/** What a machine can put right, a change of the whole list at once. */
export const HEALTH_FIXES = ['email', 'phone', 'taxId', 'placeholder'] as const
export const HealthFix = z.enum(HEALTH_FIXES)
export type HealthFix = z.infer<typeof HealthFix>

const Weight = z.number().min(0).max(1)
export const IndexWeights = z.object({
  completeness: Weight,
  uniqueness: Weight,
  validity: Weight,
  timeliness: Weight,
  consistency: Weight
})
export type IndexWeights = z.infer<typeof IndexWeights>

/** Percentages run from 0 to 100. */
const Percent = z.number().nullable()

export const DataHealth = z.object({
  asOf: IsoDate.nullable(),
  /** Live customers: not merged, not erased. */
  customers: z.number().int(),
  index: Percent,
  weights: IndexWeights,
  isOwnWeights: z.boolean(),
  dimensions: z.array(
    z.object({
      id: z.enum(DIMENSION_NAMES),
      value: Percent,
      numerator: z.number().int(),
      denominator: z.number().int()
    })
  ),
  fields: z.array(
    z.object({
      id: FieldName,
      /** In the weighted completeness; 0: none. */
      weight: z.number(),
      filled: z.number().int(),
      /** Null: the field has no format rule. */
      valid: z.number().int().nullable()
    })
  ),
  /** Records of 80 % and more, and the mean of all. */
  records: z.object({ complete: z.number().int(), mean: Percent }),
  problems: z.array(z.object({ id: HealthProblem, count: z.number().int() })),
  /** Values held against reality, of customers who are still there. */
  accuracy: z.object({
    customers: z.number().int(),
    checked: z.number().int(),
    correct: z.number().int(),
    share: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    fields: z.array(z.object({ id: FieldName, checked: z.number().int(), correct: z.number().int() }))
  })
})
export type DataHealth = z.infer<typeof DataHealth>

const Named = z.object({ id: RowId, name: z.string() })
/** `value`: what is written in the field the problem is about; null where it is about the whole record. */
export const Offender = Named.extend({ value: z.string().nullable(), city: z.string().nullable() })
export type Offender = z.infer<typeof Offender>

/** `after`: '' where the field becomes empty, null where the value can't be read and stays. */
export const FixRow = Named.extend({ field: FieldName, before: z.string(), after: z.string().nullable() })
export type FixRow = z.infer<typeof FixRow>

/** A customer to be held against reality: what the record says, and what was found so far. */
export const SampledCustomer = Named.extend({
  fields: z.array(z.object({ id: FieldName, value: z.string(), correct: z.boolean().nullable() }))
})
export type SampledCustomer = z.infer<typeof SampledCustomer>

/** `country`: where numbers without a prefix, or tax numbers of records without a country, are from. */
const FixInput = z.object({ fix: HealthFix, country: z.string().regex(/^[A-Z]{2}$/) })

export const dataHealth = {
  getHealth: procedure.output(DataHealth),
  listOffenders: procedure
    .input(Page.extend({ problem: HealthProblem }))
    .output(z.object({ total: z.number().int(), rows: z.array(Offender) })),
  /** What a fix would change, then the values it can't read and leaves: `total` and `left` say how many. */
  previewFix: procedure
    .input(Page.extend(FixInput.shape))
    .output(z.object({ total: z.number().int(), left: z.number().int(), rows: z.array(FixRow) })),
  /** As one change, that undo takes back. */
  applyFix: procedure.input(FixInput).output(z.object({ changed: z.number().int(), left: z.number().int() })),
  /** The country most records name, by its code; the question of a fix starts with it. */
  getHomeCountry: procedure.output(z.object({ country: z.string() })),
  /** Null: the weights the app comes with. */
  setWeights: procedure.input(IndexWeights.nullable()).output(z.null()),
  /** The sample in hand; none until one is drawn. */
  getSample: procedure.output(z.array(SampledCustomer)),
  /** Draws customers at random in place of the sample in hand. What was marked stays counted. */
  drawSample: procedure.input(z.object({ size: z.number().int().min(1).max(200).default(20) })).output(z.array(SampledCustomer)),
  /** Null takes a mark back. */
  markValue: procedure.input(z.object({ customerId: RowId, field: FieldName, correct: z.boolean().nullable() })).output(z.null()),
  /** Forgets every mark. */
  clearMarks: procedure.output(z.null())
}
