import type { ElementState } from '../contract/models.ts'
import { segmentColor } from '../domain/segment-colors.ts'
import type { Language } from '../domain/text.ts'
import { translate } from '../i18n/translate.ts'
import type { PlacedElement } from './arrange-model.ts'
import { INK, SEGMENT_INKS, type Shape, type TextShape } from './diagram-shapes.ts'
import type { Box } from './geometry.ts'
import type { NodeFigure, NodeSegment, NodeText } from './node-text.ts'
import { type FittedText, fitText, measureText } from './text-measure.ts'

const PADDING = 14
const LEAST_SIZE = 8
/** Height of what stands under a full card's name: question, two segments and a figure. */
const FULL_BODY = 137

/** The shapes of one element with what it says: a region, a card or a bar. */
export function drawElement({ shape, detail, box }: PlacedElement, text: NodeText, language: Language): Shape[] {
  if (shape === 'region') return drawRegion(box, text)
  if (shape === 'bar') return drawBar(box, text, language)
  return detail === 'name' ? drawName(box, text) : drawCard(box, text, detail === 'full', language)
}

/** A frame with its name on the upper border. */
function drawRegion({ x, y, width, height }: Box, { name }: NodeText): Shape[] {
  const label = name.replace(/\s*\((.*)\)$/u, ' · $1')
  const { lines, size } = fitText(label, { width: width - 48, maxLines: 1, size: 12, least: LEAST_SIZE, face: 'bold' })
  const labelWidth = measureText(lines[0] ?? '', size, 'bold')
  return [
    { kind: 'rect', x, y, width, height, radius: 12, fill: INK.region, stroke: INK.regionLine },
    { kind: 'rect', x: x + 18, y: y - 8, width: labelWidth + 12, height: 16, radius: 4, fill: INK.paper },
    ...lines.map((line, index): Shape => ({
      kind: 'text',
      x: x + 24,
      y: y + 4 + index * size * 1.2,
      text: line,
      size,
      fill: INK.accentInk,
      face: 'bold'
    }))
  ]
}

function drawFrame({ x, y, width, height }: Box): Shape {
  return { kind: 'rect', x, y, width, height, radius: 10, fill: INK.surface, stroke: INK.line }
}

/** Only a number and a name: for elements too small to say more. */
function drawName(box: Box, { number, name }: NodeText): Shape[] {
  const { lines, size } = fitText(number === null ? name : `${number}. ${name}`, {
    width: box.width - 12,
    maxLines: Math.max(1, Math.floor((box.height - 6) / 14)),
    size: 14,
    least: LEAST_SIZE,
    face: 'title'
  })
  const top = box.y + box.height / 2 - ((lines.length - 1) * size * 1.15) / 2 + size * 0.35
  return [
    drawFrame(box),
    ...lines.map((line, index): Shape => ({
      kind: 'text',
      x: box.x + box.width / 2,
      y: top + index * size * 1.15,
      text: line,
      size,
      fill: INK.ink,
      anchor: 'middle',
      face: 'title'
    }))
  ]
}

/** Number, name and state; the question; two segments; one figure with its trend. */
function drawCard(box: Box, text: NodeText, isFull: boolean, language: Language): Shape[] {
  const below = isFull ? FULL_BODY : 37
  const head = drawHead(box, text, Math.max(0, Math.floor((box.height - 34 - below) / 16)))
  const shapes: Shape[] = [drawFrame(box), ...head.shapes]
  let y = head.bottom
  if (isFull && text.prompt) {
    const { lines, size } = fitText(text.prompt, { width: box.width - 2 * PADDING, maxLines: 2, size: 12, least: LEAST_SIZE })
    shapes.push(
      ...lines.map((line, index): Shape => ({
        kind: 'text',
        x: box.x + PADDING,
        y: y + 16 + index * 16,
        text: line,
        size,
        fill: INK.muted
      }))
    )
    y += 16 * lines.length + 10
  }
  if (isFull) shapes.push(...text.segments.flatMap((segment, index) => drawSegment(segment, box, y + 16 + index * 21)))
  const figure = text.figures[0]
  if (figure) shapes.push(...drawFoot(figure, box, language))
  return shapes
}

/** A name on one line while it stays a title; a longer one in smaller type on as many lines as there is room for. */
function fitName(name: string, { width, most, size }: { width: number; most: number; size: number }): FittedText {
  const line = fitText(name, { width, maxLines: 1, size, least: most > 1 ? 14 : LEAST_SIZE, face: 'title' })
  return line.isCut && most > 1 ? fitText(name, { width, maxLines: most, size: 14, least: LEAST_SIZE, face: 'title' }) : line
}

/** `spareLines`: how many more than one line the name may take. */
function drawHead({ x, y, width }: Box, { number, name, state }: NodeText, spareLines: number): { shapes: Shape[]; bottom: number } {
  const left = number === null ? x + PADDING : x + PADDING + 30
  const { lines, size } = fitName(name, { width: x + width - PADDING - 22 - left, most: spareLines + 1, size: 19 })
  const shapes: Shape[] = lines.map((line, index) => ({
    kind: 'text',
    x: left,
    y: y + 29 + index * size * 1.15,
    text: line,
    size,
    fill: INK.ink,
    face: 'title'
  }))
  if (number !== null) {
    shapes.push({ kind: 'rect', x: x + PADDING, y: y + 13, width: 21, height: 21, radius: 6, fill: INK.accentSoft })
    shapes.push({
      kind: 'text',
      x: x + PADDING + 10.5,
      y: y + 28,
      text: number,
      size: 12.5,
      fill: INK.accentInk,
      anchor: 'middle',
      face: 'bold'
    })
  }
  if (state) shapes.push(...drawState(state, x + width - PADDING - 8, y + 23))
  return { shapes, bottom: y + 34 + (lines.length - 1) * size * 1.15 }
}

/** A state as a shape of its own: a ring around a disc, a disc with a tick, a diamond with a bang, a ring with a dash, a dashed ring. */
export function drawState(state: ElementState, x: number, y: number): Shape[] {
  const circle = (radius: number): string =>
    `M${x - radius},${y}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0z`
  if (state === 'no-data') return [{ kind: 'path', d: circle(6), fill: 'none', stroke: INK.faint, weight: 1.4, dash: '2.4 2.3' }]
  if (state === 'not-compared')
    return [
      { kind: 'path', d: circle(6), fill: 'none', stroke: INK.muted, weight: 1.4 },
      { kind: 'path', d: `M${x - 2.6},${y}h5.2`, fill: 'none', stroke: INK.muted, weight: 1.4 }
    ]
  if (state === 'target-met')
    return [
      { kind: 'path', d: circle(6.6), fill: 'none', stroke: INK.good, weight: 1.3 },
      { kind: 'path', d: circle(3), fill: INK.good }
    ]
  if (state === 'attention')
    return [
      { kind: 'path', d: `M${x},${y - 7.2}L${x + 7.2},${y} ${x},${y + 7.2} ${x - 7.2},${y}z`, fill: INK.signal },
      { kind: 'path', d: `M${x},${y - 3.2}v3.8M${x},${y + 2.9}v0.1`, fill: 'none', stroke: INK.surface, weight: 1.6 }
    ]
  return [
    { kind: 'path', d: circle(6.5), fill: INK.good },
    { kind: 'path', d: `M${x - 2.9},${y + 0.2}l2,2 3.8,-4.2`, fill: 'none', stroke: INK.surface, weight: 1.6 }
  ]
}

function drawSegment({ id, name, customers, revenueShare }: NodeSegment, { x, width }: Box, y: number): Shape[] {
  const right = x + width - PADDING
  const count = customers ?? '—'
  const shareWidth = Math.max(46, measureText(revenueShare ?? '', 12) + 6)
  const nameLeft = x + PADDING + 16
  const { lines, size } = fitText(name, {
    width: right - shareWidth - measureText(count, 12.5, 'bold') - 6 - nameLeft,
    maxLines: 1,
    size: 12.5,
    least: LEAST_SIZE
  })
  const token = segmentColor(id).slice('var(--'.length, -1)
  return [
    { kind: 'rect', x: x + PADDING, y: y - 8.5, width: 8.5, height: 8.5, radius: 2.5, fill: SEGMENT_INKS[token] ?? INK.faint },
    ...lines.map((line, index): Shape => ({ kind: 'text', x: nameLeft, y: y + index * size, text: line, size, fill: INK.ink })),
    { kind: 'text', x: right - shareWidth, y, text: count, size: 12.5, fill: INK.ink, anchor: 'end', face: 'bold' },
    ...(revenueShare === null
      ? []
      : [{ kind: 'text', x: right, y, text: revenueShare, size: 12, fill: INK.muted, anchor: 'end' } satisfies TextShape])
  ]
}

function drawFoot(figure: NodeFigure, box: Box, language: Language): Shape[] {
  const y = box.y + box.height - 16
  return [
    { kind: 'path', d: `M${box.x + PADDING},${y - 21}H${box.x + box.width - PADDING}`, fill: 'none', stroke: INK.line, weight: 1 },
    ...drawFigure(figure, { x: box.x + PADDING, y, width: box.width - 2 * PADDING }, language).shapes
  ]
}

/** Name, value and trend of a figure on one line from `x`; says where it ends. */
function drawFigure(
  { name, value, trend, isWorse }: NodeFigure,
  { x, y, width }: { x: number; y: number; width: number },
  language: Language
): { shapes: Shape[]; end: number } {
  const face = value === null ? 'regular' : 'bold'
  const fitted = fitText(value ?? translate(language, 'canvas.noData'), {
    width: width * 0.75,
    maxLines: 1,
    size: 13.5,
    least: LEAST_SIZE,
    face
  })
  const valueText = fitted.lines[0] ?? ''
  const valueWidth = measureText(valueText, fitted.size, face)
  const { lines, size } = fitText(name, { width: width - valueWidth - 22, maxLines: 1, size: 12.5, least: LEAST_SIZE })
  const nameWidth = measureText(lines[0] ?? '', size)
  const ink = value === null ? INK.faint : isWorse ? INK.signal : INK.ink
  const shapes: Shape[] = lines.map((line, index) => ({
    kind: 'text',
    x,
    y: y + index * size,
    text: line,
    size,
    fill: INK.muted
  }))
  shapes.push({ kind: 'text', x: x + nameWidth + 7, y, text: valueText, size: fitted.size, fill: ink, face })
  const end = x + nameWidth + 7 + valueWidth
  const mark = trend && TRENDS[trend](end + 6, y - 4.5)
  if (mark) shapes.push({ kind: 'path', d: mark, fill: 'none', stroke: ink, weight: 1.5 })
  return { shapes, end: end + (mark ? 18 : 0) }
}

const TRENDS: Readonly<Record<'up' | 'down' | 'same', (x: number, y: number) => string>> = {
  up: (x, y) => `M${x},${y + 3}l8,-6m-4,0h4v4`,
  down: (x, y) => `M${x},${y - 3}l8,6m-4,0h4v-4`,
  same: (x, y) => `M${x},${y}h8`
}

/** Lowest bar that holds its segments under its figures. */
const TWO_LINE_BAR = 52

/** A base under the whole: name, up to three figures and the state in one line; its segments under the figures where there is room. */
function drawBar(box: Box, text: NodeText, language: Language): Shape[] {
  const middle = box.y + box.height / 2
  const { lines, size } = fitName(text.name, { width: box.width * 0.3, most: Math.max(1, Math.floor((box.height - 12) / 17)), size: 18 })
  const shapes: Shape[] = [drawFrame(box)]
  shapes.push(
    ...lines.map((line, index): Shape => ({
      kind: 'text',
      x: box.x + 18,
      y: middle + size * 0.33 + (index - (lines.length - 1) / 2) * size * 1.15,
      text: line,
      size,
      fill: INK.ink,
      face: 'title'
    }))
  )
  const figures = text.figures.slice(0, 3)
  const left = box.x + 18 + Math.max(...lines.map((line) => measureText(line, size, 'title'))) + 24
  const isTwoLine = box.height >= TWO_LINE_BAR && text.segments.length > 0
  let x = left
  const room = (box.x + box.width - 44 - x) / Math.max(1, figures.length)
  for (const figure of figures) {
    const drawn = drawFigure(figure, { x, y: middle + (isTwoLine ? -7 : 4.5), width: room - 26 }, language)
    shapes.push(...drawn.shapes)
    x = drawn.end + 22
  }
  if (isTwoLine) {
    const width = Math.min(250, (box.x + box.width - 44 - left) / text.segments.length)
    for (const [index, segment] of text.segments.entries())
      shapes.push(
        ...drawSegment(segment, { x: left - PADDING + index * width, y: box.y, width: width + PADDING, height: box.height }, middle + 16)
      )
  }
  if (text.state) shapes.push(...drawState(text.state, box.x + box.width - 24, middle))
  return shapes
}
