import { segmentColor } from '../domain/segment-colors.ts'
import { INK, SEGMENT_INKS, type Shape } from './diagram-shapes.ts'
import { SMALL_TEXT } from './node-sizes.ts'
import type { NodeSegment } from './node-text.ts'
import { fitText, measureText } from './text-measure.ts'

const DOT = 13.5
const GAP = 6
const BETWEEN = 18
/** A name is shortened to no less than this; only where nothing else goes to a letter or two, so that its figures are said. */
const LEAST_NAME = 30
/** A shortened name that is still told apart: how many follow gives way to it. */
const TELLING_NAME = 52
const LAST_NAME = 22
/** Height of a segment on a line of its own, and of its share of revenue under it. */
export const SEGMENT_LINE = 21
const SHARE_LINE = 15
/** Lines of segments stand this far from their card's edges; a narrow card sets their parts closer. */
export interface SegmentRoom {
  readonly left: number
  readonly right: number
  readonly isNarrow: boolean
}
/** Where a segment's share of revenue stands: on its line, under its size, nowhere. */
type SharePlace = 'beside' | 'under' | 'none'

interface Line {
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly width: number
}

/** A segment's dot, as large as a lower-case letter, on a baseline. */
function drawDot(id: string, x: number, y: number): Shape {
  const token = segmentColor(id).slice('var(--'.length, -1)
  return { kind: 'rect', x, y: y - 8.5, width: 8.5, height: 8.5, radius: 2.5, fill: SEGMENT_INKS[token] ?? INK.faint }
}

const writeRest = (count: number): string => `+${count}`
const measureRest = (count: number): number => (count > 0 ? measureText(writeRest(count), SMALL_TEXT) + GAP + 4 : 0)
const sizeOf = ({ customers }: NodeSegment): string => customers ?? '—'
const measureFigures = (segment: NodeSegment, withShare: boolean): number =>
  GAP +
  measureText(sizeOf(segment), SMALL_TEXT, 'bold') +
  (withShare && segment.revenueShare !== null ? GAP + measureText(segment.revenueShare, SMALL_TEXT) : 0)

/** Length of a chip with its dot, short name and size; with its share of revenue where it has one and that is asked for. */
export function measureChip(segment: NodeSegment, withShare: boolean): number {
  return DOT + measureText(segment.name, SMALL_TEXT) + measureFigures(segment, withShare)
}

/** The least length of a line of chips that still says the first with its size and share, its name shortened. */
export function measureShortest([first]: readonly NodeSegment[]): number {
  return first ? DOT + Math.min(measureText(first.name, SMALL_TEXT), LAST_NAME) + measureFigures(first, true) : 0
}

interface Chip {
  readonly shapes: Shape[]
  readonly end: number
}

/** Dot, short name, size and, where asked for, share of revenue one after the other; null where they don't fit. Only the name may be shortened, to `leastName` at most, never a figure. */
function drawChip(segment: NodeSegment, { x, y, width }: Line, leastName: number, withShare: boolean): Chip | null {
  const { id, name, revenueShare } = segment
  const room = width - DOT - measureFigures(segment, withShare)
  if (room < Math.min(measureText(name, SMALL_TEXT), leastName)) return null
  const shown = fitText(name, { width: room, maxLines: 1, size: SMALL_TEXT, least: SMALL_TEXT }).lines[0] ?? ''
  const countLeft = x + DOT + measureText(shown, SMALL_TEXT) + GAP
  const shareLeft = countLeft + measureText(sizeOf(segment), SMALL_TEXT, 'bold') + GAP
  const hasShare = withShare && revenueShare !== null
  return {
    shapes: [
      drawDot(id, x, y),
      { kind: 'text', x: x + DOT, y, text: shown, size: SMALL_TEXT, fill: INK.ink, part: `segment-name:${id}` },
      { kind: 'text', x: countLeft, y, text: sizeOf(segment), size: SMALL_TEXT, fill: INK.ink, face: 'bold', part: `segment-count:${id}` },
      ...(hasShare ? [drawShare(segment, revenueShare, { x: shareLeft, y })] : [])
    ],
    end: hasShare ? shareLeft + measureText(revenueShare, SMALL_TEXT) : shareLeft - GAP
  }
}

function drawShare({ id }: NodeSegment, text: string, at: { x: number; y: number; anchor?: 'end' }): Shape {
  return { kind: 'text', ...at, text, size: SMALL_TEXT, fill: INK.muted, part: `segment-share:${id}` }
}

/** As many chips as fit on one line, in their order, and how many more of `total` are linked. */
export function drawChips(segments: readonly NodeSegment[], total: number, line: Line): Shape[] {
  const shapes: Shape[] = []
  const right = line.x + line.width
  let { x } = line
  let drawn = 0
  for (const segment of segments) {
    const whole = { ...line, x, width: right - x }
    const beforeRest = { ...whole, width: whole.width - measureRest(total - drawn - 1) }
    const chip =
      drawChip(segment, beforeRest, Infinity, true) ??
      (drawn > 0
        ? null
        : // The first says its whole name rather than how many follow, and is shortened rather than left out.
          (drawChip(segment, whole, Infinity, true) ??
          drawChip(segment, beforeRest, TELLING_NAME, true) ??
          drawChip(segment, whole, TELLING_NAME, true) ??
          drawChip(segment, beforeRest, LEAST_NAME, true) ??
          drawChip(segment, whole, LAST_NAME, true) ??
          drawChip(segment, whole, LEAST_NAME, false)))
    if (!chip) break
    shapes.push(...chip.shapes)
    drawn += 1
    x = chip.end + BETWEEN
  }
  const rest = total - drawn
  const restLeft = x - BETWEEN + GAP + 4
  if (drawn === 0 || rest <= 0 || restLeft + measureText(writeRest(rest), SMALL_TEXT) > right) return shapes
  return [...shapes, drawRest(rest, restLeft, line.y)]
}

/** How many segments more are linked than are shown. */
export function drawRest(count: number, x: number, y: number): Shape {
  return { kind: 'text', x, y, text: writeRest(count), size: SMALL_TEXT, fill: INK.muted, part: 'segments-more' }
}

/** Shares of revenue stand alike where that goes: all beside their sizes, else all under them; else each as it fits, from the first. */
export function placeShares(segments: readonly NodeSegment[], { width, height }: { width: number; height: number }): SharePlace[] {
  const places = segments.map((segment): SharePlace => (measureChip(segment, true) <= width ? 'beside' : 'under'))
  if (places.every((place) => place === 'beside')) return places
  let spare = height - segments.length * SEGMENT_LINE
  if (spare >= segments.length * SHARE_LINE) return segments.map(() => 'under')
  return places.map((place) => {
    if (place === 'beside') return place
    spare -= SHARE_LINE
    return spare >= 0 ? 'under' : 'none'
  })
}

/** Height of a segment on lines of its own. */
export const heightOf = (place: SharePlace): number => SEGMENT_LINE + (place === 'under' ? SHARE_LINE : 0)

/** A segment on a line of its own: dot and name at the left, size and share of revenue at the right, the share `beside` or `under` the size. */
export function drawSegment(segment: NodeSegment, { left, right, isNarrow }: SegmentRoom, y: number, place: SharePlace): Shape[] {
  const { id, name, revenueShare } = segment
  const share = place === 'none' ? null : revenueShare
  const column = isNarrow ? 0 : 50
  const shareWidth = place === 'beside' && share !== null ? measureText(share, SMALL_TEXT) + GAP : 0
  const countRight = right - (place === 'beside' ? Math.max(column, shareWidth) : 0)
  const nameLeft = left + DOT
  const room = countRight - measureText(sizeOf(segment), SMALL_TEXT, 'bold') - GAP - nameLeft
  const shown = fitText(name, { width: room, maxLines: 1, size: SMALL_TEXT, least: SMALL_TEXT }).lines[0] ?? ''
  return [
    drawDot(id, left, y),
    { kind: 'text', x: nameLeft, y, text: shown, size: SMALL_TEXT, fill: INK.ink, part: `segment-name:${id}` },
    {
      kind: 'text',
      x: countRight,
      y,
      text: sizeOf(segment),
      size: SMALL_TEXT,
      fill: INK.ink,
      anchor: 'end',
      face: 'bold',
      part: `segment-count:${id}`
    },
    ...(share === null ? [] : [drawShare(segment, share, { x: right, y: place === 'under' ? y + SHARE_LINE : y, anchor: 'end' })])
  ]
}
