import type { Language } from '../domain/text.ts'
import { translate } from '../i18n/translate.ts'
import type { PlacedElement } from './arrange-model.ts'
import { INK, type Shape } from './diagram-shapes.ts'
import { drawFigure, drawFlag, FLAG_WIDTH, measureFigure, TRENDS } from './figure-line.ts'
import type { Box } from './geometry.ts'
import { drawLines, drawNumber, drawState } from './node-parts.ts'
import {
  GROUP_HEAD,
  holdsChips,
  isWideGroup,
  LEAST_TEXT,
  NAME_SIZE,
  SMALL_TEXT,
  STAGE_POINT,
  TWO_LINE_BAR,
  type NodeDetail
} from './node-sizes.ts'
import type { NodeFigure, NodeText } from './node-text.ts'
import {
  drawChips,
  drawRest,
  drawSegment,
  heightOf,
  measureChip,
  measureShortest,
  placeShares,
  SEGMENT_LINE,
  type SegmentRoom
} from './segment-chips.ts'
import { drawSmall } from './small-node.ts'
import { type FittedText, fitText, measureText } from './text-measure.ts'

const PADDING = 14
const TALL_PADDING = 11
/** Height of a figure on two or three lines, with the rule above it. */
const STACKED = 66
/** A narrower bar only has room for its name. */
const BAR_WITH_FIGURES = 420
/** Where the figures of a wide bar begin. */
const FIGURE_COLUMN = 312
/** Least letters of a question: a longer one is left out, and stands in the panel. */
const LEAST_PROMPT = 12
const PROMPT_LINE = 16
/** Height of what stands under a full card's name: question, two segments and a figure. */
const FULL_BODY = 140

/** The shapes of one element with what it says. What is drawn in the window, on paper and in a file is this. */
export function drawElement({ element, shape, detail, box }: PlacedElement, text: NodeText, language: Language): Shape[] {
  switch (shape) {
    case 'region':
      return drawRegion(box, text)
    case 'group':
      return drawGroup(box, text, { isWide: isWideGroup(element), hasChips: holdsChips(element) }, language)
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
  const { lines, size } = fitText(label, { width: width - 48, maxLines: 1, size: SMALL_TEXT, least: LEAST_TEXT, face: 'bold' })
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
function drawGroup(box: Box, text: NodeText, { isWide, hasChips }: { isWide: boolean; hasChips: boolean }, language: Language): Shape[] {
  const { x, y, width } = box
  const frame: Shape = { kind: 'rect', ...box, radius: 12, fill: INK.region, stroke: INK.regionLine, outline: true }
  const figure = text.figures[0]
  const left = x + PADDING + (text.number === null ? 0 : 27)
  const right = x + width - PADDING - (text.state === null ? 0 : 22)
  const room = right - left
  // A wide heading's name is set smaller where the figure and the segment beside it would lose letters of theirs.
  const first = text.segments[0]
  const beside = (figure ? measureFigure(figure, language) + 18 : 0) + (first ? measureChip(first, true) + 36 : 0)
  const isTight = isWide && measureText(text.name, 16, 'title') + beside > room
  const { lines, size } = fitText(text.name, {
    width: isWide && figure ? Math.max(room * 0.5, Math.min(room, measureText(text.name, NAME_SIZE + 1, 'title') + 4)) : room,
    maxLines: isWide ? 1 : 2,
    size: isTight ? NAME_SIZE - 0.5 : isWide ? 16 : NAME_SIZE + 1.5,
    least: LEAST_TEXT,
    face: 'title'
  })
  const middle = isWide ? y + GROUP_HEAD.wide / 2 : y + (lines.length > 1 || !figure ? 30 : 25)
  const shapes: Shape[] = [
    frame,
    ...drawLines(lines, { x: left, middle, size }),
    ...(text.number === null ? [] : drawNumber(text.number, x + PADDING, middle)),
    ...(text.state === null ? [] : drawState(text.state, x + width - PADDING - 7, middle))
  ]
  const nameEnd = left + Math.max(...lines.map((line) => measureText(line, size, 'title')))
  const line = isWide
    ? { x: nameEnd + 18, y: middle + 4.5, width: right - nameEnd - 20 }
    : { x: x + PADDING, y: y + GROUP_HEAD.narrow - 13, width: width - 2 * PADDING }
  // The name of the figure gives way before the segment does.
  const chipRoom = isWide && first ? measureShortest(text.segments) + 24 : 0
  const drawn =
    figure && line.width >= 60 ? drawFigure(figure, { ...line, width: roomFor(figure, line.width, chipRoom, language) }, language) : null
  if (drawn) shapes.push(...drawn.shapes)
  if (isWide) {
    const start = drawn ? drawn.end + 20 : line.x
    return [...shapes, ...drawChips(text.segments, text.segmentTotal, { ...line, x: start, width: right - 2 - start })]
  }
  return hasChips ? [...shapes, ...drawChips(text.segments, text.segmentTotal, { ...line, y: line.y + GROUP_HEAD.chips })] : shapes
}

/** The whole width while that leaves `others` their room, less by that much otherwise. */
function roomFor(figure: NodeFigure, width: number, others: number, language: Language): number {
  return measureFigure(figure, language) + others <= width ? width : Math.max(60, width - others - 12)
}

/** A heading over what it holds: the name on a line with its ends turned down. */
function drawBracket({ x, y, width, height }: Box, { name }: NodeText): Shape[] {
  const { lines, size } = fitText(name, { width: width - 16, maxLines: 1, size: NAME_SIZE, least: LEAST_TEXT, face: 'bold' })
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
  full: drawCard,
  tall: drawTall,
  small: drawSmall
}
const drawContent = (box: Box, detail: NodeDetail, text: NodeText, language: Language): Shape[] => CONTENTS[detail](box, text, language)

/** A narrow card: name, question and segments on as many lines as there are, the figure's value under its name. */
function drawTall(box: Box, text: NodeText, language: Language): Shape[] {
  const { x, y, width, height } = box
  const room = width - 2 * TALL_PADDING
  const head = drawTallHead(box, text)
  const rows: SegmentRoom = { left: x + TALL_PADDING, right: x + width - TALL_PADDING, isNarrow: true }
  const shapes = [...head.shapes]
  const figure = text.figures[0]
  const floor = y + height - (figure ? STACKED + 6 : 12)
  const segments = text.segments.slice(0, Math.max(0, Math.floor((floor - head.bottom - 10) / SEGMENT_LINE)))
  const spare = floor - head.bottom - 12
  const places = placeShares(segments, { width: room, height: spare })
  const rest = text.segmentTotal - segments.length
  const segmentsHeight = places.reduce((sum, place) => sum + heightOf(place), 0) + (rest > 0 ? PROMPT_LINE : 0)
  // What the data says goes before the question, which the panel asks too.
  const promptLines = Math.min(4, Math.floor((spare - segmentsHeight) / PROMPT_LINE))
  let at = head.bottom + 6
  if (text.prompt && promptLines > 0) {
    const fitted = fitText(text.prompt, { width: room, maxLines: promptLines, size: SMALL_TEXT, least: LEAST_PROMPT })
    if (!fitted.isCut) {
      shapes.push(
        ...fitted.lines.map((line, index): Shape => ({
          kind: 'text',
          x: x + TALL_PADDING,
          y: at + 12 + index * PROMPT_LINE,
          text: line,
          size: fitted.size,
          fill: INK.muted,
          part: 'prompt'
        }))
      )
      at += fitted.lines.length * PROMPT_LINE + 7
    }
  }
  for (const [index, share] of places.entries()) {
    const segment = segments[index]
    if (segment) shapes.push(...drawSegment(segment, rows, at + 14, share))
    at += heightOf(share)
  }
  if (segments.length > 0 && rest > 0 && at + 14 <= floor) shapes.push(drawRest(rest, rows.left, at + 13))
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
  const label = fitText(name, { width: right - left, maxLines: 2, size: SMALL_TEXT, least: SMALL_TEXT })
  const face = value === null ? 'regular' : 'bold'
  const fitted = fitText(value ?? translate(language, 'canvas.noData'), {
    width: right - left - 20 - (target ? FLAG_WIDTH : 0),
    maxLines: 1,
    size: 15,
    least: LEAST_TEXT,
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
      y: foot - 33 - (label.lines.length - 1 - index) * 15,
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

/** Number, name and state; the question; two segments; one figure with its trend. */
function drawCard(box: Box, text: NodeText, language: Language): Shape[] {
  const head = drawHead(box, text, Math.max(0, Math.floor((box.height - 34 - FULL_BODY) / 16)))
  const shapes: Shape[] = [...head.shapes]
  let y = head.bottom
  if (text.prompt) {
    const { lines, size } = fitText(text.prompt, { width: box.width - 2 * PADDING, maxLines: 2, size: SMALL_TEXT, least: LEAST_PROMPT })
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
  const rows: SegmentRoom = { left: box.x + PADDING, right: box.x + box.width - PADDING, isNarrow: false }
  shapes.push(...text.segments.flatMap((segment, index) => drawSegment(segment, rows, y + 16 + index * SEGMENT_LINE, 'beside')))
  const rest = text.segmentTotal - text.segments.length
  const restY = y + 16 + text.segments.length * SEGMENT_LINE
  if (rest > 0 && restY < box.y + box.height - 42) shapes.push(drawRest(rest, rows.left, restY))
  const figure = text.figures[0]
  if (figure) shapes.push(...drawFoot(figure, box, language))
  return shapes
}

/** A name on one line while it stays a title; a longer one in smaller type on as many lines as there is room for. */
function fitName(name: string, { width, most, size }: { width: number; most: number; size: number }): FittedText {
  const line = fitText(name, { width, maxLines: 1, size, least: most > 1 ? 15 : LEAST_TEXT, face: 'title' })
  return line.isCut && most > 1 ? fitText(name, { width, maxLines: most, size: 15, least: LEAST_TEXT, face: 'title' }) : line
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

function drawFoot(figure: NodeFigure, box: Box, language: Language): Shape[] {
  const y = box.y + box.height - 16
  return [
    { kind: 'path', d: `M${box.x + PADDING},${y - 21}H${box.x + box.width - PADDING}`, fill: 'none', stroke: INK.line, weight: 1 },
    ...drawFigure(figure, { x: box.x + PADDING, y, width: box.width - 2 * PADDING }, language).shapes
  ]
}

/** Figures that have a value; where none has, the first says so. */
const chooseBarFigures = (figures: readonly NodeFigure[]): readonly NodeFigure[] => {
  const known = figures.filter(({ value }) => value !== null).slice(0, 3)
  return known.length > 0 ? known : figures.slice(0, 1)
}

function drawFigureInto(shapes: Shape[], figure: NodeFigure, room: { x: number; y: number; width: number }, language: Language): number {
  const drawn = drawFigure(figure, room, language)
  shapes.push(...drawn.shapes)
  return drawn.end
}

/** A base under the whole: name, up to three figures and the state in one line; its segments under the figures where there is room. */
function drawBar(box: Box, text: NodeText, language: Language): Shape[] {
  const middle = box.y + box.height / 2
  if (box.width < BAR_WITH_FIGURES) return [drawFrame(box), ...drawSmall(box, text, language)]
  const nameLeft = box.x + 16 + (text.number === null ? 0 : 31)
  const { lines, size } = fitName(text.name, {
    width: text.figures.length + text.segments.length > 0 ? box.width * 0.32 : box.width - 92,
    most: Math.max(1, Math.floor((box.height - 8) / 17)),
    size: box.height < TWO_LINE_BAR ? 16 : 18
  })
  const shapes: Shape[] = [drawFrame(box), ...drawLines(lines, { x: nameLeft, middle, size })]
  if (text.number !== null) shapes.push(...drawNumber(text.number, box.x + 16, middle))
  const isTwoLine = box.height >= TWO_LINE_BAR && text.segments.length > 0
  // Bars above each other begin their figures at one line, as far as their names let them.
  const column = box.x + (isTwoLine ? Math.min(box.width * 0.385, FIGURE_COLUMN) : box.width * 0.26)
  const left = Math.max(nameLeft + Math.max(...lines.map((line) => measureText(line, size, 'title'))) + 24, column)
  const end = box.x + box.width - 44
  const firstChip = text.segments[0] ? measureChip(text.segments[0], true) + 24 : 0
  let x = left
  for (const figure of chooseBarFigures(text.figures)) {
    const width = measureFigure(figure, language)
    // A second figure leaves a one-line bar room for its first segment.
    if (x > left && x + width + (isTwoLine ? 0 : firstChip) > end) break
    x =
      drawFigureInto(shapes, figure, { x, y: middle + (isTwoLine ? -7 : 4.5), width: end - x - (isTwoLine ? 0 : firstChip) }, language) + 24
  }
  const chipsLeft = isTwoLine ? left : x
  shapes.push(...drawChips(text.segments, text.segmentTotal, { x: chipsLeft, y: middle + (isTwoLine ? 15 : 4.5), width: end - chipsLeft }))
  if (text.state) shapes.push(...drawState(text.state, box.x + box.width - 24, middle))
  return shapes
}
