import { INK } from '../models/diagram-shapes.ts'
import type { ShapeStyle } from './diagram.ts'
import type { LiveFigure } from './with-figures.ts'
import type { ShapeLook } from './shape-kinds.ts'

/** Ink for a ground somebody chose: it stays the same in either theme, as the ground does. */
const ON_LIGHT = '#14232b'
const ON_DARK = '#ffffff'

export interface Colours {
  readonly fill: string
  readonly stroke: string
  readonly ink: string
  readonly muted: string
  /** The ink was chosen and nothing was chosen to stand under it. */
  readonly isInkOnPage: boolean
  /** The same of the edge. */
  readonly isStrokeOnPage: boolean
}

/** Inks of the look are written in capitals and follow the theme; in small letters a colour is kept as it was chosen. */
export const keepColour = (colour: string): string => colour.toLowerCase()

/** Relative luminance of `#RRGGBB`, 0 to 1 (WCAG 2.2). */
function luminanceOf(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** Contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** The darkest ground of the dark theme, and how far a chosen colour stands out from it: what is legible there is so on white too. */
const DARK_PAGE = '#10191b'
const ON_DARK_PAGE = 4.5

/** A chosen colour for the dark page: as it is where it can be seen, else mixed with white until it can. */
export function liftForDark(colour: string): string {
  if (!/^#[0-9a-f]{6}/u.test(colour)) return colour
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = [1, 3, 5].map((start) => {
      const part = Number.parseInt(colour.slice(start, start + 2), 16)
      return Math.round(part + (255 - part) * share)
        .toString(16)
        .padStart(2, '0')
    })
    const lifted = `#${mixed.join('')}`
    if (contrastOf(lifted, DARK_PAGE) >= ON_DARK_PAGE) return `${lifted}${colour.slice(7)}`
  }
  return '#ffffff'
}

export const readableOn = (ground: string): string => (contrastOf(ground, ON_LIGHT) >= contrastOf(ground, ON_DARK) ? ON_LIGHT : ON_DARK)

/** Least contrast at which a chosen ink is kept. */
const LEAST_CONTRAST = 3
/** See-through grounds take the page's colour: text on them follows the theme. */
const isSolid = (colour: string): boolean => colour.length === 7 || Number.parseInt(colour.slice(7), 16) > 128

/** The colours of a shape: what a person chose, else what its figure says, else its kind's own; text always readable on its ground. */
export function chooseColours(look: ShapeLook, style: ShapeStyle, live: LiveFigure | null): Colours {
  const chosen = live?.fill ?? (style.fill === undefined || style.fill === 'none' ? style.fill : keepColour(style.fill))
  const fill = chosen ?? look.fill
  const stroke = style.stroke === undefined ? strokeOn(look, chosen) : style.stroke === 'none' ? 'none' : keepColour(style.stroke)
  const ground = chosen !== undefined && chosen !== 'none' && isSolid(chosen) ? chosen : null
  const ink = inkOn(ground, style.ink, chosen === 'none' ? INK.ink : look.ink)
  return {
    fill,
    stroke,
    ink,
    muted: ground === null && style.ink === undefined ? INK.muted : ink,
    isInkOnPage: ground === null && style.ink !== undefined,
    isStrokeOnPage: ground === null && style.stroke !== undefined
  }
}

const strokeOn = (look: ShapeLook, chosen: string | undefined): string =>
  chosen !== undefined && chosen !== 'none' && look.stroke === INK.line ? INK.regionLine : look.stroke

/** The ink chosen for a ground of a chosen colour, where it can be read on it; else one that can. */
export const readChosenInk = (ground: string, chosen: string | undefined): string =>
  chosen !== undefined && contrastOf(chosen, ground) >= LEAST_CONTRAST ? keepColour(chosen) : readableOn(ground)

function inkOn(ground: string | null, chosen: string | undefined, own: string): string {
  if (ground === null) return chosen === undefined ? own : keepColour(chosen)
  return readChosenInk(ground, chosen)
}
