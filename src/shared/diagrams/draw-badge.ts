import { INK, type Shape } from '../models/diagram-shapes.ts'
import { right, type Box } from '../models/geometry.ts'
import { measureText } from '../models/text-measure.ts'
import { keepColour } from './draw-colours.ts'
import type { Room } from './draw-forms.ts'
import { drawIcon } from './draw-icons.ts'
import type { LiveFigure } from './with-figures.ts'

const HEIGHT = 20
const SIZE = 11.5
/** A long name is set smaller before only the value is written. */
const SMALL = 10
const PADDING = 8
/** A badge under a text takes this much of its room. */
const UNDER = 26
/** How far a badge may reach out of its room under a text: forms are wider there. */
const SPILL = 20

interface PlacedBadge {
  readonly box: Box
  /** What is left for the text. */
  readonly room: Room
  readonly words: string
  readonly size: number
}
interface Words {
  readonly words: string
  readonly size: number
}
interface Place {
  readonly live: LiveFigure
  readonly box: Box
  readonly room: Room
  /** Width and height the text needs, and where it begins. */
  readonly need: number
  readonly height: number
  readonly align: 'start' | 'middle' | 'end'
  /** Free height under the heading of a frame; 0: none. */
  readonly under: number
}

const leadOf = ({ mark, accent }: LiveFigure): number => (mark === 'gone' ? 16 : accent === null || mark !== null ? 0 : 13)
function measureBadge(live: LiveFigure, { words, size }: Words): { width: number; height: number } {
  const lead = leadOf(live)
  return { width: measureText(words, size, 'bold') + lead - (words === '' ? 4 : 0) + 2 * PADDING, height: HEIGHT }
}

/** Where what a link says stands: under the text, else beside it, else on the upper right corner, shorter where it would reach the middle. */
export function placeBadge(place: Place): PlacedBadge | null {
  const { badge, short } = place.live
  if (badge === null) return null
  const tries = [
    { words: badge, size: SIZE },
    { words: badge, size: SMALL },
    { words: short, size: SIZE },
    { words: short, size: SMALL }
  ].flatMap((words) => PLACES.map((find) => () => find(place, words)))
  return tries.reduce<PlacedBadge | null>((found, tried) => found ?? tried(), null) ?? placeOnCorner(place)
}

/** A low shape has its badge beside its text where there is room. */
const HIGH = 58
const placeUnderHigh = (place: Place, words: Words): PlacedBadge | null => (place.room.height < HIGH ? null : placeUnder(place, words))
const PLACES = [placeUnderHigh, placeBeside, placeUnderHead, placeUnder]

function placeUnder({ live, box, room, align, height }: Place, words: Words): PlacedBadge | null {
  const size = measureBadge(live, words)
  if (room.narrows || room.height < UNDER + height || Math.min(room.width + SPILL, box.width - 10) < size.width) return null
  const free = room.width - size.width
  const x = room.x + (align === 'start' && free > 0 ? 0 : align === 'end' && free > 0 ? free : free / 2)
  return { ...words, box: { ...size, x, y: room.y + room.height - HEIGHT - 2 }, room: { ...room, height: room.height - HEIGHT - 6 } }
}

function placeBeside({ live, room, need }: Place, words: Words): PlacedBadge | null {
  const size = measureBadge(live, words)
  if (room.narrows || room.height < HEIGHT || room.width < size.width + 8 + need) return null
  const y = room.y + room.height / 2 - HEIGHT / 2
  return { ...words, box: { ...size, x: right(room) - size.width, y }, room: { ...room, width: room.width - size.width - 8 } }
}

function placeUnderHead({ live, box, room, under }: Place, words: Words): PlacedBadge | null {
  const size = measureBadge(live, words)
  if (under < HEIGHT + 8 || room.width < size.width) return null
  return { ...words, box: { ...size, x: room.x, y: box.y + 44 }, room }
}

function placeOnCorner({ live, box, room }: Place): PlacedBadge {
  const full = { words: live.badge ?? '', size: SIZE }
  const wide = measureBadge(live, full)
  const y = box.y - HEIGHT + 6
  // Beside the tip of a diamond or the top of an ellipse there is nothing in the way.
  if (room.narrows) return { ...full, box: { ...wide, x: Math.max(right(box) - wide.width, box.x + box.width / 2 + 14), y }, room }
  const words = wide.width > box.width / 2 - 12 ? { words: live.short, size: SIZE } : full
  const size = measureBadge(live, words)
  const overlap = Math.max(0, y + HEIGHT - room.y)
  return {
    ...words,
    box: { ...size, x: right(box) - size.width + Math.max(0, Math.min(10, size.width - box.width / 2)), y },
    room: { ...room, y: room.y + overlap, height: Math.max(8, room.height - overlap) }
  }
}

/** A dot in the segment's colour and a word; where the link says nothing, a dashed edge and why. */
export function drawBadge(live: LiveFigure, { box: { x, y, width, height }, words, size }: PlacedBadge): Shape[] {
  const { mark, accent } = live
  const middle = y + height / 2
  const lead = leadOf(live)
  const inks = mark === 'gone' ? [INK.signal, INK.signal] : mark === null ? [INK.regionLine, INK.ink] : [INK.faint, INK.muted]
  return [
    {
      kind: 'rect',
      ...{ x, y, width, height },
      radius: height / 2,
      fill: INK.surface,
      stroke: inks[0] ?? INK.faint,
      weight: 1,
      ...(mark === null ? {} : { dash: '3 2.5' })
    },
    ...(mark === 'gone' ? [drawIcon('broken', { x: x + PADDING + 6, y: middle, size: 13, ink: INK.signal })] : []),
    ...(accent !== null && mark === null
      ? [{ kind: 'rect', x: x + PADDING, y: middle - 4, width: 8, height: 8, radius: 2.5, fill: keepColour(accent) } as const]
      : []),
    {
      kind: 'text',
      x: x + (lead + width) / 2,
      y: middle + size * 0.36,
      text: words,
      size,
      fill: inks[1] ?? INK.muted,
      face: 'bold',
      anchor: 'middle',
      part: 'badge'
    }
  ]
}
