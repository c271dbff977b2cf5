import type { Layout, Placement } from '../../../../shared/contract/diagrams.ts'
import {
  isAttached,
  isLine,
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  type Side
} from '../../../../shared/diagrams/diagram.ts'
import { routeLine } from '../../../../shared/diagrams/route-line.ts'
import { leadLines } from '../../../../shared/diagrams/ways/lead-lines.ts'
import { withCorners } from '../../../../shared/diagrams/ways/own.ts'
import { readPage } from '../../../../shared/diagrams/ways/page.ts'
import type { Placed } from './components.ts'
import { placeByForce } from './force.ts'
import { placeLanes } from './lanes.ts'
import { canSlide, placeHierarchy, placeInLayers } from './layered.ts'
import { placeRadially } from './radial.ts'
import {
  findPadding,
  holderOf,
  LEAST_CONTAINER,
  liftLinks,
  listHolders,
  readScene,
  snap,
  snapBox,
  snapUp,
  type Box,
  type Cell,
  type Link,
  type Place,
  type Scene,
  type Size
} from './scene.ts'
import { placeAsTree } from './tree.ts'

type PlaceLevel = (cells: readonly Cell[], links: readonly Link[], layout: Layout) => Promise<Placed>
const LEVELS: Readonly<Record<Layout['algorithm'], PlaceLevel>> = {
  layered: placeInLayers,
  tree: placeAsTree,
  radial: (cells, links, { gap }) => Promise.resolve(placeRadially(cells, links, gap)),
  force: (cells, links, { gap }) => Promise.resolve(placeByForce(cells, links, gap))
}

/** What is in a container, from its upper left corner; deeper contents from theirs. */
type Insides = Map<string, ReadonlyMap<string, Box>>

/**
 * Where shapes come to stand. Locked ones, with all that holds them and all they hold, stay; the others keep the upper left corner
 * they have together unless that would cover what stays. Containers are sized around what is in them. All on a grid of 4.
 */
export async function arrange(items: readonly DiagramItem[], layout: Layout): Promise<Placement> {
  const scene = readScene(items)
  const top = (scene.inside.get(null) ?? []).filter(({ id }) => !scene.fixed.has(id))
  if (top.length === 0) return { shapes: [], lines: [] }
  const insides: Insides = new Map()
  const sizes = new Map<string, Size>()
  const { boxes, ways } = await placeAll(scene, top, layout, insides, sizes)
  const snapped = new Map<string, Box>()
  for (const [id, box] of boxes) putInside(snapped, insides, id, snapBox(box))
  const origin = findCorner(top)
  const corner = findCorner(top.flatMap(({ id }) => snapped.get(id) ?? []))
  const home = { x: snap(origin.x) - corner.x, y: snap(origin.y) - corner.y }
  const aside = keepClear(scene, top, moveAll(snapped, home))
  const move = { x: home.x + aside.x, y: home.y + aside.y }
  const placed = moveAll(snapped, move)
  return { shapes: [...placed].map(([id, box]) => ({ id, ...box })), lines: placeLines(scene, items, placed, ways, move, layout) }
}

const findCorner = (boxes: readonly Place[]): Place => ({
  x: Math.min(...boxes.map(({ x }) => x)),
  y: Math.min(...boxes.map(({ y }) => y))
})

const moveAll = (boxes: ReadonlyMap<string, Box>, by: Place): Map<string, Box> =>
  new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x + by.x, y: box.y + by.y }]))

interface AllPlaces {
  readonly boxes: ReadonlyMap<string, Box>
  readonly ways: ReadonlyMap<string, readonly Place[]>
}

async function placeAll(
  scene: Scene,
  top: readonly DiagramShape[],
  layout: Layout,
  insides: Insides,
  sizes: Map<string, Size>
): Promise<AllPlaces> {
  if (layout.algorithm === 'layered') {
    for (const shape of top) await sizeShape(scene, shape, layout, insides, sizes, true)
    const hierarchy = await tryHierarchy(scene, sizes, layout, insides)
    if (hierarchy) return hierarchy
    insides.clear()
    sizes.clear()
  }
  for (const shape of top) await sizeShape(scene, shape, layout, insides, sizes, false)
  const cells = top.map(({ id }) => ({ id, ...(sizes.get(id) ?? LEAST_CONTAINER) }))
  const { places } = await LEVELS[layout.algorithm](cells, liftLinks(scene, null), layout)
  return { boxes: new Map(cells.map(({ id, ...size }) => [id, { ...size, ...(places.get(id) ?? { x: 0, y: 0 }) }])), ways: new Map() }
}

/** All containers at once; null where the kernel gives up, as it does on some lines in and out of nested ones: they go level by level. */
async function tryHierarchy(scene: Scene, sizes: ReadonlyMap<string, Size>, layout: Layout, insides: Insides): Promise<AllPlaces | null> {
  try {
    const { boxes, ways } = await placeHierarchy(hideInsides(scene, insides), sizes, layout)
    return { boxes: growAround(scene, boxes, insides), ways }
  } catch (error) {
    // Without containers there is nothing else to try.
    if (sizes.size === scene.shapes.size) throw error
    return null
  }
}

/**
 * Finds the size of a shape, arranging first what is in it. `isHierarchy`: plain containers are left to the layered layout, which
 * arranges all of them at once; pools keep their lanes either way.
 */
async function sizeShape(
  scene: Scene,
  shape: DiagramShape,
  layout: Layout,
  insides: Insides,
  sizes: Map<string, Size>,
  isHierarchy: boolean
): Promise<void> {
  const children = scene.inside.get(shape.id) ?? []
  if (children.length === 0) {
    sizes.set(shape.id, { width: shape.width, height: shape.height })
    return
  }
  const lanes = children.filter(isLane)
  const isPool = lanes.length > 0
  const held = isPool ? children.flatMap((child) => (isLane(child) ? (scene.inside.get(child.id) ?? []) : [child])) : children
  for (const child of held) await sizeShape(scene, child, layout, insides, sizes, isHierarchy && !isPool)
  if (isPool) sizes.set(shape.id, await arrangePool(scene, shape, lanes, layout, insides, sizes))
  else if (!isHierarchy) sizes.set(shape.id, await arrangeInside(scene, shape, children, layout, insides, sizes))
}

const isLane = ({ kind }: DiagramShape): boolean => kind === 'lane' || kind === 'vertical-lane'
const cellOf = (sizes: ReadonlyMap<string, Size>, { id }: DiagramShape): Cell => ({ id, ...(sizes.get(id) ?? LEAST_CONTAINER) })

async function arrangeInside(
  scene: Scene,
  shape: DiagramShape,
  children: readonly DiagramShape[],
  layout: Layout,
  insides: Insides,
  sizes: ReadonlyMap<string, Size>
): Promise<Size> {
  const cells = children.map((child) => cellOf(sizes, child))
  const { places, width, height } = await LEVELS[layout.algorithm](cells, liftLinks(scene, shape.id), layout)
  const padding = findPadding(shape)
  insides.set(
    shape.id,
    new Map(
      cells.map(({ id, ...size }) => {
        const { x, y } = places.get(id) ?? { x: 0, y: 0 }
        return [id, snapBox({ ...size, x: padding.left + x, y: padding.top + y })]
      })
    )
  )
  return {
    width: snapUp(Math.max(LEAST_CONTAINER.width, padding.left + width + padding.right)),
    height: snapUp(Math.max(LEAST_CONTAINER.height, padding.top + height + padding.bottom))
  }
}

async function arrangePool(
  scene: Scene,
  pool: DiagramShape,
  lanes: readonly DiagramShape[],
  layout: Layout,
  insides: Insides,
  sizes: ReadonlyMap<string, Size>
): Promise<Size> {
  const isUpright = lanes.some(({ kind }) => kind === 'vertical-lane')
  const ordered = lanes.toSorted((a, b) => (isUpright ? a.x - b.x : a.y - b.y))
  // What stands in the pool beside its lanes is put into the last of them, as far as places go.
  const loose = (scene.inside.get(pool.id) ?? []).filter((child) => !isLane(child))
  const filled = ordered.map(({ id }, index) => ({
    id,
    cells: [...(scene.inside.get(id) ?? []), ...(index === ordered.length - 1 ? loose : [])].map((child) => cellOf(sizes, child))
  }))
  const cells = filled.flatMap((lane) => lane.cells)
  const flow = await placeInLayers(cells, linksAmong(scene, cells), { ...layout, direction: isUpright ? 'down' : 'right' })
  const { boxes, width, height } = placeLanes(filled, flow, isUpright, layout.gap)
  insides.set(pool.id, new Map([...boxes].map(([id, box]) => [id, snapBox(box)])))
  return { width: snapUp(width), height: snapUp(height) }
}

/** Lines between the cells or what stands in them, in whatever lane each is. */
function linksAmong(scene: Scene, cells: readonly Cell[]): Link[] {
  const known = new Set(cells.map(({ id }) => id))
  const find = (id: string): string | undefined => listHolders(scene, id).find((each) => known.has(each))
  const links = new Map<string, Link>()
  for (const { from, to } of scene.lines) {
    const [a, b] = [find(from), find(to)]
    if (a !== undefined && b !== undefined && a !== b) links.set(JSON.stringify([a, b]), { from: a, to: b })
  }
  return [...links.values()]
}

/** The scene as the layered layout sees it: what stands in a pool is arranged, lines to it lead to the pool. */
function hideInsides(scene: Scene, insides: Insides): Scene {
  if (insides.size === 0) return scene
  const shown = (id: string): string => listHolders(scene, id).findLast((each) => insides.has(each)) ?? id
  const lines = scene.lines.flatMap((each) => {
    const [from, to] = [shown(each.from), shown(each.to)]
    return from === to ? [] : [{ ...each, from, to }]
  })
  return { ...scene, lines }
}

/** Containers of the layered layout on the grid, around what is in them. */
function growAround(scene: Scene, boxes: ReadonlyMap<string, Box>, insides: Insides): ReadonlyMap<string, Box> {
  return new Map(
    [...boxes].map(([id, box]) => {
      const isContainer = (scene.inside.get(id)?.length ?? 0) > 0 && !insides.has(id)
      return [id, isContainer ? { ...box, width: snapUp(box.width), height: snapUp(box.height) } : box]
    })
  )
}

/** The shape at its place, and everything in it at theirs. */
function putInside(placed: Map<string, Box>, insides: Insides, id: string, box: Box): void {
  placed.set(id, box)
  for (const [child, inner] of insides.get(id) ?? [])
    putInside(placed, insides, child, { ...inner, x: box.x + inner.x, y: box.y + inner.y })
}

const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const MOST_SHIFTS = 50

/** How far all must move so that they cover nothing that stays: the shorter of down and to the right. */
function keepClear(scene: Scene, top: readonly DiagramShape[], placed: ReadonlyMap<string, Box>): Place {
  const staying = [...scene.fixed].flatMap((id) => scene.shapes.get(id) ?? [])
  const own = top.flatMap(({ id }) => placed.get(id) ?? [])
  const shift = (axis: 'x' | 'y', length: 'width' | 'height'): number => {
    let by = 0
    for (let round = 0; round < MOST_SHIFTS; round++) {
      const moved = own.map((box) => ({ ...box, [axis]: box[axis] + by }))
      const hit = staying.flatMap((box) => moved.filter((each) => overlaps(each, box)).map((each) => box[axis] + box[length] - each[axis]))
      if (hit.length === 0) return by
      by = snapUp(by + Math.max(...hit) + 4)
    }
    // Past all of them there is room.
    return snapUp(Math.max(...staying.map((box) => box[axis] + box[length])) - Math.min(...own.map((box) => box[axis])) + 4)
  }
  const [right, down] = [shift('x', 'width'), shift('y', 'height')]
  return right < down ? { x: right, y: 0 } : { x: 0, y: down }
}

/** Corners of the lines the layout led itself, and of the others those that lead them clear of shapes and lines; corners set by hand on lines it moved go. */
function placeLines(
  scene: Scene,
  items: readonly DiagramItem[],
  boxes: ReadonlyMap<string, Box>,
  ways: AllPlaces['ways'],
  move: Place,
  layout: Layout
): Placement['lines'] {
  const moved = items
    .filter(isLine)
    .filter((line) => !line.isLocked && [line.from, line.to].some((end) => isAttached(end) && boxes.has(end.shapeId)))
  const own = new Map<string, readonly Place[]>()
  for (const line of moved) {
    if (line.route !== 'elbow') continue
    // The kernel leads lines between containers along their edges, several in one track, and past their turns.
    if (layout.algorithm === 'layered' && leavesHolder(scene, line)) continue
    const way = ways.get(line.id)?.map(({ x, y }) => ({ x: Math.round(x + move.x), y: Math.round(y + move.y) }))
    if (way) own.set(line.id, fitWay(way, line, scene, boxes))
    else if (layout.algorithm === 'tree') own.set(line.id, bendBranch(scene, line, boxes, layout))
  }
  const led = leadOthers(scene, items, boxes, moved, own)
  return moved.flatMap((line) => {
    const points = own.get(line.id) ?? []
    const corners = points.length > 0 ? points : (led.get(line.id) ?? [])
    return corners.length > 0 || line.points.length > 0 ? [{ id: line.id, points: [...corners] }] : []
  })
}

/** Whether a line ends in another container than it begins in. */
const leavesHolder = (scene: Scene, { from, to }: DiagramLine): boolean =>
  isAttached(from) && isAttached(to) && holderOf(scene, from.shapeId) !== holderOf(scene, to.shapeId)

/** Above this many shapes lines are left as they come: each would be held against all of them. */
const MOST_HELD_AGAINST = 1500

/** Corners of lines that have none yet and would run through shapes or upon other lines as plain elbows. */
function leadOthers(
  scene: Scene,
  items: readonly DiagramItem[],
  boxes: ReadonlyMap<string, Box>,
  moved: readonly DiagramLine[],
  own: ReadonlyMap<string, readonly Place[]>
): ReadonlyMap<string, readonly Place[]> {
  if (scene.shapes.size > MOST_HELD_AGAINST) return new Map()
  const bare = new Map(
    moved.map((line) => [
      line.id,
      withCorners(
        { ...line, points: [] },
        (own.get(line.id) ?? []).map(({ x, y }) => ({ x, y }))
      )
    ])
  )
  const page = readPage(items.map((item) => (isLine(item) ? (bare.get(item.id) ?? item) : { ...item, ...(boxes.get(item.id) ?? {}) })))
  const asked = [...bare.values()].filter(({ points }) => points.length === 0).map(({ id }) => id)
  return new Map(
    leadLines(page, asked, { most: asked.length, mayStay: ({ points }) => points.length > 0 }).flatMap((line) => {
      if (own.has(line.id) && (own.get(line.id)?.length ?? 0) > 0) return []
      const way = routeLine(line, page.shapes).points
      const corners = way.slice(1, -1)
      const [start, end] = [way[0], way.at(-1)]
      // A straight line beside the middle keeps its place by a corner on it.
      const isAside = corners.length === 0 && [line.from, line.to].some((each) => isAttached(each) && each.at !== undefined)
      if (isAside && start && end) corners.push({ x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 })
      return [[line.id, corners.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))] as const]
    })
  )
}

/** Branches leave their shape ahead and part half a gap further on, all of one shape in one line. */
function bendBranch(scene: Scene, { from, to }: DiagramLine, boxes: ReadonlyMap<string, Box>, { direction, gap }: Layout): Place[] {
  if (!isAttached(from) || !isAttached(to) || from.side !== undefined || to.side !== undefined) return []
  // Into another container it would run along the edge of this one.
  if (holderOf(scene, from.shapeId) !== holderOf(scene, to.shapeId)) return []
  const [a, b] = [boxes.get(from.shapeId), boxes.get(to.shapeId)]
  if (!a || !b) return []
  const [middleA, middleB] = [middle(a), middle(b)]
  if (direction === 'down' || direction === 'up') {
    const [edge, next] = direction === 'down' ? [a.y + a.height, b.y] : [-a.y, -b.y - b.height]
    if (next <= edge || middleA.x === middleB.x) return []
    const y = Math.round(Math.min(edge + gap / 2, (edge + next) / 2)) * (direction === 'down' ? 1 : -1)
    return [middleA.x, middleB.x].map((x) => ({ x, y }))
  }
  const [edge, next] = direction === 'right' ? [a.x + a.width, b.x] : [-a.x, -b.x - b.width]
  if (next <= edge || middleA.y === middleB.y) return []
  const x = Math.round(Math.min(edge + gap / 2, (edge + next) / 2)) * (direction === 'right' ? 1 : -1)
  return [middleA.y, middleB.y].map((y) => ({ x, y }))
}

const middle = ({ x, y, width, height }: Box): Place => ({ x: x + width / 2, y: y + height / 2 })

/** The corners without the two ends, in line with where the line meets shapes that it can meet only in the middle of a side. */
function fitWay(way: readonly Place[], line: DiagramLine, scene: Scene, boxes: ReadonlyMap<string, Box>): Place[] {
  const [start, end] = [way[0], way.at(-1)]
  if (!start || !end || !isAttached(line.from) || !isAttached(line.to)) return []
  const corners = way.slice(1, -1).map((corner) => ({ ...corner }))
  const [from, to] = [line.from.shapeId, line.to.shapeId].map((id) => ({ shape: scene.shapes.get(id), box: boxes.get(id) }))
  if (!from?.shape || !from.box || !to?.shape || !to.box) return []
  if (corners.length === 0) {
    // A straight line off the middle keeps its place by one corner on it; between middles it needs none.
    if ((!canSlide(from.shape) && !canSlide(to.shape)) || joinsMiddles(start, end, middle(from.box), middle(to.box))) return []
    corners.push({ x: Math.round((start.x + end.x) / 2), y: Math.round((start.y + end.y) / 2) })
  }
  const [first, last] = [corners[0], corners.at(-1)]
  if (first && !canSlide(from.shape)) align(first, start, from.box)
  if (last && !canSlide(to.shape)) align(last, end, to.box)
  return corners
}

/** Whether a straight line goes from middle to middle, as far as the grid lets it. */
function joinsMiddles(start: Place, end: Place, from: Place, to: Place): boolean {
  const axis = Math.abs(start.x - end.x) < Math.abs(start.y - end.y) ? 'x' : 'y'
  return from[axis] === to[axis] && Math.abs(start[axis] - from[axis]) <= 4
}

/** The leg between a shape and its first corner leaves from the middle of a side. */
function align(corner: { x: number; y: number }, end: Place, box: Box): void {
  const sides: readonly (readonly [Side, number])[] = [
    ['top', Math.abs(end.y - box.y)],
    ['bottom', Math.abs(end.y - box.y - box.height)],
    ['left', Math.abs(end.x - box.x)],
    ['right', Math.abs(end.x - box.x - box.width)]
  ]
  const [side] = sides.reduce((nearest, each) => (each[1] < nearest[1] ? each : nearest))
  if (side === 'top' || side === 'bottom') corner.x = middle(box).x
  else corner.y = middle(box).y
}
