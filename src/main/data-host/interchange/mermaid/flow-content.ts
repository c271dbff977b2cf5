import {
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  type LineHead,
  type ShapeStyle
} from '../../../../shared/diagrams/diagram.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { ItemIds } from '../make-item-ids.ts'
import { sizeShape } from '../size-shape.ts'
import type { FlowEdge, FlowGraph, FlowHead, FlowStroke } from './flow-graph.ts'
import { DIRECTION_KEY, FORM_KEY, formToKeep, kindOf } from './forms.ts'
import { readText } from './labels.ts'
import { MERMAID_NOTES } from './notes.ts'
import { readStyle } from './styles.ts'

const HEADS: Readonly<Record<FlowHead, LineHead>> = { none: 'none', point: 'arrow', circle: 'circle', cross: 'one' }
const STROKES: Readonly<Record<FlowStroke, DiagramLine['style']>> = {
  normal: {},
  invisible: {},
  dotted: { dash: 'dashed' },
  thick: { weight: 3 }
}

/** Shapes and lines of a flowchart, without places. */
export function makeFlowItems(graph: FlowGraph): { items: DiagramItem[]; notes: Text[] } {
  const ids = new ItemIds()
  const shapeIds = new Map<string, string>()
  for (const id of [...graph.groups.keys(), ...graph.nodes.keys()]) if (!shapeIds.has(id)) shapeIds.set(id, ids.take(id, 'n'))
  const styleOf = (id: string, classes: readonly string[], own: readonly string[] = []): ShapeStyle =>
    readStyle([...['default', ...classes].flatMap((name) => graph.classes.get(name) ?? []), ...(graph.styles.get(id) ?? []), ...own])
  const parentOf = (id: string): { parentId?: string } => {
    const parentId = shapeIds.get(graph.parents.get(id) ?? '')
    return parentId === undefined ? {} : { parentId }
  }
  const items: DiagramItem[] = []
  let hasForms = false
  for (const { id, title, classes, direction } of graph.groups.values()) {
    const style = styleOf(id, classes.concat(graph.nodes.get(id)?.classes ?? []))
    items.push({
      ...place(shapeIds.get(id) ?? id, 'group', readText(title), items.length),
      ...parentOf(id),
      style,
      ...keep(DIRECTION_KEY, direction)
    })
  }
  for (const { id, text, form, classes, address } of graph.nodes.values()) {
    if (graph.groups.has(id)) continue
    const shape = place(
      shapeIds.get(id) ?? id,
      kindOf(form),
      text === null ? readText({ raw: id, isMarkdown: false }) : readText(text),
      items.length
    )
    const kept = formToKeep(form)
    hasForms ||= kept !== null
    const said = address === null ? {} : { address: address.slice(0, 2000) }
    items.push({ ...shape, ...parentOf(id), style: styleOf(id, classes), ...said, ...keep(FORM_KEY, kept) })
  }
  const edges = graph.edges.filter(({ stroke }) => stroke !== 'invisible')
  for (const edge of edges) items.push(makeLine(edge, ids, shapeIds, graph.defaultEdgeStyles, items.length))
  const notes: Text[] = hasForms ? [MERMAID_NOTES.nearest] : []
  if (edges.length < graph.edges.length) notes.push(MERMAID_NOTES.invisible)
  if (edges.some(({ startHead, endHead }) => startHead === 'cross' || endHead === 'cross')) notes.push(MERMAID_NOTES.crosses)
  return { items, notes }
}

const keep = (key: string, value: string | null): Pick<DiagramShape, 'data'> => (value === null ? {} : { data: { [key]: value } })

function place(id: string, kind: DiagramShape['kind'], label: string, order: number): DiagramShape {
  return { item: 'shape', id, kind, x: 0, y: 0, ...sizeShape(kind, label), order, label, style: {} }
}

function makeLine(
  edge: FlowEdge,
  ids: ItemIds,
  shapeIds: ReadonlyMap<string, string>,
  common: readonly string[],
  order: number
): DiagramLine {
  const { stroke, ink, dash, weight, fontSize } = readStyle([...common, ...edge.styles])
  const said = { stroke, ink, dash, weight, fontSize }
  return {
    item: 'line',
    id: ids.take(edge.id, 'l'),
    from: { shapeId: shapeIds.get(edge.from) ?? edge.from },
    to: { shapeId: shapeIds.get(edge.to) ?? edge.to },
    order,
    label: edge.text === null ? '' : readText(edge.text),
    route: 'elbow',
    points: [],
    startHead: HEADS[edge.startHead],
    endHead: HEADS[edge.endHead],
    style: { ...STROKES[edge.stroke], ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) }
  }
}
