import type { Shape } from '../models/diagram-shapes.ts'
import type { Face } from '../models/font-advances.ts'
import { measureText, wrapText } from '../models/text-measure.ts'
import type { ShapeStyle } from './diagram.ts'
import type { Room } from './draw-forms.ts'

export interface TextLook {
  readonly size: number
  readonly face: Face
  readonly ink: string
  readonly align: NonNullable<ShapeStyle['align']>
  readonly valign: NonNullable<ShapeStyle['valign']>
  readonly isItalic?: boolean
  readonly onPage?: boolean
}
interface LaidText {
  readonly shapes: Shape[]
  readonly lines: readonly string[]
  readonly size: number
  /** Not even the least size fits: its end gave way to an ellipsis. The whole stands in the outline and the panel. */
  readonly isCut: boolean
}

/** Height of a line in sizes of its letters. */
export const LINE = 1.28
const LEAST = 6.5
/** A word is set this much smaller before it is broken. */
const UNBROKEN = 0.72

/** Text wrapped inside a room, set smaller until it fits; cut only where it does not fit at its least size. */
export function layOutText(text: string, room: Room, look: TextLook): LaidText {
  const trimmed = text.replace(/\s+$/u, '')
  if (trimmed.trim() === '') return { shapes: [], lines: [], size: look.size, isCut: false }
  const { lines, size, isCut } = fitLines(trimmed, room, look)
  return { shapes: placeLines(lines, room, { ...look, size }), lines, size, isCut }
}

function fitLines(text: string, room: Room, { size, face }: TextLook): { lines: string[]; size: number; isCut: boolean } {
  const least = Math.min(LEAST, size)
  const words = text.split(/\s+/u)
  const longest = words.reduce((most, word) => Math.max(most, measureText(word, 1, face)), 0)
  for (const [floor, isWhole] of [
    [Math.max(least, size * UNBROKEN), true],
    [least, false]
  ] as const)
    for (let tried = size; tried >= floor; tried -= 0.5) {
      const lines = wrapInto(text, room, tried, face, isWhole ? longest * tried : 0)
      if (lines) return { lines, size: tried, isCut: false }
    }
  return { lines: cutLines(text, room, least, face), size: least, isCut: true }
}

/** Width a block of this height has: less in a diamond and in an ellipse. */
function widthAt(room: Room, height: number): number {
  const part = Math.min(1, height / room.height)
  if (room.narrows === 'diamond') return room.width * (1 - part) - 4
  if (room.narrows === 'ellipse') return room.width * Math.sqrt(1 - part * part) - 6
  return room.width
}

/** The lines of the text at this size, or null where they do not fit. */
function wrapInto(text: string, room: Room, size: number, face: Face, leastWidth: number): string[] | null {
  const most = Math.floor(room.height / (size * LINE))
  for (let count = 1; count <= most; count++) {
    const width = widthAt(room, count * size * LINE)
    if (width < Math.max(leastWidth, size)) return null
    const lines = wrapParagraphs(text, width, size, face)
    if (lines.length <= count) return lines.every((line) => measureText(line, size, face) <= width) ? lines : null
    // Where every height gives the same width, the first answer says how many lines there are.
    if (room.narrows === undefined) {
      if (lines.length > most) return null
      count = lines.length - 1
    }
  }
  return null
}

function wrapParagraphs(text: string, width: number, size: number, face: Face): string[] {
  return text.split(/\r?\n/u).flatMap((paragraph) => wrapText(paragraph, width, size, face))
}

function cutLines(text: string, room: Room, size: number, face: Face): string[] {
  const most = Math.max(1, Math.floor((room.height * (room.narrows ? 0.5 : 1)) / (size * LINE)))
  const width = Math.max(size, widthAt(room, most * size * LINE))
  const lines = wrapParagraphs(text, width, size, face)
  const kept = lines.slice(0, most)
  let last = Array.from(kept.at(-1) ?? '')
  while (last.length > 0 && measureText(`${last.join('')}…`, size, face) > width) last = last.slice(0, -1)
  return [...kept.slice(0, -1), `${last.join('').trimEnd()}…`]
}

const STARTS = { start: 0, middle: 0.5, end: 1 } as const
const TOPS = { top: 0, middle: 0.5, bottom: 1 } as const

function placeLines(lines: readonly string[], room: Room, { size, face, ink, align, valign, isItalic, onPage }: TextLook): Shape[] {
  const height = lines.length * size * LINE
  // A block inside a narrowing form only fits around its middle.
  const top = room.y + (room.height - height) * (room.narrows ? 0.5 : TOPS[valign])
  const width = widthAt(room, height)
  const x = room.x + (room.width - width) / 2 + width * STARTS[align]
  return lines.flatMap((text, index): Shape[] =>
    text === ''
      ? []
      : [
          {
            kind: 'text',
            x,
            y: top + (index + 0.5) * size * LINE + size * 0.35,
            text,
            size,
            fill: ink,
            face,
            ...(align === 'start' ? {} : { anchor: align }),
            ...(isItalic ? { isItalic } : {}),
            ...(onPage ? { onPage } : {}),
            part: 'name'
          }
        ]
  )
}
