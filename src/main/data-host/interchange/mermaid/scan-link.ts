import type { FlowHead, FlowLink, FlowStroke, FlowText } from './flow-graph.ts'
import type { Scanner } from './scanner.ts'
import { scanQuoted } from './scan-node.ts'

const WHOLE = /([xo<]?)(--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?|~~~+)/y
/** The beginning of a line whose text comes before its end. */
const OPENING = /([xo<]?)(--|==|-\.)/y
const EDGE_ID = /[^\s"[\](){}|@]+@(?=[^{"])/y

/** How each kind of opening ends. `mark`: what the ending begins with, looked for first, so that texts are passed over in one go. */
const ENDINGS: Readonly<Record<string, { mark: string; ending: RegExp; stroke: FlowStroke }>> = {
  '--': { mark: '--', ending: /[xo<]?--+[-xo>]/y, stroke: 'normal' },
  '==': { mark: '==', ending: /[xo<]?==+[=xo>]/y, stroke: 'thick' },
  '-.': { mark: '.-', ending: /[xo<]?-?\.+-[xo>]?/y, stroke: 'dotted' }
}
const HEADS: Readonly<Record<string, FlowHead>> = { '<': 'point', '>': 'point', o: 'circle', x: 'cross' }

const readHead = (sign: string | undefined): FlowHead => HEADS[sign ?? ''] ?? 'none'

function readStroke(body: string): FlowStroke {
  if (body.includes('.')) return 'dotted'
  if (body.startsWith('=')) return 'thick'
  return body.startsWith('~') ? 'invisible' : 'normal'
}

/** A start counts only beside the same end: `x-- text -->` has no start. A `<` may stand alone. */
function makeLink(id: string | null, start: string | undefined, end: FlowHead, stroke: FlowStroke, text: FlowText | null): FlowLink {
  const startHead = readHead(start)
  return { id, text, stroke, endHead: end, startHead: startHead === end || startHead === 'point' ? startHead : 'none' }
}

/** A line from where the scanner stands, over line ends too; null (and nothing taken) when none begins there. */
export function scanLink(scanner: Scanner): FlowLink | null {
  const start = scanner.at
  scanner.skipSpace(true)
  const id = scanner.match(EDGE_ID)?.[0].slice(0, -1) ?? null
  const whole = scanner.match(WHOLE)
  if (whole) {
    const body = whole[2] ?? ''
    scanner.skipSpace(true)
    const text = scanner.take('|') ? scanPiped(scanner) : null
    scanner.skipSpace(true)
    return makeLink(id, whole[1], readHead(body.at(-1)), readStroke(body), text)
  }
  const opening = scanner.match(OPENING)
  const rule = opening && ENDINGS[opening[2] ?? '']
  if (!rule) {
    scanner.at = start
    return null
  }
  scanner.skipSpace(true)
  const { text, end } = scanUntilEnding(scanner, rule.mark, rule.ending)
  scanner.skipSpace(true)
  return makeLink(id, opening[1], readHead(end.at(-1)), rule.stroke, text)
}

function scanPiped(scanner: Scanner): FlowText {
  scanner.skipSpace(true)
  const inside = scanner.at
  const quoted = scanQuoted(scanner)
  scanner.skipSpace(true)
  if (quoted && scanner.take('|')) return quoted
  scanner.at = inside
  return { raw: scanner.takeUntil('|').trim(), isMarkdown: false }
}

function scanUntilEnding(scanner: Scanner, mark: string, ending: RegExp): { text: FlowText; end: string } {
  const inside = scanner.at
  const quoted = scanner.next === '"' ? scanQuoted(scanner) : null
  scanner.skipSpace(true)
  const closed = quoted && scanner.match(ending)
  if (quoted && closed) return { text: quoted, end: closed[0] }
  for (let at = scanner.text.indexOf(mark, inside); at >= 0; at = scanner.text.indexOf(mark, at + mark.length)) {
    // A dotted ending may have its dash before the dot.
    scanner.at = mark === '.-' && scanner.text[at - 1] === '-' ? at - 1 : at
    const stop = scanner.at
    const found = scanner.match(ending)
    if (found) return { text: { raw: scanner.text.slice(inside, stop).trim(), isMarkdown: false }, end: found[0] }
  }
  return scanner.refuse(inside)
}
