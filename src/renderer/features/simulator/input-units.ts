import { SIMULATOR_INPUTS, type InputId, type InputUnit } from '../../../shared/contract/simulator.ts'
import type { Kpi } from '../../../shared/contract/models.ts'
import type { Formats } from '../../ui/formats.tsx'

/** How an input is typed and written: the figure's unit, and how much of it one of ours is. */
const UNITS: Readonly<Record<InputUnit, { kpi: Kpi['unit']; factor: number; step: number }>> = {
  money: { kpi: 'currency', factor: 1, step: 1 },
  share: { kpi: '%', factor: 100, step: 0.01 },
  points: { kpi: 'pp', factor: 100, step: 0.005 },
  count: { kpi: 'count', factor: 1, step: 1 },
  months: { kpi: 'count', factor: 1, step: 1 }
}
export const unitOf = (id: InputId): (typeof UNITS)[InputUnit] => UNITS[SIMULATOR_INPUTS[id].unit]

/** An input's value in words: `68.3%`, `€24.50`, `36 months`. */
export function writeInput(id: InputId, value: number, formats: Formats, words: (unit: InputUnit) => string): string {
  const { unit } = SIMULATOR_INPUTS[id]
  if (unit === 'money') return formats.money(value, { exact: Math.abs(value) < 100_000 })
  if (unit === 'share') return formats.share(value)
  const number = unit === 'points' ? formats.count(value * 100, 1) : formats.count(value)
  return `${number} ${words(unit)}`.trim()
}

/** Where the slider of an input ends: the whole range of a share; else four times what it starts from, on a round number. */
export function findSliderRange(id: InputId, start: number): { min: number; max: number; step: number } {
  const { unit, min, max } = SIMULATOR_INPUTS[id]
  const { step } = unitOf(id)
  if (unit === 'share') return { min: 0, max: id === 'discount' ? 0.5 : 1, step }
  if (unit === 'points') return { min: 0, max: 0.3, step }
  if (unit === 'months') return { min: 1, max: 60, step }
  const end = Math.min(max, roundUp(Math.max(4 * Math.abs(start), 10)))
  return { min: Math.max(0, min > 0 ? Math.min(min, end / 200) : min), max: end, step: Math.max(1, roundUp(end / 400)) }
}

/** The next of 1, 2, 5, 10, 20… that is not below. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value))
  return ([1, 2, 5].find((digit) => digit * power >= value) ?? 10) * power
}
