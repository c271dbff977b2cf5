import fc from 'fast-check'
import {
  DiagramItem,
  isAttached,
  isShape,
  type DiagramLine,
  type DiagramShape,
  type ShapeKind
} from '../../../../../src/shared/diagrams/diagram.ts'
import { listAround, type Items, type Patch } from '../../../../../src/shared/diagrams/edits/items.ts'

export function makeShape(id: string, more: Partial<DiagramShape> = {}): DiagramShape {
  return { item: 'shape', id, kind: 'process', x: 0, y: 0, width: 100, height: 50, order: 1, label: id, style: {}, ...more }
}
export function makeLine(id: string, from: string, to: string, more: Partial<DiagramLine> = {}): DiagramLine {
  return {
    item: 'line',
    id,
    from: { shapeId: from },
    to: { shapeId: to },
    order: 2,
    label: '',
    route: 'elbow',
    points: [],
    startHead: 'none',
    endHead: 'arrow',
    style: {},
    ...more
  }
}
export const toItems = (items: readonly DiagramItem[]): Items => new Map(items.map((item) => [item.id, item]))
export function apply(items: Items, { put, remove }: Patch): Items {
  const next = new Map(items)
  for (const id of remove) next.delete(id)
  for (const item of put) next.set(item.id, item)
  return next
}
export const shapeOf = (items: Items, id: string): DiagramShape => {
  const item = items.get(id)
  if (!item || !isShape(item)) throw new Error(`no shape ${id}`)
  return item
}
export function countingIds(): () => string {
  let count = 0
  return () => `new${String(++count)}`
}

/** What the host insists on: items it can read, containers that exist and never hold themselves, ends that exist. */
export function listFaults(items: Items): string[] {
  return [...items.values()].flatMap((item) => {
    const faults = DiagramItem.safeParse(item).success ? [] : [`${item.id} can't be kept`]
    if (isShape(item)) {
      const around = listAround(items, item.id)
      const isRing = around.some(({ parentId }) => parentId === item.id)
      if (isRing) faults.push(`${item.id} stands in itself`)
      if (item.parentId !== undefined && !items.has(item.parentId)) faults.push(`${item.id} stands nowhere`)
    } else
      for (const end of [item.from, item.to])
        if (isAttached(end) && !items.has(end.shapeId)) faults.push(`${item.id} ends at ${end.shapeId}, which is gone`)
    return faults
  })
}

const KINDS: readonly ShapeKind[] = ['process', 'decision', 'group', 'pool', 'lane', 'note', 'person']
const coordinate = fc.integer({ min: -2000, max: 2000 })
const extent = fc.integer({ min: 10, max: 600 })

/** A diagram with containers in containers, lines attached and loose, and some things locked. */
export const anyItems: fc.Arbitrary<Items> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...KINDS),
      x: coordinate,
      y: coordinate,
      width: extent,
      height: extent,
      parent: fc.option(fc.nat(), { nil: null }),
      isLocked: fc.boolean(),
      order: fc.integer({ min: -5, max: 30 })
    }),
    { minLength: 1, maxLength: 14 }
  )
  .chain((seeds) =>
    fc
      .array(fc.record({ from: fc.nat(), to: fc.nat(), isLoose: fc.boolean(), x: coordinate, y: coordinate, hasCorner: fc.boolean() }), {
        maxLength: 14
      })
      .map((lines) => {
        const shapes = seeds.map(({ parent, isLocked, ...seed }, index) => {
          const containers = seeds
            .slice(0, index)
            .flatMap(({ kind }, at) => (['group', 'pool', 'lane'].includes(kind) ? [`s${String(at)}`] : []))
          const parentId = parent === null || containers.length === 0 ? undefined : containers[parent % containers.length]
          return makeShape(`s${String(index)}`, {
            ...seed,
            ...(parentId !== undefined && { parentId }),
            ...(isLocked && index % 4 === 0 && { isLocked })
          })
        })
        const pick = (at: number): string => `s${String(at % shapes.length)}`
        return toItems([
          ...shapes,
          ...lines.map(({ from, to, isLoose, x, y, hasCorner }, index) =>
            makeLine(`l${String(index)}`, pick(from), pick(to), {
              order: index,
              ...(isLoose && { to: { x, y } }),
              ...(hasCorner && { points: [{ x, y }] })
            })
          )
        ])
      })
  )

/** Some of the ids of a diagram. */
export const withChoice = (most?: number): fc.Arbitrary<{ items: Items; ids: string[] }> =>
  anyItems.chain((items) =>
    fc.subarray([...items.keys()], { minLength: 1, ...(most !== undefined && { maxLength: most }) }).map((ids) => ({ items, ids }))
  )
