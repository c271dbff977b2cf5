import { isAttached, isLine, isShape, type DiagramContent, type DiagramShape } from './diagram.ts'

/** Shapes nobody presents by themselves: they only decorate or join. */
const SILENT: readonly DiagramShape['kind'][] = ['connector', 'off-page']
/** Shapes whose tops lie within this many units stand in one row. */
const ROW = 24

/**
 * The order in which a presentation goes through a diagram: first the path somebody set (what is left of it), else along the
 * relations from where they start, level by level, those of one level from left to right, above first. Every shape once, a
 * container right before the first of what is in it.
 */
export function findPath({ settings, items }: Pick<DiagramContent, 'settings' | 'items'>): string[] {
  const shapes = items.filter(isShape)
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const given = [...new Set(settings.path)].filter((id) => byId.has(id))
  if (given.length > 0) return given
  const inOrder = sortByPosition(shapes.filter(isPresented))
  const order = walkRelations(inOrder, items)
  return [...new Set(order.flatMap((id) => [...listContainers(id, byId).reverse(), id]))]
}

const isPresented = ({ kind, label, image, link, notes }: DiagramShape): boolean =>
  !SILENT.includes(kind) && (label.trim() !== '' || image !== undefined || link !== undefined || notes !== undefined)

/** Rows from above, each from the left. */
function sortByPosition(shapes: readonly DiagramShape[]): DiagramShape[] {
  const down = shapes.toSorted((a, b) => a.y - b.y || a.x - b.x)
  const rows: DiagramShape[][] = []
  for (const shape of down) {
    const row = rows.at(-1)
    if (row?.[0] && shape.y - row[0].y <= ROW) row.push(shape)
    else rows.push([shape])
  }
  return rows.flatMap((row) => row.toSorted((a, b) => a.x - b.x || a.y - b.y))
}

/** Level by level along the lines; circles and shapes without lines begin where they stand. */
function walkRelations(inOrder: readonly DiagramShape[], items: DiagramContent['items']): string[] {
  const place = new Map(inOrder.map(({ id }, index) => [id, index]))
  const next = new Map<string, string[]>()
  const isEntered = new Set<string>()
  for (const item of items) {
    if (!isLine(item) || !isAttached(item.from) || !isAttached(item.to)) continue
    const [from, to] = [item.from.shapeId, item.to.shapeId]
    if (from === to || !place.has(from) || !place.has(to)) continue
    next.set(from, [...(next.get(from) ?? []), to])
    isEntered.add(to)
  }
  const placeOf = (id: string): number => place.get(id) ?? 0
  const found = new Set<string>()
  const visit = (start: string): void => {
    let level = [start]
    while (level.length > 0) {
      const fresh = [...new Set(level)].filter((id) => !found.has(id)).toSorted((a, b) => placeOf(a) - placeOf(b))
      for (const id of fresh) found.add(id)
      level = fresh.flatMap((id) => next.get(id) ?? [])
    }
  }
  const hasLines = inOrder.filter(({ id }) => next.has(id) || isEntered.has(id))
  for (const { id } of hasLines) if (!isEntered.has(id)) visit(id)
  for (const { id } of hasLines) visit(id)
  const walked = [...found]
  // What no line reaches comes in where it stands: before the first of what follows it on the page.
  const loose = inOrder.filter(({ id }) => !found.has(id)).map(({ id }) => id)
  return mergeByPlace(walked, loose, placeOf)
}

/** Loose ones that stand before where the walk begins come first, the others after it. */
function mergeByPlace(walked: readonly string[], loose: readonly string[], placeOf: (id: string) => number): string[] {
  const [first] = walked
  if (first === undefined) return [...loose]
  const start = placeOf(first)
  return [...loose.filter((id) => placeOf(id) < start), ...walked, ...loose.filter((id) => placeOf(id) > start)]
}

/** What a shape stands in, innermost first. */
function listContainers(id: string, byId: ReadonlyMap<string, DiagramShape>): string[] {
  const found: string[] = []
  let current = byId.get(id)?.parentId
  while (current !== undefined && byId.has(current) && !found.includes(current)) {
    found.push(current)
    current = byId.get(current)?.parentId
  }
  return found.filter((each) => {
    const shape = byId.get(each)
    return shape !== undefined && isPresented(shape)
  })
}
