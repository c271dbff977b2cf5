import { liftForDark } from '../../shared/diagrams/draw-colours.ts'
import { INK, SEGMENT_INKS } from '../../shared/models/diagram-shapes.ts'

/** The colours of a drawing on paper, as the theme has them. */
const THEMED: ReadonlyMap<string, string> = new Map<string, string>([
  ...Object.entries(SEGMENT_INKS).map(([token, ink]) => [ink, `var(--${token})`] as const),
  [INK.ink, 'var(--ink)'],
  [INK.muted, 'var(--muted)'],
  [INK.faint, 'var(--faint)'],
  [INK.line, 'var(--line)'],
  [INK.surface, 'var(--surface)'],
  [INK.paper, 'var(--paper)'],
  [INK.accent, 'var(--accent)'],
  [INK.accentInk, 'var(--accent-ink)'],
  [INK.accentSoft, 'var(--accent-soft)'],
  [INK.signal, 'var(--signal)'],
  [INK.good, 'var(--good)'],
  [INK.region, 'var(--node-region)'],
  [INK.regionLine, 'var(--node-region-line)']
])

/**
 * A colour of a drawing as a style sheet has it. Inks of the look are written in capitals and follow the theme; a colour a person
 * chose, in small letters, stays as it is in either theme.
 */
export const themeOf = (ink: string): string => THEMED.get(ink) ?? ink
/** Colours that were chosen, as the page has them: a drawing has few and asks for them thousands of times. */
const chosen = new Map<string, string>([['none', 'none']])

/** The same where the page itself is the ground: chosen in the light, it must be seen in the dark. */
export function pageOf(ink: string): string {
  const known = THEMED.get(ink) ?? chosen.get(ink)
  if (known !== undefined) return known
  const both = `light-dark(${ink}, ${liftForDark(ink)})`
  chosen.set(ink, both)
  return both
}
