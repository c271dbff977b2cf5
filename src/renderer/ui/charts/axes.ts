import { measureText } from '../../../shared/models/text-measure.ts'
import type { Mark } from './marks.ts'
import { scaleBetween, type Scale } from './scales.ts'

export interface Tick {
  readonly value: number
  readonly text: string
}
export interface Axis {
  readonly low: number
  readonly high: number
  readonly ticks: readonly Tick[]
  readonly title?: string
}
/** The room a drawing has inside its axes, and the ways from values to places in it. */
export interface Plot {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly x: Scale
  readonly y: Scale
  readonly marks: readonly Mark[]
}
export const TEXT = 12
const GAP = 8

/** Two axes with their lines and words; `end` keeps room at the right for what is written beside the lines. */
export function layOutAxes({ x, y, width, height, end = 16 }: { x: Axis; y: Axis; width: number; height: number; end?: number }): Plot {
  const left = Math.ceil(Math.max(...y.ticks.map(({ text }) => measureText(text, TEXT)))) + GAP + 2
  const top = y.title === undefined ? 10 : 28
  const bottom = height - (x.title === undefined ? 26 : 46)
  // The last word on the axis needs half its width beyond its place.
  const right = width - Math.max(end, measureText(x.ticks.at(-1)?.text ?? '', TEXT) / 2 + 2)
  const scaleX = scaleBetween(x.low, x.high, left, right)
  const scaleY = scaleBetween(y.low, y.high, bottom, top)
  const muted = { ink: 'muted' } as const
  const marks: Mark[] = y.ticks.flatMap(({ value, text }): Mark[] => [
    { kind: 'path', d: `M${left} ${scaleY(value)}H${right}`, fill: null, stroke: { ink: 'line' } },
    { kind: 'text', x: left - GAP, y: scaleY(value) + 4, text, fill: muted, size: TEXT, anchor: 'end' }
  ])
  for (const { value, text } of thinTicks(x.ticks, scaleX))
    marks.push({ kind: 'text', x: scaleX(value), y: bottom + 18, text, fill: muted, size: TEXT, anchor: 'middle' })
  if (x.title !== undefined)
    marks.push({ kind: 'text', x: (left + right) / 2, y: bottom + 40, text: x.title, fill: muted, size: TEXT, anchor: 'middle' })
  if (y.title !== undefined) marks.push({ kind: 'text', x: 0, y: 12, text: y.title, fill: muted, size: TEXT })
  marks.push({ kind: 'path', d: `M${left} ${scaleY(Math.max(y.low, Math.min(0, y.high)))}H${right}`, fill: null, stroke: { ink: 'faint' } })
  return { left, right, top, bottom, x: scaleX, y: scaleY, marks }
}

/** Every tick, or every second, third … one: as many as stand side by side without touching. */
function thinTicks(ticks: readonly Tick[], scale: Scale): readonly Tick[] {
  const places = ticks.map(({ value, text }) => ({ at: scale(value), half: measureText(text, TEXT) / 2 + 5 }))
  for (let stride = 1; stride < ticks.length; stride++) {
    const kept = places.filter((_, at) => at % stride === 0)
    if (kept.every(({ at, half }, index) => index === 0 || at - half >= (kept[index - 1]?.at ?? 0) + (kept[index - 1]?.half ?? 0)))
      return ticks.filter((_, at) => at % stride === 0)
  }
  return ticks.slice(0, 1)
}
