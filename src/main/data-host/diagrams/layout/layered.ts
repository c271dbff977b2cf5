import type { ElkEdgeSection, ElkExtendedEdge, ElkNode, ElkPort } from 'elkjs/lib/elk-api.js'
import type { Layout } from '../../../../shared/contract/diagrams.ts'
import type { DiagramShape, LineEnd, Side } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { measurePlaces, type Placed } from './components.ts'
import { DIRECTIONS, runElk } from './run-elk.ts'
import {
  findPadding,
  LEAST_CONTAINER,
  type AttachedLine,
  type Box,
  type Cell,
  type Link,
  type Place,
  type Scene,
  type Size
} from './scene.ts'

const ELK_SIDES: Readonly<Record<Side, string>> = { top: 'NORTH', right: 'EAST', bottom: 'SOUTH', left: 'WEST' }
const AHEAD: Readonly<Record<Layout['direction'], Side>> = { down: 'bottom', right: 'right', up: 'top', left: 'left' }
const BACK: Readonly<Record<Layout['direction'], Side>> = { down: 'top', right: 'left', up: 'bottom', left: 'right' }

/** How long fewer crossings are looked for: a large graph takes long enough, and nobody sees a few crossings more in it. */
const makeEffort = (count: number): Record<string, string> => ({
  'elk.layered.thoroughness': count <= 150 ? '7' : count <= 500 ? '3' : '1',
  ...(count > 1000 && {
    'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
    'elk.layered.crossingMinimization.greedySwitch.type': 'OFF'
  })
})

function makeOptions({ direction, gap }: Layout, count: number): Record<string, string> {
  const between = String(gap)
  return {
    'elk.algorithm': 'layered',
    'elk.direction': DIRECTIONS[direction],
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.spacing.nodeNode': between,
    'elk.spacing.componentComponent': between,
    'elk.spacing.edgeNode': String(Math.max(8, gap / 2.5)),
    'elk.spacing.edgeEdge': String(Math.max(8, gap / 4)),
    'elk.layered.spacing.nodeNodeBetweenLayers': between,
    'elk.layered.spacing.edgeNodeBetweenLayers': String(Math.max(10, gap / 2.5)),
    'elk.layered.spacing.edgeEdgeBetweenLayers': String(Math.max(8, gap / 4)),
    ...makeEffort(count),
    // A process with a loop begins at its first step, and the line that closes the loop goes back.
    'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
    'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.json.edgeCoords': 'ROOT',
    'elk.json.shapeCoords': 'ROOT'
  }
}

/** In layers, one level alone: what stands in a cell is no matter. */
export async function placeInLayers(cells: readonly Cell[], links: readonly Link[], layout: Layout): Promise<Placed> {
  const graph = await runElk({
    id: 'root',
    layoutOptions: makeOptions(layout, cells.length),
    children: cells.map(({ id, width, height }) => ({ id: `n${id}`, width, height })),
    edges: links.map(({ from, to }, index) => ({ id: `e${String(index)}`, sources: [`n${from}`], targets: [`n${to}`] }))
  })
  const places = new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id.slice(1), { x, y }]))
  return measurePlaces(cells, places)
}

export interface LayeredPlaces {
  /** Every shape that was arranged, containers around what is in them. */
  readonly boxes: ReadonlyMap<string, Box>
  /** Where each line starts, turns and ends, by its id. */
  readonly ways: ReadonlyMap<string, readonly Place[]>
}

/** What goes into the graph as it is: its size is known, and what is in it, if anything, is arranged already. */
export type Sized = ReadonlyMap<string, Size>

/** In layers with all containers at once, so that lines between what stands in different ones count. */
export async function placeHierarchy(scene: Scene, leaves: Sized, layout: Layout): Promise<LayeredPlaces> {
  const ends = collectPorts(scene, layout)
  const makeNode = (shape: DiagramShape): ElkNode => {
    const size = leaves.get(shape.id)
    const ports = describePorts(shape, size ?? shape, ends.get(shape.id) ?? [])
    if (size) return { id: `n${shape.id}`, ...size, ...ports }
    const { top, left, bottom, right } = findPadding(shape)
    return {
      id: `n${shape.id}`,
      children: (scene.inside.get(shape.id) ?? []).map(makeNode),
      ports: ports.ports,
      layoutOptions: {
        ...ports.layoutOptions,
        'elk.padding': `[top=${String(top)},left=${String(left)},bottom=${String(bottom)},right=${String(right)}]`,
        'elk.nodeSize.constraints': 'PORTS PORT_LABELS MINIMUM_SIZE',
        'elk.nodeSize.minimum': `(${String(LEAST_CONTAINER.width)},${String(LEAST_CONTAINER.height)})`
      }
    }
  }
  const top = (scene.inside.get(null) ?? []).filter(({ id }) => !scene.fixed.has(id))
  const graph = await runElk({
    id: 'root',
    layoutOptions: { ...makeOptions(layout, scene.shapes.size), 'elk.hierarchyHandling': 'INCLUDE_CHILDREN' },
    children: top.map(makeNode),
    edges: scene.lines.map(describeEdge)
  })
  const boxes = new Map<string, Box>()
  const collect = ({ id, x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode): void => {
    boxes.set(id.slice(1), { x, y, width, height })
    children.forEach(collect)
  }
  graph.children?.forEach(collect)
  const edges = (graph.edges ?? []).map(({ id, sections = [] }) => [id.slice(1), sections.flatMap(listPoints)] as const)
  return { boxes, ways: new Map(edges) }
}

const listPoints = ({ startPoint, bendPoints = [], endPoint }: ElkEdgeSection): Place[] =>
  [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y }))

interface End {
  readonly id: string
  readonly side: Side
}

const sideOf = (end: LineEnd): Side | undefined => ('side' in end ? end.side : undefined)

/** Ways out of a form that is met only at its corners: ahead, then to both sides. */
const FORKS: Readonly<Record<Layout['direction'], readonly Side[]>> = {
  down: ['bottom', 'right', 'left'],
  up: ['top', 'right', 'left'],
  right: ['right', 'bottom', 'top'],
  left: ['left', 'bottom', 'top']
}

/** One port for each end of a line, on the side it is fastened to; else lines leave ahead and arrive from behind. */
function collectPorts({ shapes, lines }: Scene, { direction }: Layout): Map<string, End[]> {
  const ends = new Map<string, End[]>()
  const forks = new Map<string, number>()
  const findWayOut = (id: string): Side => {
    const shape = shapes.get(id)
    if (!shape || canSlide(shape)) return AHEAD[direction]
    const used = forks.get(id) ?? 0
    forks.set(id, used + 1)
    return FORKS[direction][used % 3] ?? AHEAD[direction]
  }
  const add = (shapeId: string, end: End): void => {
    const known = ends.get(shapeId)
    if (known) known.push(end)
    else ends.set(shapeId, [end])
  }
  for (const { from, to, line } of lines) {
    add(from, { id: `s${line.id}`, side: sideOf(line.from) ?? findWayOut(from) })
    add(to, { id: `t${line.id}`, side: sideOf(line.to) ?? BACK[direction] })
  }
  return ends
}

/** Lines meet a box anywhere on its side; other forms only at the middle of it, where their corner is. */
export const canSlide = ({ kind }: DiagramShape): boolean => ['card', 'square'].includes(SHAPE_LOOKS[kind].form)

function describePorts(shape: DiagramShape, size: Size, ends: readonly End[]): Required<Pick<ElkNode, 'ports' | 'layoutOptions'>> {
  if (canSlide(shape))
    return {
      ports: ends.map(({ id, side }): ElkPort => ({ id, layoutOptions: { 'elk.port.side': ELK_SIDES[side] } })),
      layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' }
    }
  return {
    ports: ends.map(({ id, side }): ElkPort => ({ id, ...middleOf(side, size), layoutOptions: { 'elk.port.side': ELK_SIDES[side] } })),
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' }
  }
}

/** The middle of a side, from the upper left corner of the box. */
function middleOf(side: Side, { width, height }: Size): Place {
  if (side === 'top' || side === 'bottom') return { x: width / 2, y: side === 'top' ? 0 : height }
  return { x: side === 'left' ? 0 : width, y: height / 2 }
}

function describeEdge({ line }: AttachedLine): ElkExtendedEdge {
  const edge = { id: `e${line.id}`, sources: [`s${line.id}`], targets: [`t${line.id}`] }
  if (line.label === '') return edge
  const rows = Math.ceil(line.label.length / 22)
  const width = Math.min(22, line.label.length) * 7 + 8
  return { ...edge, labels: [{ text: 'label', width, height: rows * 17 + 4, layoutOptions: { 'elk.edgeLabels.inline': 'true' } }] }
}
