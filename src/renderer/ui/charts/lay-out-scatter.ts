import { layOutAxes, TEXT, type Axis, type Plot } from './axes.ts'
import type { Ink, Mark } from './marks.ts'
import type { ChartPoint, Layout } from './scene.ts'

export type Shape = 'disc' | 'ring' | 'diamond' | 'cross'
export interface ScatterPoint {
  readonly id: string
  readonly x: number
  readonly y: number
  /** How many it stands for. */
  readonly weight: number
  /** Which group: its row for the arrow keys. */
  readonly group: number
  readonly ink: Ink
  /** Groups differ in shape, so that they are told apart in grey. */
  readonly shape: Shape
  readonly name: string
  readonly facts: readonly (readonly [string, string])[]
  readonly open?: () => void
}
export interface ScatterInput {
  readonly height: number
  readonly x: Axis
  readonly y: Axis
  readonly points: readonly ScatterPoint[]
  /** Lines across the whole drawing, with a word at their end. */
  readonly cutX: { readonly value: number; readonly text: string } | null
  readonly cutY: { readonly value: number; readonly text: string } | null
  /** A word in each corner. */
  readonly corners: readonly { readonly place: 'topLeft' | 'topRight' | 'bottomLeft' | 'bottomRight'; readonly text: string }[]
}
/** The radius of one, and of the largest heap. */
const RADIUS = { one: 3.4, most: 15 }

/** Points on two axes, cut into fields. */
export function layOutScatter({ height, x, y, points, cutX, cutY, corners }: ScatterInput): Layout {
  return (width) => {
    const plot = layOutAxes({ x, y, width, height, end: 18 })
    const heaviest = Math.max(1, ...points.map(({ weight }) => weight))
    const radiusOf = (weight: number): number =>
      heaviest === 1 ? RADIUS.one : RADIUS.one + (RADIUS.most - RADIUS.one) * Math.sqrt((weight - 1) / (heaviest - 1))
    const columns = new Map<number, number>()
    const order = [...points].sort((a, b) => a.x - b.x)
    return {
      width,
      height,
      marks: [
        ...plot.marks,
        ...drawCutLines(plot, cutX, cutY),
        // The heavy ones below, so that they hide nobody.
        ...[...points].sort((a, b) => b.weight - a.weight).map((point) => drawPoint(point, plot, radiusOf(point.weight))),
        ...nameCuts(plot, cutX, cutY),
        ...corners.map((corner) => drawCorner(corner, plot))
      ],
      points: order.map((point): ChartPoint => {
        const column = columns.get(point.group) ?? 0
        columns.set(point.group, column + 1)
        const r = Math.max(7, radiusOf(point.weight) + 2)
        return {
          id: point.id,
          name: point.name,
          facts: point.facts,
          box: { x: plot.x(point.x) - r, y: plot.y(point.y) - r, width: 2 * r, height: 2 * r },
          column,
          row: point.group,
          shape: 'dot',
          ...(point.open ? { open: point.open } : {})
        }
      })
    }
  }
}

type Cut = ScatterInput['cutX']

function drawCutLines(plot: Plot, cutX: Cut, cutY: Cut): Mark[] {
  const line = { kind: 'path', fill: null, stroke: { ink: 'muted' }, dash: '5 4', weight: 1.2 } as const
  return [
    ...(cutX ? [{ ...line, d: `M${plot.x(cutX.value)} ${plot.top}V${plot.bottom}` }] : []),
    ...(cutY ? [{ ...line, d: `M${plot.left} ${plot.y(cutY.value)}H${plot.right}` }] : [])
  ]
}

/** The words of the lines stand above all points. */
function nameCuts(plot: Plot, cutX: Cut, cutY: Cut): Mark[] {
  const word = { kind: 'text', fill: { ink: 'muted' }, size: TEXT, hasHalo: true } as const
  return [
    ...(cutX ? [{ ...word, x: plot.x(cutX.value), y: plot.top - 6, text: cutX.text, anchor: 'middle' as const }] : []),
    ...(cutY ? [{ ...word, x: plot.right, y: plot.y(cutY.value) - 6, text: cutY.text, anchor: 'end' as const }] : [])
  ]
}

function drawPoint({ x, y, ink, shape }: ScatterPoint, plot: Plot, r: number): Mark {
  const [cx, cy] = [plot.x(x), plot.y(y)]
  const fill = { ink, strength: 0.55 } as const
  const stroke = { ink } as const
  switch (shape) {
    case 'disc':
      return { kind: 'circle', x: cx, y: cy, r, fill, stroke, weight: 1.2 }
    case 'ring':
      return { kind: 'circle', x: cx, y: cy, r, fill: { ink: 'surface' }, stroke, weight: 1.4 }
    case 'diamond':
      return {
        kind: 'path',
        d: `M${cx} ${cy - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}Z`,
        fill,
        stroke,
        weight: 1.2
      }
    case 'cross':
      return {
        kind: 'path',
        d: `M${cx - r} ${cy - r}l${2 * r} ${2 * r}M${cx + r} ${cy - r}l${-2 * r} ${2 * r}`,
        fill: null,
        stroke,
        weight: 2
      }
  }
}

function drawCorner({ place, text }: ScatterInput['corners'][number], plot: Plot): Mark {
  const isLeft = place.endsWith('Left')
  return {
    kind: 'text',
    x: isLeft ? plot.left + 8 : plot.right - 6,
    y: place.startsWith('top') ? plot.top + 16 : plot.bottom - 26,
    text,
    fill: { ink: 'ink' },
    size: 12.5,
    isBold: true,
    hasHalo: true,
    anchor: isLeft ? 'start' : 'end'
  }
}
