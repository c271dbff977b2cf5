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

const countBits = (column: Uint8Array, bit: number): number => column.reduce((count, bits) => count + ((bits & bit) === 0 ? 0 : 1), 0)
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Both numbers of every dimension, as the figures of the catalogue count them. A base of 0: no answer. */
const RATIOS: Readonly<Record<Dimension, (screening: Screening) => Ratio>> = {
  completeness: ({ figures }) => {
    const { completeness } = figures.attributes
    return { numerator: completeness.reduce((total, weight) => total + weight, 0), denominator: completeness.length * COMPLETENESS_TOTAL }
  },
  uniqueness: ({ figures: { duplicates } }) => ({
    numerator: duplicates.groups,
    denominator: duplicates.isAnswerable ? duplicates.groupOf.length : 0
  }),
  validity: ({ filled, invalid }) => {
    const fields = HEALTH_FIELDS.filter((field) => weightOf(field) > 0 && FORMAT_RULES[field])
    const written = sum(fields.map((field) => countBits(filled, bitOf(field))))
    return { numerator: written - sum(fields.map((field) => countBits(invalid, bitOf(field)))), denominator: written }
  },
  timeliness: ({ fresh }) => ({ numerator: fresh ? countMembers(fresh) : 0, denominator: fresh?.length ?? 0 }),
  consistency: ({ brokenRules }) => ({
    numerator: brokenRules.reduce((count, rules) => count + (rules === 0 ? 1 : 0), 0),
    denominator: brokenRules.length
  })
}

/** Everything the screen says, from what was found of every record. */
export function describeHealth(db: Database.Database, screening: Screening, own: IndexWeights | null): DataHealth {
  const { figures, filled, invalid } = screening
  const ratios = DIMENSIONS.map((id) => ({ id, ...RATIOS[id](screening) }))
  const values = Object.fromEntries(ratios.map(({ id, ...ratio }) => [id, percentOf(ratio)])) as Record<Dimension, number | null>
  const weights = own ?? DEFAULT_WEIGHTS
  const { completeness } = figures.attributes
  const marks = countMarks(db)
  return {
    asOf: figures.asOf,
    customers: figures.customerIds.length,
    index: figures.customerIds.length === 0 ? null : computeIndex(values, weights),
    weights: { ...weights },
    isOwnWeights: own !== null,
    dimensions: ratios.map((ratio) => ({ ...ratio, value: values[ratio.id] })),
    fields: HEALTH_FIELDS.map((id) => {
      const count = countBits(filled, bitOf(id))
      return { id, weight: weightOf(id), filled: count, valid: FORMAT_RULES[id] ? count - countBits(invalid, bitOf(id)) : null }
    }),
    records: {
      complete: completeness.reduce((count, weight) => count + (weight < COMPLETENESS_GOAL * COMPLETENESS_TOTAL ? 0 : 1), 0),
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
