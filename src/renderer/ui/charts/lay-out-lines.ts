import { measureText } from '../../../shared/models/text-measure.ts'
import { layOutAxes, TEXT, type Axis, type Plot } from './axes.ts'
import type { Ink, Mark } from './marks.ts'
import type { ChartPoint, Layout } from './scene.ts'

export interface LinePoint {
  readonly x: number
  readonly y: number
  readonly name: string
  readonly facts: readonly (readonly [string, string])[]
  readonly open?: () => void
}
/** One line. Its name stands at its end, so that it is told apart without colour; `dash` and `hasDots` tell it apart along the way. */
export interface ChartLine {
  readonly id: string
  readonly name?: string
  readonly ink: Ink
  readonly dash?: string
  readonly hasArea?: boolean
  readonly hasDots?: boolean
  readonly points: readonly LinePoint[]
}
/** A straight line between two values, with a word at its end. */
export interface Guide {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly ink: Ink
  readonly dash?: string
  readonly text?: string
  /** Where its word stands: beside its end, to the left or right, or above it. */
  readonly side?: 'left' | 'right' | 'above' | 'below' | 'belowRight'
  /** A mark where the word is about one place. */
  readonly spot?: 'dot' | 'diamond'
}
/** What lies between two lines: a range. */
export interface Band {
  readonly ink: Ink
  readonly points: readonly { readonly x: number; readonly low: number; readonly high: number }[]
}
export interface LinesInput {
  readonly height: number
  readonly x: Axis
  readonly y: Axis
  readonly lines: readonly ChartLine[]
  readonly guides?: readonly Guide[]
  readonly bands?: readonly Band[]
}

/** Lines over two axes. */
export function layOutLines({ height, x, y, lines, guides = [], bands = [] }: LinesInput): Layout {
  return (width) => {
    const names = lines.map(({ name = '' }) => measureText(name, TEXT, 'bold'))
    const end = Math.min(width * 0.3, Math.max(16, ...names.map((each) => (each === 0 ? 0 : each + 20))))
    const plot = layOutAxes({ x, y, width, height, end })
    return {
      width,
      height,
      marks: [
        ...plot.marks,
        ...bands.map((band) => drawBand(band, plot)),
        ...lines.flatMap((line) => drawLine(line, plot)),
        ...guides.flatMap((guide) => drawGuide(guide, plot)),
        ...nameEnds(lines, plot)
      ],
      points: lines.flatMap((line, row) => collectPoints(line, row, plot))
    }
  }
}

const trace = (points: readonly { x: number; y: number }[], plot: Plot): string =>
  points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${round(plot.x(x))} ${round(plot.y(y))}`).join('')

function drawLine({ points, ink, dash, hasArea, hasDots }: ChartLine, plot: Plot): Mark[] {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last) return []
  const d = trace(points, plot)
  const area: Mark[] = hasArea
    ? [
        {
          kind: 'path',
          d: `${d}L${round(plot.x(last.x))} ${plot.bottom}L${round(plot.x(first.x))} ${plot.bottom}Z`,
          fill: { ink, strength: 0.12 }
        }
      ]
    : []
  const dots: Mark[] =
    hasDots || points.length === 1
      ? points.map(({ x, y }) => ({
          kind: 'circle',
          x: plot.x(x),
          y: plot.y(y),
          r: 3.2,
          fill: { ink: 'surface' },
          stroke: { ink },
          weight: 2
        }))
      : []
  return [...area, { kind: 'path', d, fill: null, stroke: { ink }, weight: 2.4, ...(dash ? { dash } : {}) }, ...dots]
}

function drawBand({ points, ink }: Band, plot: Plot): Mark {
  const up = points.map(({ x, high }) => ({ x, y: high }))
  const back = [...points].reverse().map(({ x, low }) => ({ x, y: low }))
  return { kind: 'path', d: `${trace(up, plot)}${trace(back, plot).replace('M', 'L')}Z`, fill: { ink, strength: 0.16 } }
}

function drawGuide({ from, to, ink, dash = '4 4', text, side = 'right', spot }: Guide, plot: Plot): Mark[] {
  const [x1, y1, x2, y2] = [plot.x(from[0]), plot.y(from[1]), plot.x(to[0]), plot.y(to[1])]
  const marks: Mark[] = [
    { kind: 'path', d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`, fill: null, stroke: { ink }, dash, weight: 1.2 }
  ]
  if (spot === 'dot') marks.push({ kind: 'circle', x: x2, y: y2, r: 5, fill: { ink }, stroke: { ink: 'surface' }, weight: 1.5 })
  if (spot === 'diamond')
    marks.push({ kind: 'path', d: `M${x2} ${y2 - 6}l6 6l-6 6l-6 -6Z`, fill: { ink: 'surface' }, stroke: { ink }, weight: 1.6 })
  if (text !== undefined) {
    const place = {
      left: { x: x2 - 11, y: y2 + 4, anchor: 'end' },
      right: { x: x2 + 11, y: y2 + 4, anchor: 'start' },
      above: { x: x2, y: y2 - 10, anchor: 'middle' },
      below: { x: x2, y: y2 + 20, anchor: 'middle' },
      belowRight: { x: x2 + 11, y: y2 + 24, anchor: 'start' }
    } as const
    marks.push({ kind: 'text', ...keepInside(place[side], text, plot), text, fill: { ink: 'ink' }, size: 12.5, hasHalo: true })
  }
  return marks
}

/** A word that would leave the drawing at the right stands on the other side of its place. */
function keepInside(
  place: { x: number; y: number; anchor: 'start' | 'middle' | 'end' },
  text: string,
  { right }: Plot
): { x: number; y: number; anchor: 'start' | 'middle' | 'end' } {
  if (place.anchor !== 'start' || place.x + measureText(text, 12.5) <= right) return place
  return { ...place, x: place.x - 22, anchor: 'end' }
}

const NAME_HEIGHT = 16

/** The names beside the lines' ends, pushed apart where they would touch. */
function nameEnds(lines: readonly ChartLine[], plot: Plot): Mark[] {
  const ends = lines
    .flatMap(({ name, ink, points }) => {
      const last = points.at(-1)
      return name !== undefined && last ? [{ name, ink, x: plot.x(last.x), y: plot.y(last.y) }] : []
    })
    .sort((a, b) => a.y - b.y)
  let free = -Infinity
  const places = ends.map(({ y }) => {
    const at = Math.max(y, free)
    free = at + NAME_HEIGHT
    return at
  })
  // The lowest ones would stand on the words of the axis: they are pushed up again.
  const over = Math.max(0, (places.at(-1) ?? 0) - (plot.bottom - 8))
  return ends.map(({ name, ink, x }, at): Mark => ({
    kind: 'text',
    x: x + 9,
    y: (places[at] ?? 0) - over + 4,
    text: name,
    fill: { ink },
    size: TEXT,
    isBold: true,
    hasHalo: true
  }))
}

/** Every point answers for the strip of the drawing that is nearest to it. */
function collectPoints({ id, points }: ChartLine, row: number, plot: Plot): ChartPoint[] {
  const places = points.map(({ x }) => plot.x(x))
  return points.map(({ name, facts, y, open }, column) => {
    const at = places[column] ?? 0
    const before = places[column - 1] ?? at
    const after = places[column + 1] ?? at
    const half = Math.max(4, Math.min(at - before || Infinity, after - at || Infinity, 60) / 2)
    return {
      id: `${id}-${String(column)}`,
      name,
      facts,
      box: { x: at - half, y: plot.y(y) - 22, width: 2 * half, height: 44 },
      column,
      row,
      shape: 'dot',
      ...(open ? { open } : {})
    }
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
