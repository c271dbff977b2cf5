/** Marks that turn out to be none, after which a text is taken as it is: nobody writes so many, and looking for their ends takes time. */
const MOST_FAILED = 100
/** What is read of a text at most: labels are far shorter. */
const READ_CHARACTERS = 40_000

/** Marks within a line, the first that fits at each place; each as what is read of it. Nothing here looks further than its line. */
type Read = (line: string) => string
const INLINE: readonly (readonly [sign: RegExp, text: (read: Read, ...parts: string[]) => string])[] = [
  [/\\([\\`*_{}[\]()#+\-.!~|>=])/y, (_, escaped = '') => escaped],
  [/(`{1,2})([^`\n]{1,500})\1/y, (_, _marks, code = '') => code.trim()],
  [/!\[\[([^\]\n|]{1,200})(?:\|[^\]\n]{0,200})?\]\]/y, (_, file = '') => file],
  [/\[\[([^\]\n|]{1,200})(?:\|([^\]\n]{1,200}))?\]\]/y, (_, page = '', name = '') => name || page],
  [
    /!\[([^\]\n]{0,200})\]\(([^()\s]{1,500})(?:\s"[^"\n]{0,200}")?\)/y,
    (_, name = '', file = '') => name || (file.split('/').at(-1) ?? file)
  ],
  [/\[([^\]\n]{1,200})\]\([^()\n]{0,500}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)/y, (read, name = '') => read(name)],
  [/<((?:https?:\/\/|mailto:)[^\s<>]{1,500})>/y, (_, address = '') => address],
  [/%%[^%\n]{0,200}%%/y, () => ''],
  [/<br\s*\/?>/iy, () => '\n'],
  [/<\/?[a-z][^<>\n]{0,200}>/iy, () => ''],
  [/(\*\*\*|\*\*|~~|==)(?=\S)([^\n]{1,200}?\S|\S)\1/y, (read, _marks, text = '') => read(text)],
  [/\*(?=[^\s*])([^*\n]{0,200}[^\s*])\*/y, (read, text = '') => read(text)]
]
/** Lines beneath a word are marks only around whole words: names of files have them inside. */
const UNDERLINED = /(^|[^\p{L}\p{N}_])(__|_)(?=\S)([^_\n]{1,200}?)\2(?![\p{L}\p{N}_])/gu
const SIGNS = /[\\`!*[<%~=]/

/** Reads one line after the other, as long as its marks are marks. */
function makeReader(): Read {
  let failed = 0
  const read: Read = (line) => {
    let text = ''
    for (let at = 0; at < line.length;) {
      const mayBegin = failed < MOST_FAILED && SIGNS.test(line.charAt(at))
      const found = mayBegin ? readMark(line, at, read) : null
      if (mayBegin && !found) failed += 1
      text += found ? found.text : line.charAt(at)
      at += found ? found.length : 1
    }
    return text.replace(UNDERLINED, '$1$3')
  }
  return read
}

function readMark(line: string, at: number, read: Read): { text: string; length: number } | null {
  for (const [sign, say] of INLINE) {
    sign.lastIndex = at
    const found = sign.exec(line)
    if (found) return { text: say(read, ...found.slice(1)), length: found[0].length }
  }
  return null
}

/** Marks at the beginning of a line, each as what is read of it. */
const BLOCKS: readonly (readonly [sign: RegExp, text: string])[] = [
  [/^(?:\s{0,3}>\s?)+(?:\[!\w{1,30}\][+-]?\s*)?/, ''],
  [/^\s{0,3}#{1,6}(?:\s+|$)/, ''],
  [/^(\s{0,40})[-*+]\s+\[ \]\s+/, '$1☐ '],
  [/^(\s{0,40})[-*+]\s+\[[^\]\s]\]\s+/, '$1☑ '],
  [/^(\s{0,40})[-*+]\s+/, '$1• ']
]
const FENCE = /^\s{0,3}(`{3,}|~{3,})/
const RULE = /^([-*_])(?:[ \t]*\1){2,}$/
const TABLE_RULE = /^\|?(?: ?:?-+:? ?\|)+(?: ?:?-+:?)?$/

/**
 * Text written in Markdown as it reads: headings, lists, stressed words, links and code without their marks. A text without any
 * comes back as it is.
 */
export function plainMarkdown(source: string): string {
  const read = makeReader()
  const lines: string[] = []
  let isCode = false
  for (const line of source.slice(0, READ_CHARACTERS).split(/\r\n|\r|\n/)) {
    if (FENCE.test(line)) isCode = !isCode
    else if (isCode) lines.push(line)
    else if (!TABLE_RULE.test(line.trim())) lines.push(plainLine(line, read))
  }
  const plain = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return plain === source.replace(/\r\n?/g, '\n').trim() ? source : plain
}

function plainLine(line: string, read: Read): string {
  if (RULE.test(line.trim())) return ''
  const marked = BLOCKS.reduce((text, [sign, plain]) => text.replace(sign, plain), line)
  const row = /^\|(.*)\|$/.exec(marked.trim())?.[1]
  return read(row === undefined ? marked : row.trim()).trimEnd()
}
