import type { Language } from '../domain/text.ts'
import { routeRelations, type Route } from './edge-routes.ts'
import { bottom, right, union, type Box } from './geometry.ts'
import { findAncestors, readHolders } from './hold.ts'
import type { Model, ModelElement, ModelRelation } from './model.ts'
import {
  detailOf,
  DETAILS,
  findNeeds,
  headOf,
  isFrame,
  REGION_PADDING,
  shapeOf,
  type NodeDetail,
  type NodeShape,
  type Size
} from './node-sizes.ts'
import { isShownAtFirst } from './relation-lines.ts'
import { stretchAxis, type Span } from './stretch-axis.ts'

export { FULL_CARD, isFrame, type NodeDetail, type NodeShape } from './node-sizes.ts'

export interface PlacedElement {
  readonly element: ModelElement
  readonly shape: NodeShape
  readonly detail: NodeDetail
  readonly box: Box
}
export interface Arrangement {
  readonly placed: readonly PlacedElement[]
  readonly routes: readonly Route[]
  readonly bounds: Box
}
export interface ArrangementOptions {
  /** Which relations get a line; without it, the kinds shown at first. */
  readonly isShown?: (relation: ModelRelation) => boolean
}

/** Room for the diagram in a window of 1280x800 with the panel open: what a node shows is chosen to be legible there. */
const ROOM = { width: 872, height: 606 }
/** Smallest scale at which a card may say more than its name. */
const LEAST_SCALE = 0.77
const MOST_WIDENED = 1.45
const LONGEST_GAP = 44
const RELATION_GAP = { x: 24, y: 28 }
const SNAP = 48
const SIDES = { x: 'width', y: 'height' } as const

interface Draft {
  readonly model: Model
  readonly language: Language
  readonly holders: ReadonlyMap<string, string>
  readonly shapes: ReadonlyMap<string, NodeShape>
  /** What each element needs to say that much. */
  readonly needs: ReadonlyMap<NodeDetail, ReadonlyMap<string, Size>>
}
type Boxes = Map<string, Box>

/**
 * The model's own arrangement, brought to a size that can be read: the file's positions are stretched so that every box
 * holds what it says and empty stretches are shortened. Order, rows, columns and nesting stay as the file has them. Cards
 * say as much as still leaves the whole legible in a small window.
 */
export function arrangeModel(model: Model, language: Language, options: ArrangementOptions = {}): Arrangement {
  const holders = readHolders(model)
  const shapes = new Map(model.elements.map((element) => [element.id, shapeOf(element, model, holders)]))
  const needs = new Map(DETAILS.map((detail) => [detail, findNeeds(model, shapes, detail, language)]))
  const draft = { model, language, holders, shapes, needs }
  const isShown = options.isShown ?? (({ kind }) => isShownAtFirst(kind))
  const boxes = widenToRoom(placeBoxes(draft, chooseDetails(draft)))
  const firstRoutes = routeModel(draft, boxes, isShown)
  const routes = makeRoomForLanes(boxes, firstRoutes) ? routeModel(draft, boxes, isShown) : firstRoutes
  const placed = model.elements
    .flatMap((element): PlacedElement[] => {
      const [box, shape] = [boxes.get(element.id), shapes.get(element.id)]
      return box && shape ? [{ element, shape, detail: detailOf(shape, box, element), box }] : []
    })
    .sort((a, b) => Number(isFrame(b.shape)) - Number(isFrame(a.shape)) || depthOf(draft, a) - depthOf(draft, b))
  const labels = routes.flatMap((route) => (route.label ? [route.label.box] : []))
  const lines = routes.flatMap((route) => route.points.map((point) => ({ ...point, width: 0, height: 0 })))
  const bounds = union([...placed.map(({ box }) => box), ...labels, ...lines]) ?? { x: 0, y: 0, width: 1, height: 1 }
  return { placed, routes, bounds }
}

const boxesOf = (boxes: Boxes, elements: readonly ModelElement[]): Box[] => elements.flatMap(({ id }) => boxes.get(id) ?? [])
const depthOf = ({ holders }: Draft, { element }: PlacedElement): number => findAncestors(element.id, holders).length
const scaleOf = ({ width, height }: Box): number => Math.min(ROOM.width / width, ROOM.height / height)
const classOf = ({ kind, position: [, , width, height] }: ModelElement): string => `${kind} ${width} ${height}`

/** What each element should say: more, class by class from the largest, as long as the whole stays legible. */
function chooseDetails(draft: Draft): ReadonlyMap<string, NodeDetail> {
  const { elements } = draft.model
  const details = new Map(elements.map(({ id }): [string, NodeDetail] => [id, 'small']))
  const areaOf = ({ position: [, , width, height] }: ModelElement): number => width * height
  const classes = new Map<string, ModelElement[]>()
  for (const element of [...elements].sort((a, b) => areaOf(b) - areaOf(a)))
    classes.set(classOf(element), [...(classes.get(classOf(element)) ?? []), element])
  for (const detail of [...DETAILS].reverse().slice(1))
    for (const members of classes.values()) {
      const tried = new Map([...details, ...members.map(({ id }) => [id, detail] as const)])
      const whole = union([...placeBoxes(draft, tried).values()])
      if (whole && scaleOf(whole) >= LEAST_SCALE) for (const { id } of members) details.set(id, detail)
    }
  return details
}

/** A tall drawing leaves room at its sides: it becomes wider, so that names and figures have more of it. */
function widenToRoom(boxes: Boxes): Boxes {
  const whole = union([...boxes.values()])
  if (!whole) return boxes
  const factor = Math.min(MOST_WIDENED, (whole.height * ROOM.width) / ROOM.height / whole.width - 0.03)
  if (factor <= 1) return boxes
  return new Map(
    [...boxes].map(([id, box]) => [
      id,
      { ...box, x: Math.round(box.x * factor), width: Math.round((box.x + box.width) * factor) - Math.round(box.x * factor) }
    ])
  )
}

function placeBoxes(draft: Draft, details: ReadonlyMap<string, NodeDetail>): Boxes {
  const { model } = draft
  const needs = new Map(
    model.elements.map(({ id }) => [id, draft.needs.get(details.get(id) ?? 'small')?.get(id) ?? { width: 0, height: 0 }])
  )
  const gapOf = (from: number, to: number): number => Math.min(to - from, LONGEST_GAP)
  const mapX = stretchAxis(collectSpans(draft, needs, 'x'), gapOf)
  const mapY = stretchAxis(collectSpans(draft, needs, 'y'), gapOf)
  const boxes = new Map(
    model.elements.map(({ id, position: [x, y, width, height] }) => [
      id,
      { x: mapX(x), y: mapY(y), width: mapX(x + width) - mapX(x), height: mapY(y + height) - mapY(y) }
    ])
  )
  evenOut(draft, boxes, needs)
  closeFrames(draft, boxes)
  alignEdges(draft, boxes)
  return boxes
}

const heldBy = ({ model, holders }: Draft, id: string): ModelElement[] =>
  model.elements.filter((element) => findAncestors(element.id, holders).includes(id))
const boxInFile = ({ position: [x, y, width, height] }: ModelElement): Box => ({ x, y, width, height })

/** Everything that needs room on one axis: boxes, paddings and headings of frames, gaps that an arrow crosses. */
function collectSpans(draft: Draft, needs: ReadonlyMap<string, Size>, axis: 'x' | 'y'): Span[] {
  const spans = draft.model.elements.flatMap((element): Span[] => {
    const shape = draft.shapes.get(element.id) ?? 'card'
    const own = boxInFile(element)
    const need = needs.get(element.id) ?? { width: 0, height: 0 }
    if (!isFrame(shape)) return [{ ...rangeOf(own, axis), need: axis === 'x' ? need.width : need.height }]
    const inner = union(heldBy(draft, element.id).map(boxInFile))
    if (!inner) return [{ ...rangeOf(own, axis), need: axis === 'x' ? need.width : 60 }]
    const [outside, inside] = [rangeOf(own, axis), rangeOf(inner, axis)]
    const [before, after] = axis === 'x' ? [REGION_PADDING.side, REGION_PADDING.side] : [headOf(element, shape), REGION_PADDING.bottom]
    return [
      { from: outside.from, to: inside.from, need: before },
      { from: inside.to, to: outside.to, need: after },
      ...(axis === 'x' ? [{ ...inside, need: need.width - 2 * REGION_PADDING.side }] : [])
    ]
  })
  return [...spans, ...collectArrowGaps(draft.model.elements, draft.model.relations, axis)].filter(({ from, to }) => to > from)
}

const rangeOf = (box: Box, axis: 'x' | 'y'): { from: number; to: number } =>
  axis === 'x' ? { from: box.x, to: right(box) } : { from: box.y, to: bottom(box) }

/** Between two neighbours that a line joins there is room for its head. */
function collectArrowGaps(elements: readonly ModelElement[], relations: readonly ModelRelation[], axis: 'x' | 'y'): Span[] {
  const byId = new Map(elements.map((element) => [element.id, boxInFile(element)]))
  const across = axis === 'x' ? 'y' : 'x'
  return relations.flatMap(({ from, to, kind }): Span[] => {
    const [a, b] = [byId.get(from), byId.get(to)]
    if (!a || !b || !isShownAtFirst(kind)) return []
    const [first, second] = rangeOf(a, axis).from < rangeOf(b, axis).from ? [a, b] : [b, a]
    const [beside, other] = [rangeOf(first, across), rangeOf(second, across)]
    const shared = Math.min(beside.to, other.to) - Math.max(beside.from, other.from)
    if (shared <= Math.min(beside.to - beside.from, other.to - other.from) * 0.4) return []
    return [{ from: rangeOf(first, axis).to, to: rangeOf(second, axis).from, need: RELATION_GAP[axis] }]
  })
}

function closeFrames(draft: Draft, boxes: Boxes): void {
  const frames = draft.model.elements.filter(({ id }) => isFrame(draft.shapes.get(id)))
  // Innermost frames first: an outer one closes around its children as they then stand.
  const depth = (id: string): number => findAncestors(id, draft.holders).length
  for (const element of frames.sort((a, b) => depth(b.id) - depth(a.id))) {
    const inner = union(heldBy(draft, element.id).flatMap(({ id }) => boxes.get(id) ?? []))
    if (!inner) continue
    const { side, bottom: below } = REGION_PADDING
    const head = headOf(element, draft.shapes.get(element.id) ?? 'region')
    const closed = { x: inner.x - side, y: inner.y - head, width: inner.width + 2 * side, height: inner.height + head + below }
    // Never less than its own stretched box, so that frames that begin together in the file begin together here.
    boxes.set(element.id, union([closed, ...boxesOf(boxes, [element])]) ?? closed)
  }
}

/** Inside a frame sizes and distances keep the proportions of the file, where every box still has the room it needs. */
function evenOut(draft: Draft, boxes: Boxes, needs: ReadonlyMap<string, Size>): void {
  for (const frame of draft.model.elements.filter(({ id }) => isFrame(draft.shapes.get(id)))) {
    const held = heldBy(draft, frame.id)
    const [file, whole] = [union(held.map(boxInFile)), union(boxesOf(boxes, held))]
    if (!file || !whole || held.some(({ id }) => isFrame(draft.shapes.get(id)))) continue
    const [scaleX, scaleY] = [whole.width / file.width, whole.height / file.height]
    const isRoomy = (axis: 'x' | 'y', scale: number): boolean =>
      held.every((element) => boxInFile(element)[SIDES[axis]] * scale >= (needs.get(element.id)?.[SIDES[axis]] ?? 0) - 2) &&
      collectArrowGaps(held, draft.model.relations, axis).every(({ from, to, need }) => (to - from) * scale >= need - 6)
    const [evenX, evenY] = [isRoomy('x', scaleX), isRoomy('y', scaleY)]
    for (const element of held) {
      const [own, box] = [boxInFile(element), boxes.get(element.id)]
      if (!box) continue
      const across = evenX ? { x: whole.x + (own.x - file.x) * scaleX, width: own.width * scaleX } : { x: box.x, width: box.width }
      const down = evenY ? { y: whole.y + (own.y - file.y) * scaleY, height: own.height * scaleY } : { y: box.y, height: box.height }
      boxes.set(element.id, { ...across, ...down })
    }
  }
}

/** Bars end where the frames and cards beside them end, and frames of one row begin and end together. */
function alignEdges(draft: Draft, boxes: Boxes): void {
  const outer = draft.model.elements.filter(
    ({ id }) => !draft.holders.has(id) || draft.shapes.get(draft.holders.get(id) ?? '') === 'bracket'
  )
  const stretchable = outer.filter(({ id }) => isFrame(draft.shapes.get(id)) || draft.shapes.get(id) === 'bar')
  const fixed = outer.filter((element) => !stretchable.includes(element))
  const frames = stretchable.filter(({ id }) => isFrame(draft.shapes.get(id)))
  alignSides(
    frames,
    stretchable.filter(({ id }) => draft.shapes.get(id) === 'bar'),
    boxes,
    SNAP,
    (_, edge) => edge
  )
  alignSides(fixed, stretchable, boxes, SNAP / 2, (own, edge, outwards) => outwards(own, edge))
}

/** Moves the left and right ends of `moved` to those of the whole of `kept` where they nearly meet. */
function alignSides(
  kept: readonly ModelElement[],
  moved: readonly ModelElement[],
  boxes: Boxes,
  reach: number,
  choose: (own: number, edge: number, outwards: (a: number, b: number) => number) => number
): void {
  const whole = union(kept.flatMap(({ id }) => boxes.get(id) ?? []))
  if (!whole) return
  for (const { id } of moved) {
    const box = boxes.get(id)
    if (!box) continue
    const from = Math.abs(box.x - whole.x) < reach ? choose(box.x, whole.x, Math.min) : box.x
    const to = Math.abs(right(box) - right(whole)) < reach ? choose(right(box), right(whole), Math.max) : right(box)
    boxes.set(id, { ...box, x: from, width: to - from })
  }
}

function routeModel(draft: Draft, boxes: Boxes, isShown: (relation: ModelRelation) => boolean): Route[] {
  const { model, shapes, holders, language } = draft
  return routeRelations({
    nodes: boxes,
    frames: new Set(model.elements.flatMap(({ id }) => (isFrame(shapes.get(id)) ? [id] : []))),
    holders,
    relations: model.relations.filter(isShown),
    labelOf: (relation) => relation.shortLabel?.[language] ?? null
  })
}

/** What stands under lanes moves down until they are free; what spans them grows. Says whether anything moved. */
function makeRoomForLanes(boxes: Boxes, routes: readonly Route[]): boolean {
  const lanes = routes.filter(({ lane }) => lane !== null)
  const floors = [...new Set(lanes.flatMap(({ lane }) => lane ?? []))].sort((a, b) => b - a)
  let isMoved = false
  for (const floor of floors) {
    const lowest = Math.max(...lanes.filter(({ lane }) => lane === floor).flatMap(({ points }) => points.map(({ y }) => y)))
    const next = Math.min(...[...boxes.values()].filter(({ y }) => y >= floor).map(({ y }) => y))
    const shift = Math.ceil(lowest + 20 - next)
    if (!Number.isFinite(shift) || shift <= 0) continue
    isMoved = true
    for (const [id, box] of boxes) {
      if (box.y >= floor) boxes.set(id, { ...box, y: box.y + shift })
      else if (bottom(box) > floor) boxes.set(id, { ...box, height: box.height + shift })
    }
  }
  return isMoved
}
