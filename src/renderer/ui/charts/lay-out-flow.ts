import { fitText, measureText } from '../../../shared/models/text-measure.ts'
import { TEXT } from './axes.ts'
import type { Ink, Mark } from './marks.ts'
import type { ChartPoint, Layout } from './scene.ts'

export interface FlowNode {
  readonly id: string
  readonly name: string
  readonly ink: Ink
}
export interface FlowLink {
  readonly from: string
  readonly to: string
  readonly value: number
  readonly name: string
  readonly facts: readonly (readonly [string, string])[]
  readonly open?: () => void
}
export interface FlowInput {
  readonly before: readonly FlowNode[]
  readonly after: readonly FlowNode[]
  readonly links: readonly FlowLink[]
  readonly beforeTitle: string
  readonly afterTitle: string
  /** A number of people in words. */
  readonly write: (value: number) => string
  /** What stands for them: `customers`. */
  readonly unit: string
  readonly height: number
}
const NODE = 12
const HEAD = 30
const LEAST = 14

interface Placed extends FlowNode {
  readonly value: number
  readonly y: number
  readonly height: number
  /** Where the next link begins. */
  used: number
}

/** Who was where, and where they are now: bands from left to right, as wide as they are many. */
export function layOutFlow({ before, after, links, beforeTitle, afterTitle, write, unit, height }: FlowInput): Layout {
  return (width) => {
    const total = links.reduce((sum, { value }) => sum + value, 0)
    const named = (nodes: readonly FlowNode[], side: 'from' | 'to'): Placed[] => placeNodes(nodes, side, links, total, height)
    const lefts = named(before, 'from')
    const rights = named(after, 'to')
    const label = ({ name, value }: Placed): string => `${name}  ${write(value)}`
    const room = (nodes: readonly Placed[]): number =>
      Math.min(width * 0.3, Math.max(40, ...nodes.map((node) => measureText(label(node), TEXT) + 10)))
    const start = room(lefts)
    const end = width - room(rights)
    const marks: Mark[] = [
      { kind: 'text', x: start + NODE, y: 14, text: beforeTitle, fill: { ink: 'muted' }, size: TEXT, anchor: 'end' },
      { kind: 'text', x: end - NODE, y: 14, text: afterTitle, fill: { ink: 'muted' }, size: TEXT }
    ]
    const points: ChartPoint[] = []
    const rowOf = new Map(rights.map(({ id }, at) => [id, at]))
    const ordered = lefts.flatMap((left) =>
      links.filter(({ from, value }) => from === left.id && value > 0).sort((a, b) => (rowOf.get(a.to) ?? 0) - (rowOf.get(b.to) ?? 0))
    )
    const unitHeight =
      total === 0
        ? 0
        : Math.min(...[...lefts, ...rights].filter(({ value }) => value > 0).map((node) => node.height / node.value), Infinity)
    ordered.forEach((link, row) => {
      const left = lefts.find(({ id }) => id === link.from)
      const right = rights.find(({ id }) => id === link.to)
      if (!left || !right) return
      const thick = Math.max(1, link.value * unitHeight)
      const reach = Math.max(8, thick)
      const [y1, y2] = [left.used, right.used]
      left.used += link.value * unitHeight
      right.used += link.value * unitHeight
      const [x1, x2] = [start + NODE, end - NODE]
      const middle = (x1 + x2) / 2
      const isStay = link.from === link.to
      marks.push({
        kind: 'path',
        d: `M${x1} ${round(y1)}C${middle} ${round(y1)} ${middle} ${round(y2)} ${x2} ${round(y2)}V${round(y2 + thick)}C${middle} ${round(y2 + thick)} ${middle} ${round(y1 + thick)} ${x1} ${round(y1 + thick)}Z`,
        fill: { ink: left.ink, strength: isStay ? 0.3 : 0.55 },
        opacity: 0.75
      })
      points.push({
        id: `${link.from}-${link.to}`,
        name: link.name,
        facts: link.facts,
        // A thread at the foot is reached from above: the room to point at it does not leave the drawing.
        box: { x: middle - 14, y: Math.min(height - reach, (y1 + y2 + thick - reach) / 2), width: 28, height: reach },
        column: 1,
        row,
        shape: 'box',
        ...(link.open ? { open: link.open } : {})
      })
    })
    const drawSide = (nodes: readonly Placed[], x: number, side: 'start' | 'end'): void => {
      nodes.forEach((node, row) => {
        marks.push({ kind: 'rect', x, y: node.y, width: NODE, height: node.height, radius: 2, fill: { ink: node.ink } })
        const fitted = fitText(label(node), { width: (side === 'start' ? start : width - end) - 8, maxLines: 1, size: TEXT, least: 10 })
        marks.push({
          kind: 'text',
          x: side === 'start' ? x - 8 : x + NODE + 8,
          y: node.y + node.height / 2 + 4,
          text: fitted.lines.join(' '),
          fill: { ink: 'ink' },
          size: fitted.size,
          anchor: side === 'start' ? 'end' : 'start'
        })
        points.push({
          id: `${side === 'start' ? 'before' : 'after'}-${node.id}`,
          name: `${side === 'start' ? beforeTitle : afterTitle}: ${node.name}`,
          facts: [[unit, write(node.value)]],
          box: { x: side === 'start' ? 0 : x, y: node.y - 1, width: side === 'start' ? x + NODE : width - x, height: node.height + 2 },
          column: side === 'start' ? 0 : 2,
          row,
          shape: 'box'
        })
      })
    }
    drawSide(lefts, start, 'start')
    drawSide(rights, end - NODE, 'end')
    return { width, height, marks, points }
  }
}

/** Nodes from top to bottom with room between them; a small one is as high as its name needs. */
function placeNodes(nodes: readonly FlowNode[], side: 'from' | 'to', links: readonly FlowLink[], total: number, height: number): Placed[] {
  const values = nodes.map(({ id }) => links.reduce((sum, link) => (link[side] === id ? sum + link.value : sum), 0))
  const shown = nodes.flatMap((node, at) => ((values[at] ?? 0) > 0 ? [{ ...node, value: values[at] ?? 0 }] : []))
  const gap = 6
  const free = height - HEAD - gap * (shown.length - 1) - LEAST * shown.length
  let y = HEAD
  return shown.map((node) => {
    const own = LEAST + (total === 0 ? 0 : (node.value / total) * Math.max(0, free))
    const placed: Placed = { ...node, y, height: own, used: y }
    y += own + gap
    return placed
  })
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
