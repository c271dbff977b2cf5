import { CauceError } from '../../../../shared/domain/errors.ts'
import { checkNesting } from '../check-items.ts'
import { DEEPEST_NESTING } from '../limits.ts'
import type { Cell, Point } from './cells.ts'

/** A page's cells as they stand in each other. */
export interface PageTree {
  /** Every cell that is shown, whatever it stands in before it. Layers and the root are not among them. */
  readonly inOrder: readonly Cell[]
  readonly byId: ReadonlyMap<string, Cell>
  readonly childrenOf: (id: string) => readonly Cell[]
  /** What a cell stands in, nearest first, without layers. */
  readonly aboveOf: (cell: Cell) => readonly Cell[]
  /** Where the left and top of what stands in a cell are counted from. */
  readonly originOf: (cell: Cell) => Point
  readonly hidden: number
  readonly layers: number
}

const NONE: readonly Cell[] = []

/** Throws `diagram-duplicate-ids`, `diagram-cycle` and `diagram-too-large` (too many containers one inside another). */
export function buildTree(cells: readonly Cell[]): PageTree {
  const byId = new Map<string, Cell>()
  for (const cell of cells) {
    if (byId.has(cell.id)) throw new CauceError('diagram-duplicate-ids')
    byId.set(cell.id, cell)
  }
  // The root and its layer are two more.
  checkNesting(new Map(cells.map(({ id, parent }) => [id, parent !== null && byId.has(parent) ? parent : undefined])), DEEPEST_NESTING + 2)
  const children = new Map<string, Cell[]>()
  const top: Cell[] = []
  for (const cell of cells) {
    const parent = cell.parent === null ? undefined : byId.get(cell.parent)
    if (!parent) top.push(cell)
    else addTo(children, parent.id, cell)
  }
  const childrenOf = (id: string): readonly Cell[] => children.get(id) ?? NONE
  const isFrame = (cell: Cell): boolean => !cell.isVertex && !cell.isEdge
  const walk = walkShown(top, childrenOf, isFrame)
  return {
    ...walk,
    byId,
    childrenOf,
    aboveOf: (cell) => listAbove(cell, byId).filter((each) => !isFrame(each)),
    originOf: makeOrigins(byId)
  }
}

function addTo(lists: Map<string, Cell[]>, id: string, cell: Cell): void {
  const list = lists.get(id)
  if (list) list.push(cell)
  else lists.set(id, [cell])
}

function listAbove(cell: Cell, byId: ReadonlyMap<string, Cell>): Cell[] {
  const above: Cell[] = []
  for (let at = cell.parent === null ? undefined : byId.get(cell.parent); at; at = at.parent === null ? undefined : byId.get(at.parent))
    above.push(at)
  return above
}

function walkShown(
  top: readonly Cell[],
  childrenOf: (id: string) => readonly Cell[],
  isFrame: (cell: Cell) => boolean
): Pick<PageTree, 'inOrder' | 'hidden' | 'layers'> {
  const inOrder: Cell[] = []
  let [hidden, layers] = [0, 0]
  const waiting = [...top].reverse()
  for (let cell = waiting.pop(); cell; cell = waiting.pop()) {
    if (!cell.isVisible) {
      hidden += 1
      continue
    }
    if (!isFrame(cell)) inOrder.push(cell)
    else if (cell.parent !== null) layers += 1
    for (const child of [...childrenOf(cell.id)].reverse()) waiting.push(child)
  }
  return { inOrder, hidden, layers }
}

/** Places are counted from what a cell stands in; a part of a line has no place of its own here. */
function makeOrigins(byId: ReadonlyMap<string, Cell>): (cell: Cell) => Point {
  const known = new Map<string, Point>()
  const originOf = (cell: Cell): Point => {
    const parent = cell.parent === null ? undefined : byId.get(cell.parent)
    if (!parent) return { x: 0, y: 0 }
    const found = known.get(parent.id)
    if (found) return found
    const base = originOf(parent)
    const geometry = parent.geometry
    const place = geometry && !parent.isEdge ? placeOf(parent, base, parent.parent === null ? undefined : byId.get(parent.parent)) : base
    known.set(parent.id, place)
    return place
  }
  return originOf
}

/** Left and top of a cell on the page. A relative one stands at a share of what it stands in. */
export function placeOf({ geometry }: Cell, origin: Point, parent: Cell | undefined): Point {
  if (!geometry) return origin
  if (!geometry.isRelative) return { x: origin.x + geometry.x, y: origin.y + geometry.y }
  const [width, height] = [parent?.geometry?.width ?? 0, parent?.geometry?.height ?? 0]
  return {
    x: origin.x + geometry.x * width + (geometry.offset?.x ?? 0),
    y: origin.y + geometry.y * height + (geometry.offset?.y ?? 0)
  }
}
