import { SEGMENT_INKS } from '../../../shared/models/diagram-shapes.ts'

/**
 * The colours of a chart, by the names of their design tokens: in the window the theme's, on paper the light ones. What a picture
 * that leaves the app is drawn with stands here, because the page in front may be dark.
 */
const PAPER = {
  ink: '#14232b',
  muted: '#4f5f67',
  faint: '#5f6e75',
  line: '#e1e5e2',
  surface: '#ffffff',
  paper: '#f5f6f3',
  accent: '#0f6b6b',
  'accent-ink': '#0a4f50',
  'accent-soft': '#e2f0ee',
  signal: '#a84a08',
  good: '#2a7549',
  danger: '#b3261e'
} as const
export type Ink = keyof typeof PAPER | `seg-${string}`
/** A colour, or a part of it in the colour of the surface: 0 to 1. */
export interface Paint {
  readonly ink: Ink
  readonly strength?: number
}

interface Line {
  readonly stroke?: Paint
  readonly weight?: number
  readonly dash?: string
}
/** What a chart is drawn with: laid out once, then shown in the window or written to a file. */
export type Mark =
  | ({
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius?: number
      readonly fill: Paint | null
      /** Slanted lines over the fill: not known, or not whole. */
      readonly hatch?: boolean
    } & Line)
  | ({ readonly kind: 'path'; readonly d: string; readonly fill: Paint | null; readonly opacity?: number } & Line)
  | ({ readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly fill: Paint | null } & Line)
  | {
      readonly kind: 'text'
      readonly x: number
      /** Baseline. */
      readonly y: number
      readonly text: string
      readonly fill: Paint
      readonly size: number
      readonly isBold?: boolean
      readonly anchor?: 'start' | 'middle' | 'end'
      /** Degrees, around the place itself. */
      readonly turn?: number
      /** An edge in the colour of the surface, so that lines behind don't strike it through. */
      readonly hasHalo?: boolean
    }

/** A colour of the theme in force. */
export function paintCss({ ink, strength = 1 }: Paint): string {
  if (strength >= 1) return `var(--${ink})`
  return `color-mix(in srgb, var(--${ink}) ${String(Math.round(strength * 1000) / 10)}%, var(--surface))`
}

const isNamed = (ink: Ink): ink is keyof typeof PAPER => ink in PAPER

/** The same colour on paper, as `#rrggbb`. */
export function paintPaper({ ink, strength = 1 }: Paint): string {
  const full = (isNamed(ink) ? PAPER[ink] : (SEGMENT_INKS[ink] ?? PAPER.muted)).toLowerCase()
  if (strength >= 1) return full
  const channel = (at: number): string => {
    const value = Number.parseInt(full.slice(at, at + 2), 16)
    return Math.round(255 + (value - 255) * strength)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}

/** The strongest tint on which ink still reads at 4.5:1, in both themes. */
const STRONGEST = 0.5
/** A tint for a share of the most, 0 to 1: lightness alone tells little from much. */
export function tint(ink: Ink, share: number): Paint {
  return { ink, strength: 0.05 + (STRONGEST - 0.05) * Math.max(0, Math.min(1, share)) }
}
