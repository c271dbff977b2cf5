import { INK, SEGMENT_INKS } from '../../../../shared/models/diagram-shapes.ts'

/** The app's own colours, offered before any other: name in the messages (`diagrams.colours`), and hex. */
export const OWN_COLOURS: readonly { readonly name: string; readonly hex: string }[] = [
  { name: 'white', hex: INK.surface },
  { name: 'paper', hex: INK.paper },
  { name: 'line', hex: INK.line },
  { name: 'grey', hex: SEGMENT_INKS['seg-hib'] ?? INK.faint },
  { name: 'slate', hex: INK.muted },
  { name: 'ink', hex: INK.ink },
  { name: 'softTeal', hex: INK.accentSoft },
  { name: 'paleTeal', hex: INK.regionLine },
  { name: 'teal', hex: INK.accent },
  { name: 'deepTeal', hex: INK.accentInk },
  { name: 'softAmber', hex: '#FCEBDD' },
  { name: 'amber', hex: INK.signal },
  { name: 'green', hex: INK.good },
  { name: 'blue', hex: SEGMENT_INKS['seg-loyal'] ?? INK.accent },
  { name: 'lightBlue', hex: SEGMENT_INKS['seg-pot'] ?? INK.accent },
  { name: 'violet', hex: SEGMENT_INKS['seg-new'] ?? INK.accent },
  { name: 'lilac', hex: SEGMENT_INKS['seg-prom'] ?? INK.accent },
  { name: 'plum', hex: SEGMENT_INKS['seg-cant'] ?? INK.accent },
  { name: 'softRed', hex: '#FBE9E7' },
  { name: 'red', hex: SEGMENT_INKS['seg-risk'] ?? INK.signal },
  { name: 'crimson', hex: '#B3261E' },
  { name: 'orange', hex: SEGMENT_INKS['seg-sleep'] ?? INK.signal },
  { name: 'ochre', hex: SEGMENT_INKS['seg-attn'] ?? INK.signal },
  { name: 'steel', hex: SEGMENT_INKS['seg-all'] ?? INK.muted }
]

/** `#abc`, `abcdef`, `#AABBCC` or with two more for how solid it is, as it is kept; null: no colour. */
export function readColour(typed: string): string | null {
  const text = typed.trim().replace(/^#/, '')
  if (/^[0-9a-f]{3}$/i.test(text)) return `#${text.replaceAll(/./g, '$&$&')}`.toUpperCase()
  return /^([0-9a-f]{6}|[0-9a-f]{8})$/i.test(text) ? `#${text}`.toUpperCase() : null
}

/** The app's own colour of that hex, by name; null: another one. */
export const nameOwnColour = (hex: string): string | null =>
  OWN_COLOURS.find((colour) => colour.hex.toLowerCase() === hex.toLowerCase())?.name ?? null
