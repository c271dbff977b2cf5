import type { ElementState } from '../contract/models.ts'
import { segmentColor } from '../domain/segment-colors.ts'
import type { Language } from '../domain/text.ts'
import { translate } from '../i18n/translate.ts'
import type { PlacedElement } from './arrange-model.ts'
import { INK, SEGMENT_INKS, type Shape, type TextShape } from './diagram-shapes.ts'
import type { Box } from './geometry.ts'
import { GROUP_HEAD, isWideGroup, NAME_SIZE, STAGE_POINT, TWO_LINE_BAR, type NodeDetail } from './node-sizes.ts'
import type { NodeFigure, NodeSegment, NodeText } from './node-text.ts'
import { type FittedText, fitText, measureText } from './text-measure.ts'

const PADDING = 14
const TALL_PADDING = 11
/** Height of a figure on two or three lines, with the rule above it. */
const STACKED = 64
/** A narrower bar only has room for its name. */
const BAR_WITH_FIGURES = 420
const LEAST_SIZE = 8
/** Height of what stands under a full card's name: question, two segments and a figure. */
const FULL_BODY = 137

/** The shapes of one element with what it says. What is drawn in the window, on paper and in a file is this. */
export function drawElement({ element, shape, detail, box }: PlacedElement, text: NodeText, language: Language): Shape[] {
  switch (shape) {
    case 'region':
      return drawRegion(box, text)
    case 'group':
      return drawGroup(box, text, isWideGroup(element), language)
    case 'bracket':
      return drawBracket(box, text)
    case 'bar':
      return drawBar(box, text, language)
    default:
      return [drawOutline(shape, box), ...drawContent(insetOf(shape, box), detail, text, language)]
  }
}

/** A frame with its name on the upper border. */
function drawRegion({ x, y, width, height }: Box, { name }: NodeText): Shape[] {
  const label = name.replace(/\s*\((.*)\)$/u, ' · $1')
  const { lines, size } = fitText(label, { width: width - 48, maxLines: 1, size: 12, least: LEAST_SIZE, face: 'bold' })
  const labelWidth = measureText(lines[0] ?? '', size, 'bold')
  return [
    { kind: 'rect', x, y, width, height, radius: 12, fill: INK.region, stroke: INK.regionLine, outline: true },
    { kind: 'rect', x: x + 18, y: y - 8, width: labelWidth + 12, height: 16, radius: 4, fill: INK.paper },
    ...lines.map((line, index): Shape => ({
      kind: 'text',
      x: x + 24,
      y: y + 4 + index * size * 1.2,
      text: line,
      size,
      fill: INK.accentInk,
      face: 'bold',
      part: 'name'
    }))
  ]
}

/** A frame that says as much as a card: number, name and state above what it holds, with its figure beside or under the name. */
function drawGroup(box: Box, text: NodeText, isWide: boolean, language: Language): Shape[] {
  const { x, y, width } = box
  const frame: Shape = { kind: 'rect', ...box, radius: 12, fill: INK.region, stroke: INK.regionLine, outline: true }
  const figure = text.figures[0]
  const left = x + PADDING + (text.number === null ? 0 : 27)
  const right = x + width - PADDING - (text.state === null ? 0 : 22)
  const room = right - left
  const { lines, size } = fitText(text.name, {
    width: isWide && figure ? Math.max(room * 0.5, Math.min(room, measureText(text.name, NAME_SIZE + 1, 'title') + 4)) : room,
    maxLines: isWide ? 1 : 2,
    size: isWide ? 17 : NAME_SIZE + 1.5,
    least: LEAST_SIZE,
    face: 'title'
  })
  const middle = isWide ? y + GROUP_HEAD.wide / 2 : y + (lines.length > 1 || !figure ? 30 : 25)
  const shapes: Shape[] = [
    frame,
    ...drawLines(lines, { x: left, middle, size }),
    ...(text.number === null ? [] : drawNumber(text.number, x + PADDING, middle)),
    ...(text.state === null ? [] : drawState(text.state, x + width - PADDING - 7, middle))
  ]
  if (!figure) return shapes
  const nameEnd = left + Math.max(...lines.map((line) => measureText(line, size, 'title')))
  const line = isWide
    ? { x: nameEnd + 18, y: middle + 4.5, width: right - nameEnd - 30 }
    : { x: x + PADDING, y: y + GROUP_HEAD.narrow - 13, width: width - 2 * PADDING }
  return line.width < 60 ? shapes : [...shapes, ...drawFigure(figure, line, language).shapes]
}

/** A heading over what it holds: the name on a line with its ends turned down. */
function drawBracket({ x, y, width, height }: Box, { name }: NodeText): Shape[] {
  const { lines, size } = fitText(name, { width: width - 16, maxLines: 1, size: NAME_SIZE, least: LEAST_SIZE, face: 'bold' })
  const line = y + height - 5
  return [
    { kind: 'rect', x, y, width, height: height - 7, radius: 6, fill: INK.region, outline: true },
    { kind: 'path', d: `M${x},${line + 5}V${line}H${x + width}v5`, fill: 'none', stroke: INK.regionLine, weight: 1.4 },
    ...lines.map((each): Shape => ({
      kind: 'text',
      x: x + width / 2,
      y: y + (height - 7) / 2 + size * 0.36,
      text: each,
      size: Math.min(size, 13),
      fill: INK.accentInk,
      anchor: 'middle',
      face: 'bold',
      part: 'name'
    }))
  ]
}

/** The outline of a box: a card, a stage that points on, an outcome the whole points at. */
function drawOutline(shape: PlacedElement['shape'], { x, y, width, height }: Box): Shape {
  const [right, bottom, middle] = [x + width, y + height, y + height / 2]
  if (shape === 'stage')
    return {
      kind: 'path',
      d: `M${x + 2},${y}H${right - STAGE_POINT}L${right},${middle}L${right - STAGE_POINT},${bottom}H${x + 2}Q${x},${bottom} ${x + 1},${bottom - 3}L${x + STAGE_POINT - 3},${middle}L${x + 1},${y + 3}Q${x},${y} ${x + 2},${y}Z`,
      fill: INK.surface,
      stroke: INK.line,
      weight: 1,
      outline: true
    }
  if (shape === 'outcome')
    return {
      kind: 'path',
      d: `M${x + 6},${y}H${right - STAGE_POINT * 2}L${right},${middle}L${right - STAGE_POINT * 2},${bottom}H${x + 6}Q${x},${bottom} ${x},${bottom - 6}V${y + 6}Q${x},${y} ${x + 6},${y}Z`,
      fill: INK.accentSoft,
      stroke: INK.regionLine,
      weight: 1,
      outline: true
    }
  return drawFrame({ x, y, width, height })
}

/** The room inside an outline. */
function insetOf(shape: PlacedElement['shape'], box: Box): Box {
  if (shape === 'stage') return { ...box, x: box.x + STAGE_POINT - 4, width: box.width - 2 * STAGE_POINT + 6 }
  if (shape === 'outcome') return { ...box, width: box.width - STAGE_POINT * 2 + 4 }
  return box
}

function drawFrame({ x, y, width, height }: Box): Shape {
  return { kind: 'rect', x, y, width, height, radius: Math.min(10, height / 4), fill: INK.surface, stroke: INK.line, outline: true }
}

const CONTENTS: Readonly<Record<NodeDetail, (box: Box, text: NodeText, language: Language) => Shape[]>> = {
  full: (box, text, language) => drawCard(box, text, true, language),
  tall: drawTall,
  figure: (box, text, language) => drawCard(box, text, false, language),
  name: drawName
}
const drawContent = (box: Box, detail: NodeDetail, text: NodeText, language: Language): Shape[] => CONTENTS[detail](box, text, language)

/** Lines of a name in the title face around their middle. */
function drawLines(
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

function drawNumber(number: string, x: number, middle: number): Shape[] {
  return [
    { kind: 'rect', x, y: middle - 10.5, width: 21, height: 21, radius: 6, fill: INK.accentSoft },
    { kind: 'text', x: x + 10.5, y: middle + 4.4, text: number, size: 12.5, fill: INK.accentInk, anchor: 'middle', face: 'bold' }
  ]
}

/** Only a number, a name and a small state: for elements too small to say more. */
function drawName(box: Box, { number, name, state }: NodeText): Shape[] {
  const middle = box.y + box.height / 2
  const left = box.x + 7 + (number === null ? 0 : 18)
  const right = box.x + box.width - 7 - (state === null ? 0 : 11)
  const { lines, size } = fitText(name, {
    width: right - left,
    maxLines: Math.max(1, Math.floor((box.height - 6) / 15)),
    size: NAME_SIZE,
    least: LEAST_SIZE,
    face: 'title'
  })
  const dot = state === null ? [] : drawState(state, box.x + box.width - 10, box.y + 10, 0.62)
  const start = number === null && state === null
  return [
    ...(number === null
      ? []
      : [
          {
            kind: 'text',
            x: box.x + 14,
            y: middle + 4.4,
            text: number,
            size: 12.5,
            fill: INK.accentInk,
            anchor: 'middle',
            face: 'bold'
          } as const
        ]),
    ...(start ? drawLines(lines, { x: (left + right) / 2, middle, size, anchor: 'middle' }) : drawLines(lines, { x: left, middle, size })),
    ...dot
  ]
}

/** A narrow card: name, question and segments on as many lines as there are, the figure's value under its name. */
function drawTall(box: Box, text: NodeText, language: Language): Shape[] {
  const { x, y, width, height } = box
  const room = width - 2 * TALL_PADDING
  const head = drawTallHead(box, text)
  const shapes = [...head.shapes]
  const figure = text.figures[0]
  const floor = y + height - (figure ? STACKED + 6 : 12)
  const segments = text.segments.slice(0, Math.max(0, Math.floor((floor - head.bottom - 24) / 21)))
  const promptLines = Math.min(4, Math.floor((floor - head.bottom - segments.length * 21 - 12) / 15))
  let at = head.bottom + 6
  if (text.prompt && promptLines > 0) {
    const fitted = fitText(text.prompt, { width: room, maxLines: promptLines, size: 12, least: 10.5 })
    if (!fitted.isCut) {
      shapes.push(
        ...fitted.lines.map((line, index): Shape => ({
          kind: 'text',
          x: x + TALL_PADDING,
          y: at + 12 + index * 15,
          text: line,
          size: fitted.size,
          fill: INK.muted,
          part: 'prompt'
        }))
      )
      at += fitted.lines.length * 15 + 8
    }
  }
  shapes.push(...segments.flatMap((segment, index) => drawSegment(segment, box, at + 14 + index * 21, TALL_PADDING, false)))
  if (figure) shapes.push(...drawStackedFigure(figure, box, language))
  return shapes
}

/** Number and state on a row of their own, so that the name has the whole width. */
function drawTallHead({ x, y, width }: Box, { number, name, state }: NodeText): { shapes: Shape[]; bottom: number } {
  const isBare = number === null && state === null
  const top = y + (isBare ? 8 : 36)
  const { lines, size } = fitName(name, { width: width - 2 * TALL_PADDING, most: 4, size: 17 })
  const height = lines.length * size * 1.15
  return {
    shapes: [
      ...(number === null ? [] : drawNumber(number, x + TALL_PADDING, y + 21)),
      ...(state === null ? [] : drawState(state, x + width - TALL_PADDING - 7, y + 21)),
      ...drawLines(lines, { x: x + TALL_PADDING, middle: top + height / 2 + 2, size })
    ],
    bottom: top + height
  }
}

/** A figure on two lines at the foot of a narrow card. */
function drawStackedFigure({ id, name, value, trend, isWorse, target }: NodeFigure, box: Box, language: Language): Shape[] {
  const [left, right] = [box.x + TALL_PADDING, box.x + box.width - TALL_PADDING]
  const foot = box.y + box.height
  const label = fitText(name, { width: right - left, maxLines: 2, size: 12, least: 9 })
  const face = value === null ? 'regular' : 'bold'
  const fitted = fitText(value ?? translate(language, 'canvas.noData'), {
    width: right - left - 20 - (target ? FLAG_WIDTH : 0),
    maxLines: 1,
    size: 15,
    least: LEAST_SIZE,
    face
  })
  const valueText = fitted.lines[0] ?? ''
  const ink = value === null ? INK.faint : isWorse ? INK.signal : INK.ink
  const end = left + measureText(valueText, fitted.size, face)
  const mark = trend && TRENDS[trend](end + 10, foot - 18.5)
  return [
    { kind: 'path', d: `M${left},${foot - STACKED}H${right}`, fill: 'none', stroke: INK.line, weight: 1 },
    ...label.lines.map((line, index): Shape => ({
      kind: 'text',
      x: left,
      y: foot - 34 - (label.lines.length - 1 - index) * 14,
      text: line,
      size: label.size,
      fill: INK.muted,
      part: 'figure-name'
    })),
    { kind: 'text', x: left, y: foot - 13, text: valueText, size: fitted.size, fill: ink, face, part: `figure-value:${id}` },
    ...(mark ? [{ kind: 'path', d: mark, fill: 'none', stroke: ink, weight: 1.5 } as const] : []),
    ...drawFlag(target, end + (mark ? 28 : 10), foot - 13)
  ]
}

const FLAG_WIDTH = 19

/** A flag beside a figure with a target: full where it is met, empty where it is missed. */
function drawFlag(target: NodeFigure['target'], x: number, y: number): Shape[] {
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

/** Number, name and state; the question; two segments; one figure with its trend. */
function drawCard(box: Box, text: NodeText, isFull: boolean, language: Language): Shape[] {
  const below = isFull ? FULL_BODY : 37
  const head = drawHead(box, text, Math.max(0, Math.floor((box.height - 34 - below) / 16)))
  const shapes: Shape[] = [...head.shapes]
  let y = head.bottom
  if (isFull && text.prompt) {
    const { lines, size } = fitText(text.prompt, { width: box.width - 2 * PADDING, maxLines: 2, size: 12.5, least: LEAST_SIZE })
    shapes.push(
      ...lines.map((line, index): Shape => ({
        kind: 'text',
        x: box.x + PADDING,
        y: y + 16 + index * 16,
        text: line,
        size,
        fill: INK.muted,
        part: 'prompt'
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
  const line = fitText(name, { width, maxLines: 1, size, least: most > 1 ? 15 : LEAST_SIZE, face: 'title' })
  return line.isCut && most > 1 ? fitText(name, { width, maxLines: most, size: 15, least: LEAST_SIZE, face: 'title' }) : line
}

/** `spareLines`: how many more than one line the name may take. */
function drawHead({ x, y, width }: Box, { number, name, state }: NodeText, spareLines: number): { shapes: Shape[]; bottom: number } {
  const left = number === null ? x + PADDING : x + PADDING + 29
  const { lines, size } = fitName(name, { width: x + width - PADDING - (state === null ? 0 : 21) - left, most: spareLines + 1, size: 19 })
  const shapes: Shape[] = lines.map((line, index) => ({
    kind: 'text',
    x: left,
    y: y + 29 + index * size * 1.15,
    text: line,
    size,
    fill: INK.ink,
    face: 'title',
    part: 'name'
  }))
  if (number !== null) shapes.push(...drawNumber(number, x + PADDING, y + 23.5))
  if (state) shapes.push(...drawState(state, x + width - PADDING - 8, y + 23))
  return { shapes, bottom: y + 34 + (lines.length - 1) * size * 1.15 }
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

function drawSegment(
  { id, name, customers, revenueShare }: NodeSegment,
  { x, width }: Box,
  y: number,
  padding = PADDING,
  withShare = true
): Shape[] {
  const right = x + width - padding
  const count = customers ?? '—'
  const shareWidth = withShare ? Math.max(46, measureText(revenueShare ?? '', 12) + 6) : 0
  const nameLeft = x + padding + 15
  const { lines, size } = fitText(name, {
    width: right - shareWidth - measureText(count, 12.5, 'bold') - 6 - nameLeft,
    maxLines: 1,
    size: 12.5,
    least: LEAST_SIZE
  })
  const token = segmentColor(id).slice('var(--'.length, -1)
  return [
    { kind: 'rect', x: x + padding, y: y - 8.5, width: 8.5, height: 8.5, radius: 2.5, fill: SEGMENT_INKS[token] ?? INK.faint },
    ...lines.map((line, index): Shape => ({
      kind: 'text',
      x: nameLeft,
      y: y + index * size,
      text: line,
      size,
      fill: INK.ink,
      part: `segment-name:${id}`
    })),
    {
      kind: 'text',
      x: right - shareWidth,
      y,
      text: count,
      size: 12.5,
      fill: INK.ink,
      anchor: 'end',
      face: 'bold',
      part: `segment-count:${id}`
    },
    ...(revenueShare === null || !withShare
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
  { id, name, value, trend, isWorse, target }: NodeFigure,
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
  const { lines, size } = fitText(name, {
    width: width - valueWidth - 22 - (target ? FLAG_WIDTH : 0),
    maxLines: 1,
    size: 12.5,
    least: LEAST_SIZE
  })
  const nameWidth = measureText(lines[0] ?? '', size)
  const ink = value === null ? INK.faint : isWorse ? INK.signal : INK.ink
  const shapes: Shape[] = lines.map((line, index) => ({
    kind: 'text',
    x,
    y: y + index * size,
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

const TRENDS: Readonly<Record<'up' | 'down' | 'same', (x: number, y: number) => string>> = {
  up: (x, y) => `M${x},${y + 3}l8,-6m-4,0h4v4`,
  down: (x, y) => `M${x},${y - 3}l8,6m-4,0h4v-4`,
  same: (x, y) => `M${x},${y}h8m-3,-3l3,3l-3,3`
}

/** Figures that have a value; where none has, the first says so. */
const chooseBarFigures = (figures: readonly NodeFigure[]): readonly NodeFigure[] => {
  const known = figures.filter(({ value }) => value !== null).slice(0, 3)
  return known.length > 0 ? known : figures.slice(0, 1)
}

/** Length of a figure at its full size. */
function measureFigure({ name, value, trend, target }: NodeFigure, language: Language): number {
  const flag = target ? FLAG_WIDTH : 0
  return flag + measureText(name, 12.5) + measureText(value ?? translate(language, 'canvas.noData'), 13.5, 'bold') + (trend ? 33 : 15)
}

function drawFigureInto(shapes: Shape[], figure: NodeFigure, room: { x: number; y: number; width: number }, language: Language): number {
  const drawn = drawFigure(figure, room, language)
  shapes.push(...drawn.shapes)
  return drawn.end
}

/** A base under the whole: name, up to three figures and the state in one line; its segments under the figures where there is room. */
function drawBar(box: Box, text: NodeText, language: Language): Shape[] {
  const middle = box.y + box.height / 2
  if (box.width < BAR_WITH_FIGURES) return [drawFrame(box), ...drawName(box, text)]
  const nameLeft = box.x + 16 + (text.number === null ? 0 : 31)
  const { lines, size } = fitName(text.name, {
    width: text.figures.length + text.segments.length > 0 ? box.width * 0.32 : box.width - 92,
    most: Math.max(1, Math.floor((box.height - 8) / 17)),
    size: box.height < TWO_LINE_BAR ? 16 : 18
  })
  const shapes: Shape[] = [drawFrame(box), ...drawLines(lines, { x: nameLeft, middle, size })]
  if (text.number !== null) shapes.push(...drawNumber(text.number, box.x + 16, middle))
  const left = Math.max(nameLeft + Math.max(...lines.map((line) => measureText(line, size, 'title'))) + 24, box.x + box.width * 0.26)
  const isTwoLine = box.height >= TWO_LINE_BAR && text.segments.length > 0
  const end = box.x + box.width - 44
  let x = left
  for (const figure of chooseBarFigures(text.figures)) {
    const width = measureFigure(figure, language)
    if (x > left && x + width > end) break
    x = drawFigureInto(shapes, figure, { x, y: middle + (isTwoLine ? -7 : 4.5), width: end - x }, language) + 24
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
