import { medianOf } from '../../../../shared/analytics/selection.ts'
import { chooseTopFifth } from '../../../../shared/analytics/strategic-customers.ts'
import { binDots, chooseQuadrant, QUADRANT_IDS, type QuadrantId } from '../../../../shared/analytics/value-quadrants.ts'
import type { MATRIX_CUTS } from '../../../../shared/contract/value-groups.ts'
import type { ValueMatrix } from '../../../../shared/contract/value-tables.ts'
import type { OpenWorkspace } from '../../context.ts'
import { readCustomerRows } from '../../repositories/customers.ts'
import { LIFETIME_HINTS } from '../../segments/lifetime-hints.ts'
import type { Figures } from '../figures.ts'
import { pauseForOthers } from '../../pause.ts'
import { findCurrentValue } from './current-value.ts'

type Cut = (typeof MATRIX_CUTS)[number]
/** More customers than this are drawn as fields. */
const MOST_POINTS = 1500

interface Cutting {
  /** Positions of the customers with a lifetime value. */
  readonly members: Int32Array
  readonly quadrants: Uint8Array
  readonly currentCut: number | null
  readonly projectedCut: number | null
}

/** Lowest value of those on the better side. */
function findLowest(values: Float64Array, isTop: Uint8Array): number | null {
  let lowest: number | null = null
  for (let i = 0; i < values.length; i++) if (isTop[i] === 1 && (lowest === null || values[i]! < lowest)) lowest = values[i]!
  return lowest
}

/** Who stands on the better side of each line: the best fifth (as the segment s_mvc has it), or at least the median. */
function cutMatrix(figures: Figures, cut: Cut): Cutting {
  const { profile, lifetime } = figures
  const current = findCurrentValue(figures)
  const projected = lifetime.value
  const measured = Uint8Array.from(projected, (value) => (Number.isNaN(value) ? 0 : 1))
  const members = Int32Array.from(measured, (_, i) => i).filter((i) => measured[i] === 1)
  const better = (values: Float64Array, eligible: Uint8Array): { isTop: Uint8Array; line: number | null } => {
    if (cut === 'top20') {
      const isTop = chooseTopFifth({ eligible, value: values, lastDay: profile.lastDay })
      return { isTop, line: findLowest(values, isTop) }
    }
    const line = medianOf(Float64Array.from(members, (i) => values[i]!))
    return { isTop: Uint8Array.from(values, (value) => (line !== null && value >= line ? 1 : 0)), line }
  }
  const byCurrent = better(current, profile.isActive)
  const byProjected = better(projected, measured)
  const quadrants = Uint8Array.from(members, (i) =>
    QUADRANT_IDS.indexOf(chooseQuadrant(current[i]!, projected[i]!, byCurrent.isTop[i] === 1, byProjected.isTop[i] === 1))
  )
  return { members, quadrants, currentCut: byCurrent.line, projectedCut: byProjected.line }
}

/** The chart of current against projected value (domain 6.6). */
export async function describeMatrix({ read }: OpenWorkspace, figures: Figures, cut: Cut): Promise<ValueMatrix> {
  const { lifetime, sscMeasure: measure } = figures
  const { fault } = lifetime.buying
  const base = { measure, cut, available: fault === null, reason: fault === null ? null : LIFETIME_HINTS[fault] }
  const { members, quadrants, currentCut, projectedCut } = cutMatrix(figures, cut)
  await pauseForOthers()
  const current = Float64Array.from(members, (i) => findCurrentValue(figures)[i]!)
  const projected = Float64Array.from(members, (i) => lifetime.value[i]!)
  const sums = QUADRANT_IDS.map((id) => ({ id, customers: 0, currentMinor: 0, projectedMinor: 0 }))
  members.forEach((_, place) => {
    const sum = sums[quadrants[place]!]!
    sum.customers++
    sum.currentMinor += current[place]!
    sum.projectedMinor += projected[place]!
  })
  const binned = members.length > MOST_POINTS
  const names = binned ? new Map<number, string>() : new Map(readCustomerRows(read, figures, members).map(({ id, name }) => [id, name]))
  const idOf = (place: number): number => figures.customerIds[members[place]!]!
  const points = binned
    ? binDots(current, projected, quadrants).map((dot) => ({ ...dot, customerId: null, name: null }))
    : Array.from(members, (_, place) => ({
        current: current[place]!,
        projected: projected[place]!,
        customers: 1,
        quadrant: quadrants[place]!,
        customerId: idOf(place),
        name: names.get(idOf(place)) ?? null
      }))
  return {
    ...base,
    currentCutMinor: currentCut === null ? null : Math.round(currentCut),
    projectedCutMinor: projectedCut === null ? null : Math.round(projectedCut),
    customers: members.length,
    quadrants: sums.map((sum) => ({ ...sum, currentMinor: Math.round(sum.currentMinor), projectedMinor: Math.round(sum.projectedMinor) })),
    binned,
    points: points.map(({ current: x, projected: y, quadrant, ...rest }) => ({
      ...rest,
      currentMinor: Math.round(x),
      projectedMinor: Math.round(y),
      quadrant: QUADRANT_IDS[quadrant] ?? 'maintain'
    }))
  }
}

/** The customers of one quadrant: one byte per customer. */
export function markQuadrant(figures: Figures, cut: Cut, quadrant: QuadrantId): Uint8Array {
  const { members, quadrants } = cutMatrix(figures, cut)
  const mask = new Uint8Array(figures.customerIds.length)
  members.forEach((i, place) => {
    if (QUADRANT_IDS[quadrants[place]!] === quadrant) mask[i] = 1
  })
  return mask
}
