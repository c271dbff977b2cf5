/** Latin-1 by name, from 160 on: what editors of other languages write instead of the letter. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(160 + at)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    larr: '←',
    uarr: '↑',
    rarr: '→',
    darr: '↓',
    harr: '↔',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' '
  })
])

/** `&eacute;`, `&#233;`, `&#xe9;` as letters; what names no letter stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED.get(name) ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** Elements that begin and end a line. */
const BLOCKS = new Set(
  'address article blockquote dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul'.split(
    ' '
  )
)
/** Elements whose content is never text to read. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'iframe', 'object', 'svg', 'math'])
const TOKENS = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi

/**
 * A label of another program as plain text: line breaks where its blocks and breaks are, list marks before its items, nothing
 * of what its scripts and styles say. Nothing of it is ever shown as HTML.
 */
export function htmlToText(html: string): string {
  if (!/[<&\n\r]/.test(html)) return html.replace(/[ \t]+/g, ' ').trim()
  const writer = new LineWriter()
  const lists: (number | null)[] = []
  let silent: string | null = null
  for (const [token, slash, tag] of html.matchAll(TOKENS)) {
    const name = tag?.toLowerCase()
    if (silent !== null) {
      if (slash === '/' && name === silent) silent = null
      continue
    }
    if (name === undefined) {
      if (!token.startsWith('<!--')) writer.write(token)
    } else if (slash === '/') {
      if (name === 'ul' || name === 'ol') lists.pop()
      if (BLOCKS.has(name)) writer.endBlock()
    } else if (SILENT.has(name)) silent = token.endsWith('/>') ? null : name
    else if (name === 'br') writer.breakLine()
    else openElement(name, writer, lists)
  }
  return writer.finish()
}

function openElement(name: string, writer: LineWriter, lists: (number | null)[]): void {
  if (BLOCKS.has(name)) writer.endBlock()
  if (name === 'ul' || name === 'ol') lists.push(name === 'ol' ? 0 : null)
  if (name === 'li') writer.write(nextMark(lists))
  if (name === 'td' || name === 'th') writer.write(' ')
}

function nextMark(lists: (number | null)[]): string {
  const number = lists.at(-1)
  if (typeof number !== 'number') return '• '
  lists[lists.length - 1] = number + 1
  return `${number + 1}. `
}

/** Gathers text as a page shows it: spaces run together, a block begins on a line of its own. */
class LineWriter {
  #lines: string[] = []
  #line = ''
  #hasLine = false

  write(raw: string): void {
    const pieces = raw.split(/\r\n|\r|\n/)
    pieces.forEach((piece, at) => {
      // A line feed in the middle of a text is a break; beside tags it is how the text was laid out.
      if (at > 0 && this.#line.trim() !== '' && pieces.slice(at).some((rest) => rest.trim() !== '')) this.breakLine()
      const text = decodeEntities(piece.replace(/[ \t]+/g, ' '))
      const joined = this.#line === '' || this.#line.endsWith(' ') ? text.replace(/^ +/, '') : text
      this.#line += joined
      if (joined !== '') this.#hasLine = true
    })
  }

  breakLine(): void {
    this.#lines.push(this.#line)
    this.#line = ''
    this.#hasLine = false
  }

  /** Ends the line there is; an empty block (`<div><br></div>`) is one empty line, not two. */
  endBlock(): void {
    if (this.#hasLine) this.breakLine()
  }

  finish(): string {
    const lines = this.#hasLine ? [...this.#lines, this.#line] : this.#lines
    // Kept apart from other spaces on purpose by whoever wrote them; here they are spaces like others.
    return lines
      .map((line) => line.replaceAll('\u00a0', ' ').trimEnd())
      .join('\n')
      .replace(/^\n+|\n+$/g, '')
      .trimEnd()
  }
}

/** Plain text as a label that shows the same: read back by `htmlToText`, it is the same text unless it begins or ends with spaces. */
export function textToHtml(text: string): string {
  return text
    .replace(/[&<>]/g, (character) => (character === '&' ? '&amp;' : character === '<' ? '&lt;' : '&gt;'))
    .replace(/ (?= )|^ | $/gm, '&nbsp;')
    .replace(/\r\n|\r|\n/g, '<br>')
}
