import { z } from 'zod'
import {
  CONTAINERS,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isLine,
  isShape,
  type LineEnd
} from '../../../../shared/diagrams/diagram.ts'
import type { DiagramWriter } from '../formats.ts'
import { NoteList } from '../note-list.ts'
import { type CanvasEdge, type CanvasNode, type EdgeExtra, FILE, MORE, type NodeExtra, SOURCE, writeCanvasColour } from './canvas-file.ts'
import { plainMarkdown } from './plain-markdown.ts'

type Node = Partial<CanvasNode> & { cauce: NodeExtra }
type Edge = Partial<CanvasEdge> & { cauce: EdgeExtra }

/** A diagram as JSON Canvas 1.0: shapes as cards, containers as groups, lines as edges. The rest goes along under `cauce`. */
export const writeCanvas: DiagramWriter = (content) => {
  const shapes = content.items.filter(isShape)
  const ids = new Set(shapes.map(({ id }) => id))
  const notes = new NoteList()
  notes.add('cardsOnly', shapes.filter(({ kind }) => kind !== 'rounded' && kind !== 'rectangle' && !CONTAINERS.includes(kind)).length)
  notes.add('canvasLines', content.items.filter(isLine).filter(isPlainer).length)
  notes.add('liveLinks', shapes.filter(({ link }) => link !== undefined).length)
  const ends: Node[] = []
  const taken = new Set(content.items.map(({ id }) => id))
  const addEnd = (end: Exclude<LineEnd, { shapeId: string }>, base: string): string => {
    let id = base
    for (let number = 1; taken.has(id); number += 1) id = `${base}-${String(number)}`
    taken.add(id)
    ends.push({
      id,
      type: 'text',
      text: '',
      x: Math.round(end.x),
      y: Math.round(end.y),
      width: 1,
      height: 1,
      cauce: { isEnd: true, at: [end.x, end.y, 1, 1] }
    })
    return id
  }
  const nodes = [...shapes].sort((one, other) => Number(isGroup(other)) - Number(isGroup(one))).map((shape) => writeNode(shape, ids))
  const edges = content.items.filter(isLine).map((line) => writeEdge(line, ids, addEnd))
  notes.add('canvasEnds', ends.length)
  const file = { nodes: [...nodes, ...ends], edges, cauce: { settings: content.settings } }
  return { data: `${JSON.stringify(file, null, '\t')}\n`, notes: notes.toTexts() }
}

/** Whether a line is more than JSON Canvas can say of one. */
function isPlainer({ style, points, startHead, endHead }: DiagramLine): boolean {
  const isKnown = (head: DiagramLine['endHead']): boolean => head === 'none' || head === 'arrow'
  return (style.dash ?? 'solid') !== 'solid' || style.weight !== undefined || points.length > 0 || !isKnown(startHead) || !isKnown(endHead)
}

/** Groups come first in the file: what comes later is drawn before them. */
const isGroup = ({ kind }: DiagramShape): boolean => CONTAINERS.includes(kind)

const More = z.record(z.string(), z.unknown())
/** What another program kept, put back where it was. */
function writeMore(data: Readonly<Record<string, string>> | undefined): Record<string, unknown> {
  try {
    return More.safeParse(JSON.parse(data?.[MORE] ?? '{}')).data ?? {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

function writeNode(shape: DiagramShape, ids: ReadonlySet<string>): Node {
  const { item: _item, id, x, y, width, height, label, parentId, order, data, ...rest } = shape
  const source = findSource(shape)
  const isWhole = [x, y, width, height].every((value) => Number.isInteger(value))
  const text = writeNodeText(shape)
  const colour = writeCanvasColour(shape.style)
  return {
    ...writeMore(shape.data),
    id,
    ...text.keys,
    x: Math.round(x),
    y: Math.round(y),
    width: Math.max(1, Math.round(width)),
    height: Math.max(1, Math.round(height)),
    ...(colour === undefined ? {} : { color: colour }),
    cauce: {
      ...rest,
      ...(data && { data: source === null ? dropSource(data) : data }),
      order,
      parentId: parentId !== undefined && ids.has(parentId) ? parentId : null,
      ...(text.saysLabel ? {} : { label }),
      ...(isWhole ? {} : { at: [x, y, width, height] })
    }
  }
}

/** The Markdown a label was read from, as long as that is what it says. */
function findSource({ label, data }: DiagramShape): string | null {
  const source = data?.[SOURCE]
  return source !== undefined && plainMarkdown(source) === label ? source : null
}
const dropSource = ({ [SOURCE]: _gone, ...data }: Readonly<Record<string, string>>): Readonly<Record<string, string>> => data

/** As what a shape shows in other programs: a group, a file, an address, or a card with its text. */
function writeNodeText(shape: DiagramShape): { keys: Partial<CanvasNode>; saysLabel: boolean } {
  const { kind, label, address = '', data } = shape
  if (CONTAINERS.includes(kind)) return { keys: { type: 'group', label }, saysLabel: true }
  if (address !== '' && data?.[FILE] !== undefined && address.startsWith(data[FILE])) {
    const subpath = address.slice(data[FILE].length)
    return { keys: { type: 'file', file: data[FILE], ...(subpath === '' ? {} : { subpath }) }, saysLabel: false }
  }
  if (/^https?:/i.test(address) && (label === address || label === '')) return { keys: { type: 'link', url: address }, saysLabel: false }
  const source = findSource(shape)
  if (source !== null) return { keys: { type: 'text', text: source }, saysLabel: false }
  return { keys: { type: 'text', text: label }, saysLabel: true }
}

/** What is said of both ends beyond the side. */
function writeShares(from: LineEnd, to: LineEnd): Pick<EdgeExtra, 'ends' | 'fastened'> {
  const [start, stop] = [from, to].map((end) => (isAttached(end) ? end : null))
  const ends = {
    ...(start?.side && start.at !== undefined ? { from: start.at } : {}),
    ...(stop?.side && stop.at !== undefined ? { to: stop.at } : {})
  }
  const fastened = { ...(start?.fastened ? { from: start.fastened } : {}), ...(stop?.fastened ? { to: stop.fastened } : {}) }
  return {
    ...(Object.keys(ends).length > 0 ? { ends } : {}),
    ...(Object.keys(fastened).length > 0 ? { fastened } : {})
  }
}

function writeEdge(
  line: DiagramLine,
  ids: ReadonlySet<string>,
  addEnd: (end: Exclude<LineEnd, { shapeId: string }>, base: string) => string
): Edge {
  const { item: _item, id, from, to, label, startHead, endHead, ...rest } = line
  const gone: NonNullable<EdgeExtra['gone']> = {}
  const nodeOf = (end: LineEnd, which: 'from' | 'to'): string => {
    if (!isAttached(end)) return addEnd(end, `${id}-${which}`)
    if (ids.has(end.shapeId)) return end.shapeId
    gone[which] = end.shapeId
    return addEnd({ x: 0, y: 0 }, `${id}-${which}`)
  }
  const [fromNode, toNode] = [nodeOf(from, 'from'), nodeOf(to, 'to')]
  const colour = writeCanvasColour(line.style)
  return {
    ...writeMore(line.data),
    id,
    fromNode,
    ...(isAttached(from) && from.side ? { fromSide: from.side } : {}),
    fromEnd: startHead === 'none' ? 'none' : 'arrow',
    toNode,
    ...(isAttached(to) && to.side ? { toSide: to.side } : {}),
    toEnd: endHead === 'none' ? 'none' : 'arrow',
    ...(colour === undefined ? {} : { color: colour }),
    ...(label === '' ? {} : { label }),
    cauce: { ...rest, startHead, endHead, ...writeShares(from, to), ...(Object.keys(gone).length > 0 ? { gone } : {}) }
  }
}
