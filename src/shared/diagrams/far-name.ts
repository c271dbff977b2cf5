import { INK, type Shape } from '../models/diagram-shapes.ts'
import { measureText, wrapText } from '../models/text-measure.ts'
import { ENTITY_HEAD } from './draw-entity.ts'

/** Under this zoom the name of a table is no more than six pixels high. */
const FAR = 0.45
/** Letters keep one size on the page while the zoom changes by this much, so that not every step of it draws them anew. */
const STEP = 0.75
/** Height of letters on the screen at the far end of a step, and the shares of it a name is brought down to until it fits. */
const LETTERS_PX = 11
const SHARES = [1, 0.9, 0.8, 0.7, 0.62] as const
/** A name may be this much wider than its table: the room beside tables is for lines. */
const BEYOND = 100
const MOST_LINES = 3
const LEADING = 1.15

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
  const { own, lines } = fitName(name, width + BEYOND, size)
  const plateWidth = Math.max(width, ...lines.map((line) => measureText(line, own, 'bold') + own * 0.8))
  const plateHeight = Math.max(ENTITY_HEAD, (lines.length * LEADING + 0.35) * own)
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
    ...lines.map((text, at): Shape => ({
      kind: 'text',
      x: width / 2,
      y: middle + own * ((at + 0.5 - lines.length / 2) * LEADING + 0.35),
      text,
      size: own,
      fill: INK.accentInk,
      face: 'bold',
      anchor: 'middle'
    }))
  ]
}

/** The largest letters in which the words stand whole on so many lines; else the smallest, with the end of the name cut. */
function fitName(name: string, widest: number, size: number): { own: number; lines: string[] } {
  const longest = Math.max(...name.split(/\s+/u).map((word) => measureText(word, 1, 'bold')))
  for (const share of SHARES) {
    const own = size * share
    const lines = wrapText(name, widest, own, 'bold')
    if (longest * own <= widest && lines.length <= MOST_LINES) return { own, lines }
  }
  const own = size * (SHARES.at(-1) ?? 1)
  const lines = wrapText(name, widest, own, 'bold')
  if (lines.length <= MOST_LINES) return { own, lines }
  return { own, lines: [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`] }
}
