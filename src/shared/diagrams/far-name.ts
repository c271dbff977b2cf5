import { INK, type Shape } from '../models/diagram-shapes.ts'
import { measureText, wrapText } from '../models/text-measure.ts'
import { ENTITY_HEAD } from './draw-entity.ts'

/** Under this zoom the name of a table is no more than six pixels high. */
const FAR = 0.45
/** Letters keep one size on the page while the zoom changes by this much, so that not every step of it draws them anew. */
const STEP = 0.75
/** Height of letters on the screen at the far end of a step, and the least it is brought down to. */
const LETTERS_PX = 11
const LEAST_SHARE = 0.72
/** A name may be this much wider than its table, one long word more: the room beside tables is for lines. */
const BEYOND = 60
const WORD_BEYOND = 110
const MOST_LINES = 2
const LEADING = 1.2

/** How large names are written from far, in units of the page; 0: near enough to read them where they stand. */
export function sizeFarLetters(zoom: number): number {
  if (zoom >= FAR) return 0
  const step = Math.ceil(Math.log(zoom / FAR) / Math.log(STEP))
  return LETTERS_PX / (FAR * STEP ** step)
}

/** The first line of a label in place of the heading of its table, in letters of this size, at the corner of the page. */
export function drawFarName({ label, width, height }: { label: string; width: number; height: number }, size: number): Shape[] {
  const [name = ''] = label.trim().split(/\r?\n/u)
  if (name === '') return []
  const longest = name.split(/\s+/u).reduce((most, word) => Math.max(most, measureText(word, 1, 'bold')), 0.01)
  const limit = width + WORD_BEYOND
  const own = Math.max(size * LEAST_SHARE, Math.min(size, limit / longest))
  const lines = wrapText(name, Math.max(width + BEYOND, Math.min(longest * own, limit)), own, 'bold')
  const shown = lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`]
  const plateWidth = Math.max(width, ...shown.map((line) => measureText(line, own, 'bold') + own * 0.8))
  const plateHeight = Math.max(ENTITY_HEAD, (shown.length * LEADING + 0.35) * own)
  const top = Math.min(0, (height - plateHeight) / 2)
  const middle = top + plateHeight / 2
  return [
    {
      kind: 'rect',
      x: (width - plateWidth) / 2,
      y: top,
      width: plateWidth,
      height: plateHeight,
      radius: own * 0.3,
      fill: INK.accentSoft,
      stroke: INK.surface,
      weight: own * 0.08
    },
    ...shown.map((text, at): Shape => ({
      kind: 'text',
      x: width / 2,
      y: middle + own * ((at + 0.5 - shown.length / 2) * LEADING + 0.35),
      text,
      size: own,
      fill: INK.accentInk,
      face: 'bold',
      anchor: 'middle'
    }))
  ]
}
