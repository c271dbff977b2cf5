import { fitText, measureText } from '../../../shared/models/text-measure.ts'
import { TEXT } from './axes.ts'
import type { Ink, Mark } from './marks.ts'
import type { ChartPoint, Layout } from './scene.ts'

export interface ChartBar {
  readonly id: string
  readonly name: string
  readonly value: number
  /** The value in words, beside the bar. */
  readonly text: string
  readonly ink: Ink
  /** Paler and outlined: a figure to compare with, not one of ours. */
  readonly isReference?: boolean
  /** A second value of the same thing, drawn as a diamond over the bar: what was expected of it. */
  readonly mark?: number
  readonly facts: readonly (readonly [string, string])[]
  readonly open?: () => void
}
export interface BarsInput {
  readonly bars: readonly ChartBar[]
  /** The value of a full bar; without it, the largest. */
  readonly most?: number
  readonly rowHeight?: number
}
const BAR = 14

/** Lying bars, each with its name before and its value behind; values below zero grow to the left of the common line. */
export function layOutBars({ bars, most, rowHeight = 32 }: BarsInput): Layout {
  return (width) => {
    const names = Math.min(width * 0.42, Math.max(...bars.map(({ name }) => measureText(name, TEXT))) + 12)
    const values = Math.max(...bars.map(({ text }) => measureText(text, TEXT, 'bold'))) + 12
    const room = Math.max(20, width - names - values)
    const high = most ?? Math.max(1e-9, ...bars.map(({ value, mark = 0 }) => Math.max(value, mark)))
    const low = Math.min(0, ...bars.map(({ value }) => value))
    const unit = room / (high - low || 1)
    const zero = names - low * unit
    const marks = bars.flatMap(({ name, value, text, ink, isReference, mark }, at): Mark[] => {
      const middle = at * rowHeight + rowHeight / 2
      const size = Math.max(value === 0 ? 0 : 2, Math.abs(value) * unit)
      const fitted = fitText(name, { width: names - 10, maxLines: rowHeight < 28 ? 1 : 2, size: TEXT, least: 10.5 })
      const lines = fitted.lines.map((line, index): Mark => ({
        kind: 'text',
        x: 0,
        y: middle + 4 + (index - (fitted.lines.length - 1) / 2) * 13,
        text: line,
        fill: { ink: isReference ? 'muted' : 'ink' },
        size: fitted.size
      }))
      const right = Math.max(value < 0 ? zero : zero + size, mark === undefined ? 0 : zero + mark * unit + 6)
      return [
        ...lines,
        {
          kind: 'rect',
          x: value < 0 ? zero - size : zero,
          y: middle - BAR / 2,
          width: size,
          height: BAR,
          radius: 3,
          fill: isReference ? { ink: 'surface' } : { ink },
          ...(isReference ? { stroke: { ink }, dash: '3 3' } : {})
        },
        ...(mark === undefined ? [] : [drawMark(zero + mark * unit, middle)]),
        { kind: 'text', x: right + 8, y: middle + 4, text, fill: { ink: isReference ? 'muted' : 'ink' }, size: TEXT, isBold: !isReference }
      ]
    })
    const points = bars.map(({ id, name, facts, open }, row): ChartPoint => ({
      id,
      name,
      facts,
      box: { x: 0, y: row * rowHeight + 1, width, height: rowHeight - 2 },
      column: 0,
      row,
      shape: 'box',
      ...(open ? { open } : {})
    }))
    return { width, height: bars.length * rowHeight, marks, points }
  }
}

function drawMark(x: number, y: number): Mark {
  return { kind: 'path', d: `M${x} ${y - 8}l6 8l-6 8l-6 -8Z`, fill: { ink: 'surface' }, stroke: { ink: 'signal' }, weight: 2 }
}
