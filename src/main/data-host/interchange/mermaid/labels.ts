import { LONGEST_LABEL } from '../../../../shared/diagrams/diagram.ts'
import type { FlowText } from './flow-graph.ts'

/** More of a text than this is not looked at: what is left after tags and entities fills a label many times. */
const MOST_RAW = LONGEST_LABEL * 12
const NAMED: ReadonlyMap<string, string> = new Map([
  ...Object.entries({
    quot: '"',
    amp: '&',
    lt: '<',
    gt: '>',
    apos: "'",
    euro: '€',
    bull: '•',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    rarr: '→'
  }),
  ...Object.entries({ larr: '←', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', trade: '™', check: '✓', nl: '\n' }),
  // U+00A0 to U+00FF in their order.
  ...'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
    .split(' ')
    .map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const)
])
const TAGS =
  /<\/?(?:a|abbr|b|big|blockquote|center|code|dd|del|div|dl|dt|em|embed|figure|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|samp|small|span|strike|strong|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|var|wbr)\b[^<>]*>/gi
const LINE_BREAKS = /<br\b[^<>]*>|<\/(?:p|div|li|tr|h[1-6])\s*>|\\n/gi
const ICON = /\bfa[a-z]?:fa-[\w-]+\s?/g
// What XML and the window can't show: control characters and halves of pairs.
const UNSHOWABLE = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

function decodeNumber(digits: string, radix: number): string | null {
  const code = Number.parseInt(digits, radix)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null
}

/** `#quot;`, `#35;`, `&lt;`, `&#x27;` and the like, each once; what is none of these stays. */
function decodeEntities(text: string): string {
  return text.replace(
    /&?#(\d{1,7});|&#[xX]([\da-fA-F]{1,6});|[#&](\w{1,20});/g,
    (all, digits: string | undefined, hex: string | undefined, name: string | undefined) => {
      if (digits !== undefined) return decodeNumber(digits, 10) ?? all
      return hex !== undefined ? (decodeNumber(hex, 16) ?? all) : (NAMED.get(name ?? '') ?? all)
    }
  )
}

/** Scripts and style sheets with all that is in them; one that is never closed goes on to the end. */
function dropScripts(text: string): string {
  let kept = ''
  let from = 0
  for (const found of text.matchAll(/<(script|style)\b|<\/(?:script|style)\s*>/gi)) {
    if (found[1] !== undefined) {
      if (from <= found.index) kept += text.slice(from, found.index)
      from = Number.POSITIVE_INFINITY
    } else if (from > found.index) from = found.index + found[0].length
  }
  return from === Number.POSITIVE_INFINITY ? kept : kept + text.slice(from)
}

const dropEmphasis = (text: string): string =>
  text
    .replaceAll('**', '')
    .replace(/\*([^*\n]+)\*/g, '$1')
    .replace(/(^|\s)_([^_\n]+)_(?=\s|$)/g, '$1$2')

/** What a text of the source says, as plain text: tags, icons and marks of Markdown taken away, never followed. */
export function readText({ raw, isMarkdown }: FlowText): string {
  const plain = dropScripts(raw.slice(0, MOST_RAW)).replace(LINE_BREAKS, '\n').replace(TAGS, '').replace(ICON, '')
  const lines = (isMarkdown ? dropEmphasis(plain) : plain).split('\n').map((line) => line.trim())
  return decodeEntities(lines.join('\n')).replace(UNSHOWABLE, '').trim().slice(0, LONGEST_LABEL)
}

/**
 * Characters that mean nothing to Mermaid between quotes, in any of its versions. The ligature fl it keeps entities under
 * until it draws, so one in a text would become one.
 */
const PLAIN = /(?!ﬂ)[\p{L}\p{M}\p{N} .,:!?¿¡'()[\]{}+/=_|€£$@^–—…·«»“”‘’→←°ºª-]/u

/**
 * A text between quotes that Mermaid shows as it is. Everything it might take for something else is written as an entity;
 * `style` and `classDef` too, after which it would cut the semicolon of the next one away. Space around the whole is not kept.
 */
export function writeText(text: string): string {
  const written = text.replace(UNSHOWABLE, '').trim().split('\n').map(writeLine).join('<br/>')
  return written === '' ? '#32;' : written
}

function writeLine(line: string): string {
  const characters = Array.from(line)
  return characters
    .map((each, index) => {
      const isEdge = each === ' ' && (index === 0 || index === characters.length - 1)
      return PLAIN.test(each) && !isEdge ? each : `#${each.codePointAt(0) ?? 32};`
    })
    .join('')
    .replaceAll('$$', '#36;#36;')
    .replace(/style|classdef/gi, (word) => `#${word.charCodeAt(0)};${word.slice(1)}`)
    .replace(/\b(fa[a-z]?):fa-/gi, '$1#58;fa-')
    .replace(/\b(\w+):\/\//g, '$1#58;//')
}
