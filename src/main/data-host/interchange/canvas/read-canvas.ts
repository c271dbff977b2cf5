import {
  CONTAINERS,
  DiagramContent,
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  DiagramSettings,
  LONGEST_LABEL,
  LONGEST_NOTES,
  MOST_ITEMS,
  PAGE_LIMIT,
  type LineEnd,
  type LineHead,
  type ShapeKind
} from '../../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { DiagramReader } from '../formats.ts'
import { refuseTooLarge } from '../limits.ts'
import { NoteList } from '../note-list.ts'
import { parseJson } from '../parse-json.ts'
import {
  type CanvasEdge,
  CanvasFile,
  type CanvasNode,
  FILE,
  KNOWN_KEYS,
  MORE,
  NODE_TYPES,
  readCanvasColour,
  SOURCE,
  tintOf,
  writeCanvasColour
} from './canvas-file.ts'
import { plainMarkdown } from './plain-markdown.ts'

/** As long as a value kept with a shape can be. */
const LONGEST_SOURCE = 4000
const KINDS: Readonly<Record<string, ShapeKind>> = { text: 'rounded', file: 'document', link: 'rectangle', group: 'group' }

/**
 * A JSON Canvas file. Text is shown as its Markdown reads, which is kept beside it; files and addresses are named and never
 * opened. Throws `diagram-damaged`, `diagram-too-large` and `diagram-duplicate-ids`.
 */
export const readCanvas: DiagramReader = (input) => {
  const file = CanvasFile.safeParse(parseJson(input))
  if (!file.success) throw new CauceError('diagram-damaged', { what: 'canvas' })
  const { nodes, edges, cauce, ...others } = file.data
  if (nodes.length + edges.length > 2 * MOST_ITEMS) throw refuseTooLarge()
  const notes = new NoteList()
  notes.add('moreLost', Object.keys(others).length)
  const ids = giveIds(nodes, edges)
  const shapes = nodes.flatMap((node, at) => (node.cauce?.isEnd ? [] : [readNode(node, ids.nodes[at] ?? '', at, notes)]))
  const own = new Set(nodes.flatMap(({ cauce: extra }, at) => (extra ? [ids.nodes[at] ?? ''] : [])))
  const placed = nameOutside(findHolders(shapes, nodes, ids.nodes), own)
  const lines = readEdges(edges, nodes, ids, notes)
  const items = orderItems([...placed, ...lines], [...nodes.filter((node) => !node.cauce?.isEnd), ...edges])
  if (items.length > MOST_ITEMS) throw refuseTooLarge()
  const content = DiagramContent.safeParse({ settings: cauce?.settings ?? DiagramSettings.parse({}), items })
  if (!content.success) throw new CauceError('diagram-damaged', { what: 'canvas' })
  return [{ name: null, content: content.data, notes: notes.toTexts() }]
}

interface Ids {
  /** By place in the file. */
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
}

/** What has no identifier, or one too long, is given one; an edge may have that of a node, for nothing points at edges. */
function giveIds(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]): Ids {
  for (const list of [nodes, edges]) {
    const said = list.flatMap(({ id }) => (id === undefined ? [] : [id]))
    if (new Set(said).size < said.length) throw new CauceError('diagram-duplicate-ids')
  }
  const taken = new Set(nodes.flatMap(({ id }) => id ?? []))
  let number = 0
  const makeId = (): string => {
    let id = `item-${String(++number)}`
    while (taken.has(id)) id = `item-${String(++number)}`
    taken.add(id)
    return id
  }
  const fits = (id: string | undefined): id is string => id !== undefined && id !== '' && id.length <= 200
  return {
    nodes: nodes.map(({ id }) => (fits(id) ? id : makeId())),
    edges: edges.map(({ id }) => {
      if (!fits(id) || taken.has(id)) return makeId()
      taken.add(id)
      return id
    })
  }
}

const clampPlace = (value: number): number => Math.min(Math.max(value, -PAGE_LIMIT), PAGE_LIMIT)
const clampExtent = (value: number): number => Math.min(Math.max(Math.abs(value), 1), PAGE_LIMIT)

function readNode(node: CanvasNode, id: string, order: number, notes: NoteList): DiagramShape {
  const extra = node.cauce ?? {}
  const kind = extra.kind ?? KINDS[node.type] ?? 'rounded'
  const { label, source } = readNodeLabel(node)
  if (source !== null) notes.add('markdown')
  const isLong = label.length > LONGEST_LABEL || (source ?? '').length > LONGEST_SOURCE
  if (isLong) notes.add('longTexts')
  if (!node.cauce) noteCard(node, notes)
  const { [SOURCE]: before, ...kept } = extra.data ?? {}
  const data = {
    ...kept,
    ...readMore(node, notes),
    ...(node.type === 'file' && !extra.kind ? { [FILE]: node.file } : {}),
    // What was read as Markdown once is so as long as nobody else wrote the card anew.
    ...(source !== null && !isLong ? { [SOURCE]: source } : before !== undefined && source === null ? { [SOURCE]: before } : {})
  }
  const address = extra.address ?? (node.type === 'link' ? node.url : node.type === 'file' ? node.file + node.subpath : undefined)
  return {
    item: 'shape',
    id,
    kind,
    ...readBox(node, notes),
    order,
    label: cut(label, LONGEST_LABEL),
    style: readNodeStyle(node, kind),
    ...(extra.isLocked === undefined ? {} : { isLocked: extra.isLocked }),
    ...(extra.fields ? { fields: extra.fields } : {}),
    ...(extra.image === undefined ? {} : { image: extra.image }),
    ...(extra.link ? { link: extra.link } : {}),
    ...(extra.display ? { display: extra.display } : {}),
    ...(extra.notes !== undefined ? { notes: extra.notes } : isLong ? { notes: cut(source ?? label, LONGEST_NOTES) } : {}),
    ...(address === undefined ? {} : { address: cut(address, 2000) }),
    ...(extra.data || Object.keys(data).length > 0 ? { data } : {})
  }
}

const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')

/** What a card says, and its Markdown where that is newly read and reads otherwise than it is written. */
function readNodeLabel(node: CanvasNode): { label: string; source: string | null } {
  const own = node.cauce?.data?.[SOURCE]
  const isAnew =
    node.type !== 'group' && (node.cauce === undefined || (own !== undefined && node.text !== own && node.text !== node.cauce.label))
  if (!isAnew || node.type === 'link' || node.type === 'file') return { label: node.cauce?.label ?? sayNode(node), source: null }
  const plain = plainMarkdown(node.text)
  return { label: plain, source: plain === node.text ? null : node.text }
}

function sayNode(node: CanvasNode): string {
  if (node.type === 'group') return node.label
  if (node.type === 'link') return node.url
  return node.type === 'file' ? (node.file.split('/').at(-1) ?? '') + node.subpath : node.text
}

/** What of a card of another program is not shown. */
function noteCard(node: CanvasNode, notes: NoteList): void {
  if (node.type === 'file') notes.add('canvasFiles')
  if (!NODE_TYPES.has(node.type)) notes.add('unknownCards')
  if (node.type === 'group' && typeof node['background'] === 'string') notes.add('backgrounds')
}

function readBox(node: CanvasNode, notes: NoteList): Pick<DiagramShape, 'x' | 'y' | 'width' | 'height'> {
  const [x, y, width, height] = node.cauce?.at ?? []
  const isExact = x !== undefined && y !== undefined && width !== undefined && height !== undefined
  // Moved by another program since: then the whole numbers say where to.
  const isSame =
    isExact &&
    Math.abs(x - node.x) <= 1 &&
    Math.abs(y - node.y) <= 1 &&
    Math.abs(width - node.width) <= 1 &&
    Math.abs(height - node.height) <= 1
  const said = isSame ? { x, y, width, height } : node
  const box = { x: clampPlace(said.x), y: clampPlace(said.y), width: clampExtent(said.width), height: clampExtent(said.height) }
  if (box.x !== said.x || box.y !== said.y) notes.add('beyondPage')
  return box
}

function readNodeStyle(node: CanvasNode, kind: ShapeKind): DiagramShape['style'] {
  const own = node.cauce?.style
  if (own && writeCanvasColour(own) === node.color) return own
  const colour = readCanvasColour(node.color)
  const painted = colour === undefined ? {} : { fill: tintOf(colour), stroke: colour }
  if (own ?? node.cauce?.kind) return { ...own, ...painted }
  return { ...painted, ...(kind === 'group' ? {} : { align: 'start', valign: 'top' }) }
}

/** What other programs keep beside what the format knows. */
function readMore(entry: Readonly<Record<string, unknown>>, notes: NoteList): Record<string, string> {
  const more = Object.entries(entry).filter(([key]) => !KNOWN_KEYS.has(key) && key !== '__proto__')
  const text = more.length > 0 ? JSON.stringify(Object.fromEntries(more)) : ''
  if (text.length > 4000) notes.add('moreLost')
  return text === '' || text.length > 4000 ? {} : { [MORE]: text }
}

/** The container each shape stands in: the one it was written with, else the smallest group around it. */
function findHolders(shapes: readonly DiagramShape[], nodes: readonly CanvasNode[], ids: readonly string[]): DiagramShape[] {
  const said = new Map(nodes.map((node, at) => [ids[at] ?? '', node.cauce?.parentId]))
  const kinds = new Map(shapes.map(({ id, kind }) => [id, kind]))
  const groups = shapes.filter(({ kind }) => CONTAINERS.includes(kind)).sort((one, other) => areaOf(one) - areaOf(other))
  return shapes.map((shape) => {
    const parentId = said.get(shape.id)
    const isKnown = parentId === null || (parentId !== undefined && CONTAINERS.includes(kinds.get(parentId) ?? 'text'))
    const holder = isKnown ? parentId : groups.find((group) => holds(group, shape))?.id
    return holder === undefined || holder === null ? shape : { ...shape, parentId: holder }
  })
}

/** Room a frame needs for its name above what stands in it. */
const NAME_ROOM = 30

/** Names of groups stand above them in other programs: here too, where a card would cover them inside. */
function nameOutside(shapes: readonly DiagramShape[], own: ReadonlySet<string>): DiagramShape[] {
  const firsts = new Map<string, number>()
  for (const { parentId, y } of shapes) if (parentId !== undefined) firsts.set(parentId, Math.min(y, firsts.get(parentId) ?? Infinity))
  return shapes.map((shape) => {
    const isCovered = (firsts.get(shape.id) ?? Infinity) - shape.y < NAME_ROOM
    if (shape.kind !== 'group' || shape.label.trim() === '' || !isCovered || own.has(shape.id)) return shape
    return { ...shape, style: { ...shape.style, labelSide: 'top' } }
  })
}

const areaOf = ({ width, height }: DiagramShape): number => width * height
const holds = (group: DiagramShape, shape: DiagramShape): boolean =>
  areaOf(group) > areaOf(shape) &&
  group.x <= shape.x &&
  group.y <= shape.y &&
  group.x + group.width >= shape.x + shape.width &&
  group.y + group.height >= shape.y + shape.height

function readEdges(edges: readonly CanvasEdge[], nodes: readonly CanvasNode[], ids: Ids, notes: NoteList): DiagramLine[] {
  const byId = new Map(nodes.map((node, at) => [node.id ?? '', { node, id: ids.nodes[at] ?? '' }]))
  const readEnd = (edge: CanvasEdge, which: 'from' | 'to'): LineEnd | null => {
    const [nodeId, side] = which === 'from' ? [edge.fromNode, edge.fromSide] : [edge.toNode, edge.toSide]
    const { ends, fastened, gone: missing } = edge.cauce ?? {}
    const [at, chosen, gone] = [ends?.[which], fastened?.[which], missing?.[which]]
    const place = {
      ...(side ? { side } : {}),
      ...(side && at !== undefined ? { at } : {}),
      ...(chosen === undefined ? {} : { fastened: chosen })
    }
    if (gone !== undefined) return { shapeId: gone, ...place }
    const found = byId.get(nodeId)
    if (!found) return null
    if (!found.node.cauce?.isEnd) return { shapeId: found.id, ...place }
    const [x, y] = found.node.cauce.at ?? [found.node.x, found.node.y]
    return { x: clampPlace(x), y: clampPlace(y) }
  }
  return edges.flatMap((edge, at): DiagramLine[] => {
    const from = readEnd(edge, 'from')
    const to = readEnd(edge, 'to')
    if (from && to) return [readEdge(edge, { id: ids.edges[at] ?? '', from, to, order: nodes.length + at }, notes)]
    notes.add('leadNowhere')
    return []
  })
}

function readEdge(edge: CanvasEdge, line: Pick<DiagramLine, 'id' | 'from' | 'to' | 'order'>, notes: NoteList): DiagramLine {
  const extra = edge.cauce ?? {}
  if (edge.label.length > LONGEST_LABEL) notes.add('longTexts')
  const colour = readCanvasColour(edge.color)
  const isPainted = extra.style && writeCanvasColour(extra.style) === edge.color
  const data = { ...extra.data, ...readMore(edge, notes) }
  return {
    item: 'line',
    ...line,
    label: cut(edge.label, LONGEST_LABEL),
    route: extra.route ?? 'curve',
    points: extra.points ?? [],
    ...(extra.isRouted === undefined ? {} : { isRouted: extra.isRouted }),
    ...(extra.labelAt === undefined ? {} : { labelAt: extra.labelAt }),
    startHead: readHead(extra.startHead, edge.fromEnd),
    endHead: readHead(extra.endHead, edge.toEnd),
    style: isPainted && extra.style ? extra.style : { ...extra.style, ...(colour === undefined ? {} : { stroke: colour }) },
    ...(extra.isLocked === undefined ? {} : { isLocked: extra.isLocked }),
    ...(extra.notes === undefined ? {} : { notes: extra.notes }),
    ...(extra.data || Object.keys(data).length > 0 ? { data } : {})
  }
}

/** The head it was written with, unless another program has changed whether there is one. */
const readHead = (exact: LineHead | undefined, end: 'none' | 'arrow'): LineHead =>
  exact !== undefined && (exact === 'none') === (end === 'none') ? exact : end

/** Orders written with every item, or the order of the file. `entries`: what each item was read from, but for edges left out. */
function orderItems(items: readonly DiagramItem[], entries: readonly (CanvasNode | CanvasEdge)[]): DiagramItem[] {
  const orders = entries.map(({ cauce }) => cauce?.order)
  if (entries.length !== items.length || orders.some((order) => order === undefined))
    return items.map((item, order) => ({ ...item, order }))
  return items.map((item, at) => ({ ...item, order: orders[at] ?? at }))
}
