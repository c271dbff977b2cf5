import type { DiagramShape } from '../diagram.ts'
import { drawShape } from '../draw-shape.ts'
import { type Inside, SHAPE_LOOKS } from '../shape-kinds.ts'
import type { LiveFigure } from '../with-figures.ts'
import { GRID } from './place.ts'

/** Text smaller than this, in units, is hard to read beside others. */
const READABLE = 11
/** No shape grows further than this, in units: whoever writes more than it holds wants a smaller text. */
const MOST = 900
/** Both ends move, so that the middle stays where it is and on the grid. */
const STEP = 2 * GRID
/** Where a higher shape gives its text more room. */
const GROWING: readonly Inside[] = ['text', 'icon', 'titled', 'member']

/** The smallest letters of a shape's own text at a height; 0 where even the least had to be cut. */
function measureLetters(shape: DiagramShape, height: number, live: LiveFigure | null): number {
  const drawn = drawShape({ ...shape, x: 0, y: 0, height }, live, 'en')
  const names = drawn.flatMap((each) => (each.kind === 'text' && each.part === 'name' ? [each] : []))
  if (names.some(({ text }) => text.endsWith('…')) && !/…\s*$/u.test(shape.label)) return 0
  return names.reduce((least, { size }) => Math.min(least, size), READABLE)
}

/**
 * The shape as high as its text needs to be read (`READABLE`), around its middle, so that lines that ran level still do; never
 * lower than it was, and the same where height gives its text nothing.
 */
export function growToText(shape: DiagramShape, live: LiveFigure | null): DiagramShape {
  if (shape.isLocked === true || shape.label.trim() === '' || !GROWING.includes(SHAPE_LOOKS[shape.kind].inside)) return shape
  const now = measureLetters(shape, shape.height, live)
  if (now >= READABLE) return shape
  // A word that is wider than the shape stays small at any height.
  let enough = Math.floor((MOST - shape.height) / STEP)
  const best = measureLetters(shape, shape.height + enough * STEP, live)
  if (enough < 1 || best <= now) return shape
  for (let tooFew = 0; enough - tooFew > 1;) {
    const tried = Math.floor((tooFew + enough) / 2)
    if (measureLetters(shape, shape.height + tried * STEP, live) >= best) enough = tried
    else tooFew = tried
  }
  return { ...shape, y: shape.y - (enough * STEP) / 2, height: shape.height + enough * STEP }
}
