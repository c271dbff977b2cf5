import type { Face } from './font-advances.ts'

/** What a diagram is made of: the layout makes these, `writeSvg` turns them into text, and tests measure them. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly radius: number
      readonly fill: string
      readonly stroke?: string
      readonly weight?: number
      readonly dash?: string
      /** The edge of an element: what lights up when it is chosen. */
      readonly outline?: boolean
      /** Its edge was chosen and the page is its ground: in a dark theme it is shown lighter where it would be lost. */
      readonly onPage?: boolean
    }
  | {
      readonly kind: 'path'
      readonly d: string
      readonly fill: string
      readonly stroke?: string
      readonly weight?: number
      readonly dash?: string
      readonly arrow?: 'end' | 'both'
      readonly accent?: boolean
      readonly head?: 'filled' | 'open'
      readonly outline?: boolean
      /** As with rectangles. */
      readonly onPage?: boolean
      /** Where the origin of `d` comes to stand and by how much it is enlarged: an icon is drawn once and placed anywhere. */
      readonly at?: { readonly x: number; readonly y: number; readonly scale: number }
    }
  | {
      readonly kind: 'image'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      /** A raster picture as a data URL: nothing that could carry a script or an address. */
      readonly href: string
    }
  | TextShape

export interface TextShape {
  readonly kind: 'text'
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly text: string
  readonly size: number
  readonly fill: string
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly face?: Face
  readonly isItalic?: boolean
  /** The same of letters. */
  readonly onPage?: boolean
  /** Degrees it is turned clockwise around its x and y. */
  readonly turn?: number
  /** What it says of the element, for whoever looks it up: `name`, `segment-count:s_ssc`. */
  readonly part?: string
}

/** The light tokens of the look; a picture that leaves the app is always light. */
export const INK = {
  ink: '#14232B',
  muted: '#4F5F67',
  faint: '#637279',
  line: '#E1E5E2',
  surface: '#FFFFFF',
  paper: '#F5F6F3',
  accent: '#0F6B6B',
  accentInk: '#0A4F50',
  accentSoft: '#E2F0EE',
  signal: '#B34F0A',
  good: '#2A7549',
  region: '#EFF4F2',
  regionLine: '#C5D8D4'
} as const
export const SEGMENT_INKS: Readonly<Record<string, string>> = {
  'seg-all': '#5B6B73',
  'seg-champ': '#0F6B6B',
  'seg-loyal': '#3B8EA5',
  'seg-pot': '#7FB7BE',
  'seg-new': '#8C6BB1',
  'seg-prom': '#B9A3D0',
  'seg-attn': '#D99A2B',
  'seg-sleep': '#E38B4F',
  'seg-risk': '#C8553D',
  'seg-cant': '#8F2D56',
  'seg-hib': '#9AA5AB'
}

const FONT = 'Inter, system-ui, sans-serif'
const FACES: Readonly<Record<Face, string>> = {
  regular: '',
  bold: ' font-weight="600"',
  title: ' font-family="Newsreader, Georgia, serif" font-weight="500"'
}

/** Text as XML content or attribute value; what XML 1.0 forbids (control characters, lone surrogates) is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

/** One SVG document: no script and no outside address. `fontFaces`, @font-face rules with their fonts inside, is its only style sheet. */
export function writeSvg(
  shapes: readonly Shape[],
  {
    width,
    height,
    title,
    description = '',
    fontFaces = ''
  }: { width: number; height: number; title: string; description?: string; fontFaces?: string }
): string {
  const body = shapes.map(writeShape).join('\n')
  const style = fontFaces === '' ? '' : `<style>${escapeXml(fontFaces)}</style>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${FONT}">
<title>${escapeXml(title)}</title>${description === '' ? '' : `<desc>${escapeXml(description)}</desc>`}
<defs>${style}${writeHead('head', INK.muted)}${writeHead('head-accent', INK.accent)}${writeOpenHead('head-open', INK.muted)}</defs>
${body}
</svg>
`
}

function writeHead(id: string, fill: string): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M0.5 0.8L9.5 5L0.5 9.2z" fill="${fill}"/></marker>`
}

function writeOpenHead(id: string, stroke: string): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path d="M1.5 1.2L9 5L1.5 8.8" fill="none" stroke="${stroke}" stroke-width="1.4"/></marker>`
}

const WRITERS: { readonly [K in Shape['kind']]: (shape: Extract<Shape, { kind: K }>) => string } = {
  rect: ({ x, y, width, height, radius, fill, stroke, weight, dash }) =>
    `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}"${paint('fill', fill)}${stroke ? `${paint('stroke', stroke)}${weight === undefined ? '' : ` stroke-width="${round(weight)}"`}` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}/>`,
  path: ({ d, fill, stroke, weight = 1.5, dash, arrow, accent, head: shape, at }) => {
    const head = accent ? 'head-accent' : shape === 'open' ? 'head-open' : 'head'
    const markers = arrow ? ` marker-end="url(#${head})"${arrow === 'both' ? ` marker-start="url(#${head})"` : ''}` : ''
    const place = at ? ` transform="translate(${round(at.x)} ${round(at.y)}) scale(${Math.round(at.scale * 1000) / 1000})"` : ''
    return `<path d="${d}"${place}${paint('fill', fill)}${stroke ? `${paint('stroke', stroke)} stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"` : ''}${dash ? ` stroke-dasharray="${dash}"` : ''}${markers}/>`
  },
  image: ({ x, y, width, height, href }) =>
    `<image x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" href="${escapeXml(href)}"/>`,
  text: ({ x, y, text, size, fill, anchor = 'start', face = 'regular', isItalic, turn }) =>
    `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${paint('fill', fill)}${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}${FACES[face]}${isItalic ? ' font-style="italic"' : ''}${turn ? ` transform="rotate(${turn} ${round(x)} ${round(y)})"` : ''}>${escapeXml(text)}</text>`
}

/** A colour as an attribute; `#RRGGBBAA` as colour and opacity, because not every program reads eight digits. */
function paint(name: 'fill' | 'stroke', colour: string): string {
  const alpha = /^#[0-9a-f]{8}$/iu.test(colour) ? Number.parseInt(colour.slice(7), 16) / 255 : 1
  return alpha === 1 ? ` ${name}="${colour}"` : ` ${name}="${colour.slice(0, 7)}" ${name}-opacity="${Math.round(alpha * 100) / 100}"`
}

function writeShape(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return WRITERS.rect(shape)
    case 'path':
      return WRITERS.path(shape)
    case 'image':
      return WRITERS.image(shape)
    case 'text':
      return WRITERS.text(shape)
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
