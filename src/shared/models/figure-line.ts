import type { Language } from '../domain/text.ts'
import { translate } from '../i18n/translate.ts'
import { INK, type Shape } from './diagram-shapes.ts'
import { LEAST_TEXT, SMALL_TEXT } from './node-sizes.ts'
import type { NodeFigure } from './node-text.ts'
import { fitText, measureText } from './text-measure.ts'

export const FLAG_WIDTH = 19
const VALUE_SIZE = 13.5

/** A flag beside a figure with a target: full where it is met, empty where it is missed. */
export function drawFlag(target: NodeFigure['target'], x: number, y: number): Shape[] {
  if (target === null) return []
  const ink = target === 'met' ? INK.good : INK.signal
  return [
    {
      kind: 'path',
      d: `M${x},${y + 1}v-11h8l-2.2,3.2l2.2,3.2h-8`,
      fill: target === 'met' ? ink : 'none',
      stroke: ink,
      weight: 1.3
    }
  ]
}

/** Name, value and trend of a figure on one line from `x`; says where it ends. */
export function drawFigure(
  { id, name, value, trend, isWorse, target }: NodeFigure,
  { x, y, width }: { x: number; y: number; width: number },
  language: Language
): { shapes: Shape[]; end: number } {
  const face = value === null ? 'regular' : 'bold'
  const fitted = fitText(sayValue(value, language), {
    width: width * 0.75,
    maxLines: 1,
    size: VALUE_SIZE,
    least: LEAST_TEXT,
    face
  })
  const valueText = fitted.lines[0] ?? ''
  const valueWidth = measureText(valueText, fitted.size, face)
  const { lines, size } = fitText(name, {
    width: width - valueWidth - 22 - (target ? FLAG_WIDTH : 0),
    maxLines: 1,
    size: SMALL_TEXT,
    // Smaller letters would not be read: its end gives way.
    least: SMALL_TEXT
  })
  const nameWidth = measureText(lines[0] ?? '', size)
  const ink = value === null ? INK.faint : isWorse ? INK.signal : INK.ink
  const shapes: Shape[] = lines.map((line) => ({
    kind: 'text',
    x,
    y,
    text: line,
    size,
    fill: INK.muted,
    part: 'figure-name'
  }))
  shapes.push({ kind: 'text', x: x + nameWidth + 7, y, text: valueText, size: fitted.size, fill: ink, face, part: `figure-value:${id}` })
  const end = x + nameWidth + 7 + valueWidth
  const mark = trend && TRENDS[trend](end + 9, y - 4.5)
  if (mark) shapes.push({ kind: 'path', d: mark, fill: 'none', stroke: ink, weight: 1.5 })
  const markEnd = end + (mark ? 21 : 0)
  shapes.push(...drawFlag(target, markEnd + (mark ? 6 : 8), y))
  return { shapes, end: markEnd + (target ? FLAG_WIDTH : 0) }
}

export const TRENDS: Readonly<Record<'up' | 'down' | 'same', (x: number, y: number) => string>> = {
  up: (x, y) => `M${x},${y + 3}l8,-6m-4,0h4v4`,
  down: (x, y) => `M${x},${y - 3}l8,6m-4,0h4v-4`,
  same: (x, y) => `M${x},${y}h8m-3,-3l3,3l-3,3`
}

/** Length of a figure at its full size. */
export function measureFigure({ name, value, trend, target }: NodeFigure, language: Language): number {
  const flag = target ? FLAG_WIDTH : 0
  return flag + measureText(name, SMALL_TEXT) + measureText(sayValue(value, language), VALUE_SIZE, 'bold') + (trend ? 33 : 15)
}

const sayValue = (value: string | null, language: Language): string => value ?? translate(language, 'canvas.noData')

/** Length of a figure's value and trend alone. */
export function measureValue({ value, trend }: NodeFigure, language: Language): number {
  return measureText(sayValue(value, language), VALUE_SIZE, 'bold') + (trend ? 14 : 0)
}

/** Value and trend of a figure without its name, where there is no room for that. */
export function drawValue({ id, value, trend, isWorse }: NodeFigure, { x, y }: { x: number; y: number }, language: Language): Shape[] {
  const text = sayValue(value, language)
  const face = value === null ? 'regular' : 'bold'
  const ink = value === null ? INK.faint : isWorse ? INK.signal : INK.ink
  const end = x + measureText(text, VALUE_SIZE, face)
  return [
    { kind: 'text', x, y, text, size: VALUE_SIZE, fill: ink, face, part: `figure-value:${id}` },
    ...(trend ? [{ kind: 'path', d: TRENDS[trend](end + 5, y - 4.5), fill: 'none', stroke: ink, weight: 1.5 } as const] : [])
  ]
}
