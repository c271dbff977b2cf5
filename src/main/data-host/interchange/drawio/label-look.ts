import { readColour } from '../colours.ts'
import type { CellStyle } from './cell-style.ts'

/** What the markup of a label says of its look, where all of it says the same; `isMixed`: where it does not. */
interface LabelLook {
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly colour: string | null
  readonly size: number | null
  readonly isMixed: boolean
  readonly hasPicture: boolean
}
/** What a stretch of text looks like. `other`: looks that shapes here have none of, as underlined or raised. */
interface Look {
  isBold: boolean
  isItalic: boolean
  colour: string | null
  size: number | null
  other: string
}

const TOKENS = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'input', 'meta', 'link', 'col'])
/** Pixels of `<font size>`. */
const SIZES = [10, 10, 13, 16, 18, 24, 32, 48]
const OTHER = new Set([
  'u',
  's',
  'strike',
  'del',
  'ins',
  'sub',
  'sup',
  'code',
  'pre',
  'mark',
  'small',
  'big',
  'a',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6'
])

/** A label is looked at no further: what comes after is cut off its text too, or is markup without any. */
const READ_CHARACTERS = 20_000

/** Reads the look of a label in HTML; null for one without any. Only what can be said of text is looked at, nothing is resolved. */
export function readLabelLook(whole: string): LabelLook | null {
  const html = whole.slice(0, READ_CHARACTERS)
  if (!/<(?:b|i|u|s|em|strong|strike|font|span|sub|sup|code|pre|mark|small|big|a|img|h[1-6]|div|p)\b/i.test(html)) return null
  const plain: Look = { isBold: false, isItalic: false, colour: null, size: null, other: '' }
  const open: { name: string; before: Look }[] = []
  const looks = new Map<string, Look>()
  let last: Look | null = null
  let look = plain
  let hasPicture = false
  for (const [token, slash, tag, attributes = ''] of html.matchAll(TOKENS)) {
    const name = tag?.toLowerCase()
    if (name === undefined) {
      if (look === last || token.startsWith('<!--') || token.replace(/&nbsp;|\s/g, '') === '') continue
      looks.set(JSON.stringify(look), look)
      last = look
    } else if (slash === '/') {
      const at = open.findLastIndex((each) => each.name === name)
      look = open[at]?.before ?? look
      if (at >= 0) open.length = at
    } else {
      if (name === 'img') hasPicture = true
      if (VOID.has(name) || token.endsWith('/>')) continue
      if (open.length < 200) open.push({ name, before: look })
      look = attributes === '' ? addTag(look, name) : change(look, name, attributes)
    }
  }
  const [only = plain] = looks.values()
  const isMixed = looks.size > 1 || only.other !== ''
  return looks.size > 1 ? { ...plain, isMixed, hasPicture } : { ...only, isMixed, hasPicture }
}

/** What an element without attributes makes of a look. */
function addTag(look: Look, name: string): Look {
  if (name === 'b' || name === 'strong') return look.isBold ? look : { ...look, isBold: true }
  if (name === 'i' || name === 'em') return look.isItalic ? look : { ...look, isItalic: true }
  return OTHER.has(name) ? { ...look, other: `${look.other} ${name}`.slice(0, 40) } : look
}

function change(look: Look, name: string, attributes: string): Look {
  const plain = addTag(look, name)
  const style = /\bstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes)
  const css = style?.[1] ?? style?.[2] ?? ''
  const own = (property: string): string | undefined =>
    new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]{1,90})`, 'i').exec(css)?.[1]?.trim()
  const attribute = (key: string): string | undefined => new RegExp(`\\b${key}\\s*=\\s*["']?([^"'\\s>]{1,40})`, 'i').exec(attributes)?.[1]
  const weight = own('font-weight')
  const slant = own('font-style')
  const said = name === 'font' ? (attribute('color') ?? own('color')) : own('color')
  const colour = said === undefined ? null : readColour(said)
  const pixels = Number(/^(\d+(?:\.\d+)?)px/.exec(own('font-size') ?? '')?.[1] ?? Number.NaN)
  const step = name === 'font' ? SIZES[Number(attribute('size') ?? Number.NaN)] : undefined
  const isOther = /underline|line-through/.test(own('text-decoration') ?? '')
  return {
    isBold: weight === undefined ? plain.isBold : /^(bold|[6-9]00)/.test(weight),
    isItalic: slant === undefined ? plain.isItalic : slant === 'italic',
    colour: colour === null || colour === 'none' ? look.colour : colour,
    size: Number.isFinite(pixels) ? pixels : (step ?? look.size),
    other: isOther ? `${plain.other} ${name}`.slice(0, 40) : plain.other
  }
}

/** A style with what its whole label looks like. */
export function addLabelLook(style: CellStyle, look: LabelLook | null): CellStyle {
  if (!look) return style
  const values = new Map(style.values)
  if (look.colour !== null) values.set('fontColor', look.colour)
  if (look.size !== null) values.set('fontSize', String(look.size))
  const font = Number(values.get('fontStyle') ?? 0) | (look.isBold ? 1 : 0) | (look.isItalic ? 2 : 0)
  if (look.isBold || look.isItalic) values.set('fontStyle', String(font))
  return { names: style.names, values }
}
