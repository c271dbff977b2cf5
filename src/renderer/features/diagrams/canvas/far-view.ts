import type { useStoreApi } from '@xyflow/react'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'
import { bottom, right, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { boxAround, growBox } from './item-boxes.ts'
import type { Sheet } from './sheet.ts'

/** Free room around what is seen, as a share of it. */
const AROUND = 0.4
/** How many units lie around everything. */
const MARGIN = 120

/** What is seen of a diagram, and what part of it a picture has to show. */
interface FarView {
  /** Dots of the screen to a unit of the page. */
  readonly readDots: () => number
  /** The box of everything, with room around it; null for an empty page. */
  readonly readBounds: () => Box | null
  /** Around what is seen, as far as there is anything, on whole dots of the screen; null where nothing is. */
  readonly findPart: () => Box | null
  /** Whether a part of the page holds all that is seen of the diagram. */
  readonly isCoveredBy: (part: Box) => boolean
  /** Whether a sheet shows all that is seen dot by dot. */
  readonly isSharpOn: (sheet: Sheet) => boolean
}

export function createFarView(flow: ReturnType<typeof useStoreApi>, readItems: () => Items): FarView {
  let known: { items: Items; box: Box | null } | null = null
  const readBounds = (): Box | null => {
    const items = readItems()
    if (known?.items !== items) known = { items, box: measureAll(items.values()) }
    return known.box
  }
  const readSeen = (): Box => {
    const { transform, width, height } = flow.getState()
    const [x, y, zoom] = transform
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  }
  const readDots = (): number => flow.getState().transform[2] * window.devicePixelRatio
  const isCoveredBy = (part: Box): boolean => {
    const all = readBounds()
    const seen = all && meet(readSeen(), all)
    return !seen || seen.width <= 0 || seen.height <= 0 || holdsBox(part, seen)
  }
  return {
    readDots,
    readBounds,
    findPart: () => {
      const all = readBounds()
      const seen = readSeen()
      const around = { width: seen.width * (1 + 2 * AROUND), height: seen.height * (1 + 2 * AROUND) }
      const wide = { x: seen.x - seen.width * AROUND, y: seen.y - seen.height * AROUND, ...around }
      const part = all && meet(wide, all)
      return part && part.width > 0 && part.height > 0 ? snapToDots(part, flow.getState().transform) : null
    },
    isCoveredBy,
    isSharpOn: ({ box, wanted }) => {
      if (!box) return false
      const [x, y, zoom] = flow.getState().transform
      const isOnDots = [box.x * zoom + x, box.y * zoom + y].every((at) => isWhole(at * window.devicePixelRatio))
      return isOnDots && Math.abs(wanted / readDots() - 1) < 0.001 && isCoveredBy(box)
    }
  }
}

export const holdsBox = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x + 0.01 && outer.y <= inner.y + 0.01 && right(outer) >= right(inner) - 0.01 && bottom(outer) >= bottom(inner) - 0.01

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 0.02

/** What two boxes share; without size where they share nothing. */
function meet(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return { x, y, width: Math.min(right(a), right(b)) - x, height: Math.min(bottom(a), bottom(b)) - y }
}

/** The same or a little more, between whole dots of the screen: a picture there is as sharp as it was drawn. */
function snapToDots(box: Box, [x, y, zoom]: readonly [number, number, number]): Box {
  const ratio = window.devicePixelRatio
  const snap = (value: number, shift: number, round: (value: number) => number): number =>
    (round((value * zoom + shift) * ratio) / ratio - shift) / zoom
  const [left, top] = [snap(box.x, x, Math.floor), snap(box.y, y, Math.floor)]
  return { x: left, y: top, width: snap(right(box), x, Math.ceil) - left, height: snap(bottom(box), y, Math.ceil) - top }
}

function measureAll(items: Iterable<DiagramItem>): Box | null {
  const places: Point[] = []
  for (const item of items) {
    if (isShape(item)) places.push(item, { x: right(item), y: bottom(item) })
    else places.push(...item.points)
  }
  return places.length === 0 ? null : growBox(boxAround(places), MARGIN)
}
