import type { ElementState } from '../contract/models.ts'
import { INK, type Shape } from './diagram-shapes.ts'

/** Lines of a name in the title face around their middle. */
export function drawLines(
  lines: readonly string[],
  { x, middle, size, anchor }: { x: number; middle: number; size: number; anchor?: 'middle' }
): Shape[] {
  const top = middle - ((lines.length - 1) * size * 1.15) / 2 + size * 0.34
  return lines.map((text, index) => ({
    kind: 'text',
    x,
    y: top + index * size * 1.15,
    text,
    size,
    fill: INK.ink,
    face: 'title',
    part: 'name',
    ...(anchor ? { anchor } : {})
  }))
}

export function drawNumber(number: string, x: number, middle: number): Shape[] {
  return [
    { kind: 'rect', x, y: middle - 10.5, width: 21, height: 21, radius: 6, fill: INK.accentSoft },
    { kind: 'text', x: x + 10.5, y: middle + 4.4, text: number, size: 13, fill: INK.accentInk, anchor: 'middle', face: 'bold' }
  ]
}

/** A state as a shape of its own: a ring around a disc, a disc with a tick, a diamond with a bang, a ring with a dash, a dashed ring. */
export function drawState(state: ElementState, x: number, y: number, scale = 1): Shape[] {
  const n = (length: number): number => Math.round(length * scale * 100) / 100
  const circle = (radius: number): string =>
    `M${x - n(radius)},${y}a${n(radius)},${n(radius)} 0 1,0 ${2 * n(radius)},0a${n(radius)},${n(radius)} 0 1,0 ${-2 * n(radius)},0z`
  if (state === 'no-data')
    return [{ kind: 'path', d: circle(6), fill: 'none', stroke: INK.faint, weight: n(1.4), dash: `${n(2.4)} ${n(2.3)}` }]
  if (state === 'not-compared')
    return [
      { kind: 'path', d: circle(6), fill: 'none', stroke: INK.muted, weight: n(1.4) },
      { kind: 'path', d: `M${x - n(2.6)},${y}h${n(5.2)}`, fill: 'none', stroke: INK.muted, weight: n(1.4) }
    ]
  if (state === 'target-met')
    return [
      { kind: 'path', d: circle(6.6), fill: 'none', stroke: INK.good, weight: n(1.3) },
      { kind: 'path', d: circle(3), fill: INK.good }
    ]
  if (state === 'attention')
    return [
      { kind: 'path', d: `M${x},${y - n(7.2)}L${x + n(7.2)},${y} ${x},${y + n(7.2)} ${x - n(7.2)},${y}z`, fill: INK.signal },
      { kind: 'path', d: `M${x},${y - n(3.2)}v${n(3.8)}M${x},${y + n(2.9)}v0.1`, fill: 'none', stroke: INK.surface, weight: n(1.6) }
    ]
  return [
    { kind: 'path', d: circle(6.5), fill: INK.good },
    {
      kind: 'path',
      d: `M${x - n(2.9)},${y + n(0.2)}l${n(2)},${n(2)} ${n(3.8)},${n(-4.2)}`,
      fill: 'none',
      stroke: INK.surface,
      weight: n(1.6)
    }
  ]
}
