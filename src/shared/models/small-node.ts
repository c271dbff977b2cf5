import type { Language } from '../domain/text.ts'
import { INK, type Shape } from './diagram-shapes.ts'
import { drawFigure, drawValue, measureFigure, measureValue } from './figure-line.ts'
import type { Box } from './geometry.ts'
import { drawLines, drawState } from './node-parts.ts'
import { LEAST_TEXT, NAME_SIZE, SMALL_LINE, SMALL_TEXT } from './node-sizes.ts'
import type { NodeText } from './node-text.ts'
import { drawChips, measureChip, measureShortest } from './segment-chips.ts'
import { type FittedText, fitText, measureText, wrapFromEnd } from './text-measure.ts'

const SIDE = 8
/** A state in a small element, and the room it takes of a line. */
const STATE_SCALE = 0.74
const STATE_ROOM = 15
const NAME_LINE = NAME_SIZE * 1.15
/** A name as a title; smaller, or with its first line the shortest, where that leaves room for more. */
const NAME_WAYS = [
  { size: NAME_SIZE, isFromEnd: false },
  { size: SMALL_TEXT, isFromEnd: false },
  { size: SMALL_TEXT, isFromEnd: true }
]
/** Between a figure and the segment beside it. */
const BETWEEN = 16

/**
 * A number, a name and a small state, and under them what has room of the leading figure and the segments: each on a line,
 * both on one, or the figure's value alone beside the name or before the segment.
 */
export function drawSmall(box: Box, text: NodeText, language: Language): Shape[] {
  const { number, state } = text
  const most = Math.max(1, Math.floor((box.height - 6) / 15))
  const choices = NAME_WAYS.map((way) => {
    const placed = placeName(box, text, { most, ...way })
    return { placed, below: chooseBelow(box, placed, text, language) }
  })
  const chosen = choices.reduce((best, each) => (SAYS.indexOf(each.below.says) > SAYS.indexOf(best.below.says) ? each : best))
  const { below } = chosen
  const { left, right, fitted } = chosen.placed
  const nameHeight = fitted.lines.length * fitted.size * 1.15
  const top = box.y + (box.height - nameHeight - below.height) / 2
  const middle = top + nameHeight / 2
  const isBare = number === null && state === null
  const first = top + Math.min(nameHeight, NAME_LINE) / 2
  return [
    ...(number === null ? [] : [drawPlainNumber(number, box.x + SIDE, below.height > 0 ? first : middle)]),
    ...(isBare
      ? drawLines(fitted.lines, { x: (left + right) / 2, middle, size: fitted.size, anchor: 'middle' })
      : drawLines(fitted.lines, { x: left, middle, size: fitted.size })),
    ...(state === null ? [] : drawSmallState(box, state, chosen.placed, first)),
    ...below.draw(top + nameHeight)
  ]
}

/** Under the number, beside the second line of the name, where there is one; else in the corner. */
function drawSmallState(box: Box, state: NonNullable<NodeText['state']>, { isStateLeft, fitted }: PlacedName, first: number): Shape[] {
  const [x, y] = isStateLeft ? [box.x + SIDE + 4, first + fitted.size * 1.2] : [box.x + box.width - 10, box.y + 10]
  return drawState(state, x, y, STATE_SCALE)
}

/** On one line the name ends before the state in the corner; on more the state of a numbered element stands under its number. */
function placeName(
  box: Box,
  { number, name, state }: NodeText,
  { most, size, isFromEnd }: { most: number; size: number; isFromEnd: boolean }
): PlacedName {
  const left = box.x + SIDE + (number === null ? 0 : 17)
  const end = box.x + box.width - SIDE
  const right = end - (state === null ? 0 : STATE_ROOM)
  const short = fitLines(name, { width: right - left, most, size, isFromEnd })
  if (number === null || state === null || short.lines.length === 1) return { left, right, end, isStateLeft: false, fitted: short }
  const wide = fitLines(name, { width: end - left, most, size, isFromEnd })
  return { left, right: end, end, isStateLeft: true, fitted: wide.lines.length > 1 ? wide : short }
}

/** A name on as few lines as still leave its letters readable, so that there is room for more under it. */
function fitLines(
  name: string,
  { width, most, size, isFromEnd }: { width: number; most: number; size: number; isFromEnd: boolean }
): FittedText {
  for (let maxLines = 1; maxLines < most; maxLines++) {
    const fitted = fitText(name, { width, maxLines, size, least: SMALL_TEXT, face: 'title' })
    if (!fitted.isCut) return isFromEnd ? { ...fitted, lines: wrapFromEnd(name, width, fitted.size, 'title') } : fitted
  }
  return fitText(name, { width, maxLines: most, size, least: LEAST_TEXT, face: 'title' })
}

function drawPlainNumber(text: string, x: number, middle: number): Shape {
  return { kind: 'text', x, y: middle + 4.6, text, size: 13, fill: INK.accentInk, face: 'bold' }
}

/** What stands under a name: how much it says, how high it is, and its shapes from the bottom of the name. */
interface Below {
  readonly says: 'nothing' | 'value' | 'figure' | 'tight' | 'both' | 'all'
  readonly height: number
  readonly draw: (bottom: number) => Shape[]
}
const NOTHING: Below = { says: 'nothing', height: 0, draw: () => [] }
const SAYS: readonly Below['says'][] = ['nothing', 'value', 'figure', 'tight', 'both', 'all']

interface PlacedName {
  readonly left: number
  /** Where its first line may end, and where the others. */
  readonly right: number
  readonly end: number
  readonly isStateLeft: boolean
  readonly fitted: FittedText
}

function chooseBelow(box: Box, name: PlacedName, { figures: [figure], segments, segmentTotal }: NodeText, language: Language): Below {
  const [x, width] = [box.x + SIDE, box.width - 2 * SIDE]
  const rows = Math.floor((box.height - 6 - name.fitted.lines.length * name.fitted.size * 1.15) / SMALL_LINE)
  const at = (bottom: number, row = 1): number => bottom + row * SMALL_LINE - 4
  const drawSegments = (y: number, left = x): Shape[] => drawChips(segments, segmentTotal, { x: left, y, width: x + width - left })
  const [first] = segments
  if (!figure) return first && rows > 0 ? { says: 'all', height: SMALL_LINE, draw: (bottom) => drawSegments(at(bottom)) } : NOTHING
  const drawWhole = (y: number): { shapes: Shape[]; end: number } => drawFigure(figure, { x, y, width }, language)
  const alone: Below = { says: first ? 'figure' : 'all', height: SMALL_LINE, draw: (bottom) => drawWhole(at(bottom)).shapes }
  if (!first && rows > 0) return alone
  if (first && rows > 0 && measureFigure(figure, language) + BETWEEN + measureChip(first, true) <= width) {
    const draw = (bottom: number): Shape[] => {
      const { shapes, end } = drawWhole(at(bottom))
      return [...shapes, ...drawSegments(at(bottom), end + BETWEEN)]
    }
    return { says: 'all', height: SMALL_LINE, draw }
  }
  if (rows > 1)
    return { says: 'all', height: 2 * SMALL_LINE, draw: (bottom) => [...drawWhole(at(bottom)).shapes, ...drawSegments(at(bottom, 2))] }
  const value = measureValue(figure, language)
  const corner = findCorner(name, value)
  if (corner) {
    const drawCorner = (bottom: number): Shape[] => drawValue(figure, { x: corner.x, y: bottom - corner.up }, language)
    if (rows < 1) return { says: 'value', height: 0, draw: drawCorner }
    return { says: 'both', height: SMALL_LINE, draw: (bottom) => [...drawCorner(bottom), ...drawSegments(at(bottom))] }
  }
  if (rows < 1) return NOTHING
  const left = x + value + 10
  if (left + measureShortest(segments) > x + width) return alone
  return {
    says: 'tight',
    height: SMALL_LINE,
    draw: (bottom) => [...drawValue(figure, { x, y: at(bottom) }, language), ...drawSegments(at(bottom), left)]
  }
}

/** Beside the last line of a name that leaves room for a value that long: the first one ends before the state. */
function findCorner({ left, right, end, fitted: { lines, size } }: PlacedName, length: number): { x: number; up: number } | null {
  for (const [index, line] of [...lines.entries()].reverse()) {
    const x = (index === 0 ? right : end) - length
    if (x >= left + measureText(line, size, 'title') + 7) return { x, up: (lines.length - 1 - index) * size * 1.15 + size * 0.28 }
  }
  return null
}
