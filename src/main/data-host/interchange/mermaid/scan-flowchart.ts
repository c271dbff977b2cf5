import { DEEPEST_NESTING, refuseTooLarge } from '../limits.ts'
import { type FlowDirection, FlowGraph, type FlowText } from './flow-graph.ts'
import { scanLink } from './scan-link.ts'
import { scanBracket, scanId, scanNodes, scanQuoted, scanShapeData } from './scan-node.ts'
import { Scanner } from './scanner.ts'

const HEADER = /(flowchart-elk|flowchart|graph|swimlane-beta)\b[ \t]*(LR|RL|TB|TD|BT|BR|<|>|\^|v)?/y
const KEYWORD = /(subgraph|end|direction|classDef|class|style|linkStyle|click|accTitle|accDescr)(?![\w.-])/y
const DIRECTIONS: Readonly<Record<string, FlowDirection>> = {
  LR: 'right',
  '>': 'right',
  RL: 'left',
  '<': 'left',
  BT: 'up',
  '^': 'up'
}

/** An open `subgraph`: what is named until its `end`. Without an id it gets a number when it ends, as in Mermaid itself. */
interface OpenGroup {
  readonly id: string | null
  readonly title: FlowText
  readonly named: Set<string>
  direction: string | null
}

/** Everything one reading needs: where it is, what it found, which groups are open. */
interface Reading {
  readonly scanner: Scanner
  readonly graph: FlowGraph
  readonly open: OpenGroup[]
  groupCount: number
}

/** Reads the text of one flowchart, prepared by `prepareSource`. `firstLine`: of the file, for messages. Throws `diagram-line`, `diagram-too-large`. */
export function scanFlowchart(source: string, firstLine: number): FlowGraph {
  const scanner = new Scanner(source, firstLine)
  const reading: Reading = { scanner, graph: new FlowGraph(), open: [], groupCount: 0 }
  scanner.skipSpace(true)
  const header = scanner.match(HEADER)
  if (!header) return scanner.refuse()
  reading.graph.direction = DIRECTIONS[header[2] ?? ''] ?? 'down'
  for (;;) {
    scanner.match(/[\s;]+/y)
    if (scanner.isDone) break
    scanStatement(reading)
  }
  // A group nobody closed ends with the text.
  while (reading.open.length > 0) closeGroup(reading)
  return reading.graph
}

/** Whether what follows a word of the language makes it the name of a node: `style --> next`. */
const isNodeNext = ({ text, at }: Scanner): boolean => /^[ \t]*(?:[[({&]|:::|<?--|==|-\.)/.test(text.slice(at, at + 80))
/** A description may stand in the same brackets as the text of a decision. */
const isDescriptionNext = ({ text, at }: Scanner, keyword: string): boolean =>
  keyword === 'accDescr' && /^\s*\{/.test(text.slice(at, at + 80))

function scanStatement(reading: Reading): void {
  const { scanner } = reading
  const start = scanner.at
  const keyword = scanner.match(KEYWORD)?.[1]
  const statement = keyword === undefined ? undefined : STATEMENTS[keyword]
  if (statement && (!isNodeNext(scanner) || isDescriptionNext(scanner, keyword ?? ''))) {
    statement(reading)
    return
  }
  scanner.at = start
  if (skipLinkData(reading)) return
  scanChain(reading)
  scanner.skipSpace()
  if (scanner.startsWith('%%')) scanner.takeLine()
  if (!scanner.isDone && scanner.next !== '\n' && scanner.next !== ';') scanner.refuse()
}

/** `e1@{ animate: true }`: how a line that has a name is drawn in a browser; nothing of it is kept. */
function skipLinkData({ scanner, graph }: Reading): boolean {
  const start = scanner.at
  if (graph.linkIds.has(scanId(scanner)) && scanShapeData(scanner)) return true
  scanner.at = start
  return false
}

function scanChain({ scanner, graph, open }: Reading): void {
  const named = open.at(-1)?.named
  let left = scanNodes(scanner, graph)
  for (const id of left) named?.add(id)
  for (;;) {
    const link = scanLink(scanner)
    if (!link) return
    const right = scanNodes(scanner, graph)
    graph.link(left, right, link)
    for (const id of right) named?.add(id)
    left = right
  }
}

function openGroup(reading: Reading): void {
  const { scanner, open } = reading
  if (open.length >= DEEPEST_NESTING) throw refuseTooLarge()
  scanner.skipSpace()
  const quoted = scanQuoted(scanner)
  const start = scanner.at
  if (!quoted) scanner.match(/[^\n;[({@"]*/y)
  const said = quoted?.raw ?? scanner.text.slice(start, scanner.at).trim()
  scanner.skipSpace()
  const title = /[[({]/.test(scanner.next) ? scanBracket(scanner)?.text : (scanQuoted(scanner) ?? undefined)
  const data = scanShapeData(scanner)
  scanner.takeLine()
  // A title with spaces names nothing.
  const id = said === '' || (!title && /\s/.test(said)) ? null : said
  const label = data?.get('label')
  const text: FlowText =
    title ?? (label === undefined ? { raw: said, isMarkdown: quoted?.isMarkdown ?? false } : { raw: label, isMarkdown: true })
  open.push({ id, title: text, named: new Set(), direction: null })
}

function closeGroup(reading: Reading): void {
  const { graph, open } = reading
  const group = open.pop()
  if (!group) return
  const id = group.id ?? `subGraph${reading.groupCount}`
  reading.groupCount++
  graph.closeGroup({ id, title: group.title, members: [...group.named], classes: [], direction: group.direction })
  open.at(-1)?.named.add(id)
}

/** `fill:#f9f,stroke:#333`: cut at commas that no backslash stands before. */
export const splitStyles = (text: string): string[] =>
  text
    .split(/(?<!\\)[,;]/)
    .map((each) => each.replaceAll('\\,', ',').trim())
    .filter((each) => each !== '')

/** The rest of a statement: to the end of the line or a semicolon. */
export const takeRest = (scanner: Scanner): string => (scanner.match(/[^\n;]*/y)?.[0] ?? '').trim()

/** The first word of a text, and the rest. */
export function cutFirst(text: string): [first: string, rest: string] {
  const at = text.search(/\s/)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at).trim()]
}

function pushTo(map: Map<string, string[]>, ids: string, values: readonly string[]): void {
  for (const id of ids.split(',').map((each) => each.trim())) {
    const own = map.get(id)
    if (own) own.push(...values)
    else map.set(id, [...values])
  }
}

function giveClass({ scanner, graph }: Reading): void {
  const rest = takeRest(scanner)
  const at = rest.search(/\s\S*$/)
  if (at < 0) return
  for (const id of rest.slice(0, at).split(',')) {
    const group = graph.groups.get(id.trim())
    if (group) group.classes.push(rest.slice(at).trim())
    else graph.nodes.get(id.trim())?.classes.push(rest.slice(at).trim())
  }
}

function giveStyle({ scanner, graph }: Reading): void {
  const [id, styles] = cutFirst(takeRest(scanner))
  pushTo(graph.styles, id, splitStyles(styles))
}

function giveLinkStyle({ scanner, graph }: Reading): void {
  const [numbers, said] = cutFirst(takeRest(scanner))
  const styles = splitStyles(said.replace(/^interpolate\s+\w+/, ''))
  if (numbers === 'default') graph.defaultEdgeStyles.push(...styles)
  else for (const number of numbers.split(',')) graph.edges[Number(number)]?.styles.push(...styles)
}

/** `click a "address"`: kept as an address to be shown; that a script is to be called is noted. */
function giveAddress({ scanner, graph }: Reading): void {
  scanner.skipSpace()
  const id = scanId(scanner)
  scanner.match(/[ \t]+(href[ \t]+)?/y)
  const address = scanner.next === '"' ? scanQuoted(scanner)?.raw : undefined
  if (address === undefined) graph.hasScripts = true
  const node = graph.nodes.get(id)
  if (node && address !== undefined && address !== '') node.address = address
  scanner.takeLine()
}

const STATEMENTS: Readonly<Record<string, (reading: Reading) => void>> = {
  subgraph: openGroup,
  end: closeGroup,
  direction: ({ scanner, open }) => {
    const [, said = null] = /^(LR|RL|TB|TD|BT)\b/.exec(takeRest(scanner)) ?? []
    const group = open.at(-1)
    if (group) group.direction = said
  },
  classDef: ({ scanner, graph }) => {
    const [names, styles] = cutFirst(takeRest(scanner))
    pushTo(graph.classes, names, splitStyles(styles))
  },
  class: giveClass,
  style: giveStyle,
  linkStyle: giveLinkStyle,
  click: giveAddress,
  accTitle: ({ scanner }) => void scanner.takeLine(),
  accDescr: ({ scanner }) => {
    if (scanner.match(/\s*\{/y)) scanner.takeUntil('}')
    else scanner.takeLine()
  }
}
