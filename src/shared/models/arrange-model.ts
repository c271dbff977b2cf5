import type { Language } from '../domain/text.ts'
import type { Model, ModelElement } from './model.ts'
import { routeRelations, type Route } from './edge-routes.ts'
import { bottom, right, union, type Box } from './geometry.ts'

export type NodeShape = 'region' | 'card' | 'bar'
/** How much of an element fits on its node. */
export type NodeDetail = 'full' | 'figure' | 'name'

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

/** Size at which a card holds its name, question, two segments and a figure without crowding. */
export const FULL_CARD = { width: 214, height: 194 }
const CARD_GAP = 26
const REGION_GAP = 56
const REGION_PADDING = { side: 15, top: 40, bottom: 16 }
const SCALE_LIMITS = { least: 0.85, most: 1.6 }
const BAR_SHAPE = 3.2
const SNAP = 48

/**
 * The model's own arrangement, brought to a size that can be read: the file's positions are scaled so that its typical box
 * holds a card, empty stretches are shortened, frames close around what they hold, bars line up with the frames and move
 * below the lines. Order, rows, columns and nesting stay as the file has them.
 */
export function arrangeModel(model: Model, language: Language): Arrangement {
  const shapes = new Map(model.elements.map((element) => [element.id, shapeOf(element, model)]))
  const cards = model.elements.filter((element) => shapes.get(element.id) === 'card')
  const sized = cards.length > 0 ? cards : model.elements
  const mapX = shortenAxis(
    sized.map(({ position: [x, , width] }) => [x, x + width]),
    scaleTo(
      FULL_CARD.width,
      sized.map(({ position }) => position[2])
    ),
    (from, to) => gapAllowed(model, from, to)
  )
  const mapY = shortenAxis(
    sized.map(({ position: [, y, , height] }) => [y, y + height]),
    scaleTo(
      FULL_CARD.height,
      sized.map(({ position }) => position[3])
    ),
    () => REGION_GAP * 3
  )
  const boxes = new Map(
    model.elements.map(({ id, position: [x, y, width, height] }) => [
      id,
      { x: mapX(x), y: mapY(y), width: mapX(x + width) - mapX(x), height: mapY(y + height) - mapY(y) }
    ])
  )

  closeRegions(model, shapes, boxes)
  snapBars(model, shapes, boxes)
  const routes = routeModel(model, shapes, boxes, language)
  sinkBars(model, shapes, boxes, routes)

  const placed = model.elements
    .flatMap((element): PlacedElement[] => {
      const [box, shape] = [boxes.get(element.id), shapes.get(element.id)]
      return box && shape ? [{ element, shape, detail: detailOf(box), box }] : []
    })
    .sort((a, b) => Number(b.shape === 'region') - Number(a.shape === 'region'))
  const labels = routes.flatMap((route) => (route.label ? [route.label.box] : []))
  const lines = routes.flatMap((route) => route.points.map((point) => ({ ...point, width: 0, height: 0 })))
  const bounds = union([...placed.map(({ box }) => box), ...labels, ...lines]) ?? { x: 0, y: 0, width: 1, height: 1 }
  return { placed, routes, bounds }
}

function shapeOf(element: ModelElement, model: Model): NodeShape {
  const [, , width, height] = element.position
  if (element.kind === 'phase' || element.kind === 'frame' || model.elements.some((other) => other.parent === element.id)) return 'region'
  return element.kind === 'foundation' || width / height > BAR_SHAPE ? 'bar' : 'card'
}

function detailOf(box: Box): NodeDetail {
  if (box.width >= FULL_CARD.width - 24 && box.height >= FULL_CARD.height - 12) return 'full'
  return box.width >= 150 && box.height >= 64 ? 'figure' : 'name'
}

function scaleTo(target: number, sizes: readonly number[]): number {
  const sorted = [...sizes].sort((a, b) => a - b)
  const median = sorted[Math.floor(sorted.length / 2)] ?? target
  return Math.min(SCALE_LIMITS.most, Math.max(SCALE_LIMITS.least, target / median))
}

/** A gap that a frame's edge crosses needs room for two paddings. */
function gapAllowed(model: Model, from: number, to: number): number {
  const crossed = model.elements.some(
    ({ kind, position: [x, , width] }) => kind === 'phase' && ((x > from && x < to) || (x + width > from && x + width < to))
  )
  return crossed ? REGION_GAP : CARD_GAP
}

/** A rising map of one axis: lengths covered by a card times `scale`, empty stretches never longer than allowed. */
function shortenAxis(
  spans: readonly (readonly [number, number])[],
  scale: number,
  allowed: (from: number, to: number) => number
): (value: number) => number {
  const gaps: { from: number; to: number; saved: number }[] = []
  let reach = -Infinity
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from > reach && reach > -Infinity)
      gaps.push({ from: reach, to: from, saved: Math.max(0, (from - reach) * scale - allowed(reach, from)) })
    reach = Math.max(reach, to)
  }
  return (value) =>
    Math.round(
      value * scale - gaps.reduce((sum, gap) => sum + gap.saved * Math.min(1, Math.max(0, (value - gap.from) / (gap.to - gap.from))), 0)
    )
}

type Shapes = ReadonlyMap<string, NodeShape>
type Boxes = Map<string, Box>
const idsOf = (shapes: Shapes, shape: NodeShape): string[] => [...shapes].flatMap(([id, each]) => (each === shape ? [id] : []))
const boxesOf = (boxes: Boxes, ids: readonly string[]): Box[] => ids.flatMap((id) => boxes.get(id) ?? [])

function closeRegions(model: Model, shapes: Shapes, boxes: Boxes): void {
  // Innermost frames first: an outer one closes around its children as they then stand.
  const depth = (id: string): number =>
    model.elements.filter((element) => element.parent === id).reduce((most, child) => Math.max(most, depth(child.id) + 1), 0)
  for (const id of idsOf(shapes, 'region').sort((a, b) => depth(a) - depth(b))) {
    const inner = union(
      boxesOf(
        boxes,
        model.elements.filter((element) => element.parent === id).map((element) => element.id)
      )
    )
    if (!inner) continue
    const { side, top, bottom: below } = REGION_PADDING
    boxes.set(id, { x: inner.x - side, y: inner.y - top, width: inner.width + 2 * side, height: inner.height + top + below })
  }
}

function snapBars(model: Model, shapes: Shapes, boxes: Boxes): void {
  const frame = union(boxesOf(boxes, idsOf(shapes, 'region')))
  if (!frame) return
  for (const id of idsOf(shapes, 'bar')) {
    const box = boxes.get(id)
    if (!box) continue
    const from = Math.abs(box.x - frame.x) < SNAP ? frame.x : box.x
    const to = Math.abs(right(box) - right(frame)) < SNAP ? right(frame) : right(box)
    boxes.set(id, { x: from, y: box.y, width: to - from, height: model.elements.length > 12 ? box.height : Math.min(box.height, 64) })
  }
}

function routeModel(model: Model, shapes: Shapes, boxes: Boxes, language: Language): Route[] {
  const nodes = new Map([...boxes].filter(([id]) => shapes.get(id) !== 'region'))
  return routeRelations({
    nodes,
    regions: boxesOf(boxes, idsOf(shapes, 'region')),
    relations: model.relations,
    labelOf: (relation) => relation.shortLabel?.[language] ?? null
  })
}

/** Bars under the cards make room for the lanes that run between them. */
function sinkBars(model: Model, shapes: Shapes, boxes: Boxes, routes: readonly Route[]): void {
  const cards = union(boxesOf(boxes, idsOf(shapes, 'card')))
  const barIds = new Set(idsOf(shapes, 'bar'))
  const lanes = routes.filter((route) => !barIds.has(route.relation.from) && !barIds.has(route.relation.to))
  const lowest = Math.max(...lanes.flatMap((route) => route.points.map((point) => point.y)), -Infinity)
  if (!cards || lowest === -Infinity) return
  const below = model.elements.filter(({ id }) => barIds.has(id) && (boxes.get(id)?.y ?? 0) >= bottom(cards))
  const top = Math.min(...below.map(({ id }) => boxes.get(id)?.y ?? Infinity))
  const shift = Math.max(0, lowest + 30 - top)
  for (const { id } of below) {
    const box = boxes.get(id)
    if (box) boxes.set(id, { ...box, y: box.y + shift })
  }
}
