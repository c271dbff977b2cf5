import type Database from 'better-sqlite3'
import { COMPLETENESS_GOAL, COMPLETENESS_TOTAL } from '../../../shared/analytics/completeness.ts'
import { estimateAccuracy } from '../../../shared/analytics/data-health/accuracy.ts'
import { bitOf, FORMAT_RULES, HEALTH_FIELDS, weightOf } from '../../../shared/analytics/data-health/fields.ts'
import {
  computeIndex,
  DEFAULT_WEIGHTS,
  type Dimension,
  DIMENSIONS,
  percentOf,
  type Ratio
} from '../../../shared/analytics/data-health/quality-index.ts'
import { type DataHealth, HEALTH_PROBLEMS, type IndexWeights } from '../../../shared/contract/data-health.ts'
import { countMembers } from '../evidence/customer-lists.ts'
import { countMarks } from './accuracy-checks.ts'
import type { Screening } from './screening.ts'

/** How often every byte stands in a column: one pass, whatever is asked of its bits. */
function countBytes(column: Uint8Array): Int32Array {
  const counts = new Int32Array(256)
  for (const byte of column) counts[byte]!++
  return counts
}
const countBits = (bytes: Int32Array, bit: number): number => bytes.reduce((sum, count, byte) => sum + ((byte & bit) === 0 ? 0 : count), 0)

/** Counts of a screening: they change with it alone, while weights and marks come and go. */
interface Counts {
  readonly filled: Int32Array
  readonly invalid: Int32Array
  readonly consistent: number
  /** Records at the goal and over it, and the weight all have together. */
  readonly complete: number
  readonly weight: number
}
const kept = new WeakMap<Screening, Counts>()

function countAll(screening: Screening): Counts {
  const known = kept.get(screening)
  if (known) return known
  let complete = 0
  let weight = 0
  for (const each of screening.figures.attributes.completeness) {
    weight += each
    if (each >= COMPLETENESS_GOAL * COMPLETENESS_TOTAL) complete++
  }
  const counts = {
    filled: countBytes(screening.filled),
    invalid: countBytes(screening.invalid),
    consistent: countBytes(screening.brokenRules)[0] ?? 0,
    complete,
    weight
  }
  kept.set(screening, counts)
  return counts
}
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Both numbers of every dimension, as the figures of the catalogue count them. A base of 0: no answer. */
const RATIOS: Readonly<Record<Dimension, (screening: Screening, counts: Counts) => Ratio>> = {
  completeness: ({ figures }, { weight }) => ({ numerator: weight, denominator: figures.customerIds.length * COMPLETENESS_TOTAL }),
  uniqueness: ({ figures: { duplicates } }) => ({
    numerator: duplicates.groups,
    denominator: duplicates.isAnswerable ? duplicates.groupOf.length : 0
  }),
  validity: (_screening, { filled, invalid }) => {
    const fields = HEALTH_FIELDS.filter((field) => weightOf(field) > 0 && FORMAT_RULES[field])
    const written = sum(fields.map((field) => countBits(filled, bitOf(field))))
    return { numerator: written - sum(fields.map((field) => countBits(invalid, bitOf(field)))), denominator: written }
  },
  timeliness: ({ fresh }) => ({ numerator: fresh ? countMembers(fresh) : 0, denominator: fresh?.length ?? 0 }),
  consistency: ({ brokenRules }, { consistent }) => ({ numerator: consistent, denominator: brokenRules.length })
}

/** Everything the screen says, from what was found of every record. */
export function describeHealth(db: Database.Database, screening: Screening, own: IndexWeights | null): DataHealth {
  const { figures } = screening
  const counts = countAll(screening)
  const ratios = DIMENSIONS.map((id) => ({ id, ...RATIOS[id](screening, counts) }))
  const values = Object.fromEntries(ratios.map(({ id, ...ratio }) => [id, percentOf(ratio)])) as Record<Dimension, number | null>
  const weights = own ?? DEFAULT_WEIGHTS
  const marks = countMarks(db)
  return {
    asOf: figures.asOf,
    customers: figures.customerIds.length,
    index: figures.customerIds.length === 0 ? null : computeIndex(values, weights),
    weights: { ...weights },
    isOwnWeights: own !== null,
    dimensions: ratios.map((ratio) => ({ ...ratio, value: values[ratio.id] })),
    fields: HEALTH_FIELDS.map((id) => {
      const count = countBits(counts.filled, bitOf(id))
      return { id, weight: weightOf(id), filled: count, valid: FORMAT_RULES[id] ? count - countBits(counts.invalid, bitOf(id)) : null }
    }),
    records: {
      complete: counts.complete,
      mean: values.completeness
    },
    problems: HEALTH_PROBLEMS.map((id) => ({ id, count: screening.positions.get(id)?.length ?? 0 })),
    accuracy: {
      customers: marks.customers,
      ...estimateAccuracy(sum(marks.fields.map(({ correct }) => correct)), sum(marks.fields.map(({ checked }) => checked))),
      fields: marks.fields
    }
  }
}
