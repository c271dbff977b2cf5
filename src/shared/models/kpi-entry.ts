import type { Kpi, NewKpiEntry } from '../contract/models.ts'
import { CauceError } from '../domain/errors.ts'

interface Range {
  readonly lowest: number
  /** Null: no upper end. */
  readonly highest: number | null
}
/** What a value in each unit can be; a unit that is not here takes any number. */
const RANGES: Readonly<Partial<Record<Kpi['unit'], Range>>> = {
  '%': { lowest: 0, highest: 100 },
  '0–100': { lowest: 0, highest: 100 },
  '−100…100': { lowest: -100, highest: 100 },
  pp: { lowest: -100, highest: 100 },
  '0–1': { lowest: 0, highest: 1 },
  count: { lowest: 0, highest: null },
  ratio: { lowest: 0, highest: null },
  hours: { lowest: 0, highest: null },
  days: { lowest: 0, highest: null },
  'per 100': { lowest: 0, highest: null }
}
/** Units whose value is a hundred times the part over the total. */
const HUNDREDFOLD = new Set<Kpi['unit']>(['%', '−100…100'])
/** People round: 66.7 for 2 of 3 is the same figure. */
const ROUNDING = 0.5

/**
 * The value an entry stands for, checked against its unit; computed where only the two numbers are given. Throws
 * `entry-empty`, `entry-parts`, `entry-parts-differ`, `entry-below-zero` or `entry-out-of-range`.
 */
export function settleEntryValue(unit: Kpi['unit'], { value, numerator, denominator }: NewKpiEntry): number {
  const computed = HUNDREDFOLD.has(unit) ? divideParts(unit, numerator, denominator) : null
  const settled = computed ?? value
  if (settled === undefined) throw new CauceError('entry-empty')
  checkRange(unit, value ?? settled)
  if (computed !== null && value !== undefined && Math.abs(computed - value) > ROUNDING) throw new CauceError('entry-parts-differ')
  return settled
}

function divideParts(unit: Kpi['unit'], numerator: number | null, denominator: number | null): number | null {
  if (numerator === null && denominator === null) return null
  const least = unit === '%' ? 0 : -(denominator ?? 0)
  if (numerator === null || denominator === null || denominator <= 0 || numerator > denominator || numerator < least)
    throw new CauceError('entry-parts')
  return (100 * numerator) / denominator
}

/** Throws `entry-below-zero` or `entry-out-of-range` for what a figure in this unit can never be. */
export function checkRange(unit: Kpi['unit'], value: number): void {
  const range = RANGES[unit]
  if (!range) return
  if (range.highest === null) {
    if (value < range.lowest) throw new CauceError('entry-below-zero')
  } else if (value < range.lowest || value > range.highest)
    throw new CauceError('entry-out-of-range', { lowest: range.lowest, highest: range.highest })
}
