import type { FlowGraph, FlowText } from './flow-graph.ts'
import type { Scanner } from './scanner.ts'

/** What opens a shape, what may close it, and the form each pair means. The longest openers first. */
const BRACKETS: readonly (readonly [open: string, closings: Readonly<Record<string, string>>])[] = [
  ['(((', { ')))': 'dbl-circ' }],
  ['((', { '))': 'circle' }],
  ['(-', { '-)': 'ellipse' }],
  ['([', { '])': 'stadium' }],
  ['[[', { ']]': 'subroutine' }],
  ['[(', { ')]': 'cyl' }],
  ['[/', { '/]': 'lean-r', '\\]': 'trap-b', ']': 'rect' }],
  ['[\\', { '\\]': 'lean-l', '/]': 'trap-t', ']': 'rect' }],
  ['{{', { '}}': 'hex' }],
  ['(', { ')': 'rounded' }],
  ['{', { '}': 'diam' }],
  ['>', { ']': 'odd' }],
  ['[', { ']': 'rect' }]
]
const BROKEN_TEXT = /[[\](){}]/

/** Reads a text in quotes, or between backticks in quotes (Markdown); null when none begins here. */
export function scanQuoted(scanner: Scanner): FlowText | null {
  if (scanner.take('"`')) return { raw: scanner.takeUntil('`"'), isMarkdown: true }
  return scanner.take('"') ? { raw: scanner.takeUntil('"'), isMarkdown: false } : null
}

/** The earliest of the closings from `from` on; where two begin together the longer one. */
function findClosing(text: string, from: number, closings: readonly string[]): { at: number; closing: string } | null {
  // All closings of one opener end with the same character: looking for that one is one pass.
  const last = closings[0]?.at(-1) ?? ''
  for (let end = text.indexOf(last, from); end >= 0; end = text.indexOf(last, end + 1)) {
    const closing = closings.find((each) => end + 1 - each.length >= from && text.endsWith(each, end + 1))
    if (closing === undefined) continue
    // `((a)))`: the closing is the last that fits.
    let stop = end
    while (closing.length > 1 && text[stop + 1] === last && closing === last.repeat(closing.length)) stop++
    return { at: stop + 1 - closing.length, closing }
  }
  return null
}

/** The bracketed text of a node or a group; null when no bracket opens here. */
export function scanBracket(scanner: Scanner): { form: string; text: FlowText } | null {
  const found = BRACKETS.find(([open]) => scanner.startsWith(open))
  if (!found) return null
  const [open, closings] = found
  const start = scanner.at
  scanner.at += open.length
  // `[|border:none|text]`: properties of the box, which nothing draws any more.
  if (open === '[') scanner.match(/\|[^|\n\]]*\|/y)
  const inside = scanner.at
  scanner.skipSpace(true)
  if (scanner.next === '"') {
    const text = scanQuoted(scanner)
    scanner.skipSpace(true)
    for (const [closing, form] of Object.entries(closings)) if (text && scanner.take(closing)) return { form, text }
    scanner.at = inside
  }
  const closing = findClosing(scanner.text, inside, Object.keys(closings))
  const form = closing && closings[closing.closing]
  if (!closing || form === undefined || form === null) return scanner.refuse(start)
  const isPlain = closing.closing === ']' && open.length === 2 && open !== '[['
  const raw = scanner.text.slice(isPlain ? start + 1 : inside, closing.at)
  if (raw.includes('\n') && BROKEN_TEXT.test(raw)) scanner.refuse(start)
  scanner.at = closing.at + closing.closing.length
  return { form, text: { raw, isMarkdown: false } }
}

/** `@{ shape: doc, label: "…" }`: names and values, quotes taken off. Null when it does not begin here. */
export function scanShapeData(scanner: Scanner): ReadonlyMap<string, string> | null {
  if (!scanner.take('@{')) return null
  const found = new Map<string, string>()
  for (;;) {
    scanner.match(/[\s,]+/y)
    if (scanner.take('}')) return found
    const name = scanner.match(/([A-Za-z_][\w-]*)\s*:[ \t]*/y)?.[1]
    if (name === undefined) scanner.refuse()
    if (scanner.match(/[|>][-+]?[ \t]*\n/y)) {
      found.set(name, scanBlock(scanner))
      continue
    }
    const quote = scanner.match(/["']/y)?.[0]
    found.set(name, quote === undefined ? (scanner.match(/[^,}\n]*/y)?.[0] ?? '').trim() : scanner.takeUntil(quote))
  }
}

/** Lines of a text written as a block, up to the next name or the end of the data. */
function scanBlock(scanner: Scanner): string {
  const lines: string[] = []
  while (!scanner.isDone) {
    const line = scanner.match(/(?![ \t]*(?:\}|[A-Za-z_][\w-]*[ \t]*:))[^\n]*\n/y)?.[0]
    if (line === undefined) break
    lines.push(line.trim())
  }
  return lines.join('\n').trimEnd()
}

/** Whether the character at `at` belongs to an id that is being read. */
function belongsToId(text: string, at: number, isFirst: boolean): boolean {
  const code = text.charCodeAt(at)
  if (code > 127) return !/\s/.test(text[at] ?? '')
  const next = text[at + 1] ?? ''
  const each = text[at] ?? ''
  if (/[\w!#$%'*+.?\\/`^,]/.test(each)) return each !== '%' || next !== '%'
  if (each === '&') return !isFirst
  if (each === ':') return next !== ':' && text[at - 1] !== ':'
  if (each === '-') return next !== '-' && next !== '>' && next !== '.'
  return each === '=' && next !== '='
}

/** An id; the empty text when none stands here. */
export function scanId(scanner: Scanner): string {
  const start = scanner.at
  while (!scanner.isDone && belongsToId(scanner.text, scanner.at, scanner.at === start)) scanner.at++
  return scanner.text.slice(start, scanner.at)
}

/** One node with whatever stands on it: brackets, data, classes. Gives its id. */
function scanNode(scanner: Scanner, graph: FlowGraph): string {
  const start = scanner.at
  const id = scanId(scanner)
  if (id === '') scanner.refuse(start)
  const node = graph.putNode(id)
  const bracket = scanBracket(scanner)
  if (bracket) {
    node.text = bracket.text
    node.form = bracket.form
  }
  for (;;) {
    const data = scanShapeData(scanner)
    if (data) {
      const label = data.get('label')
      if (label !== undefined) node.text = { raw: label, isMarkdown: true }
      node.form = data.get('shape') ?? node.form
    } else if (scanner.take(':::')) {
      const name = scanId(scanner)
      if (name !== '') node.classes.push(name)
    } else return id
  }
}

/** Nodes joined by `&`. */
export function scanNodes(scanner: Scanner, graph: FlowGraph): string[] {
  const ids = [scanNode(scanner, graph)]
  while (scanner.match(/\s*&\s*/y)) ids.push(scanNode(scanner, graph))
  return ids
}
