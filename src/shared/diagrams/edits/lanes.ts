import { bottom, right } from '../../models/geometry.ts'
import type { DiagramShape } from '../diagram.ts'
import { SHAPE_LOOKS } from '../shape-kinds.ts'
import { findShape, groupByParent, listAround, measureOrder, NO_PATCH, placeBox, putAll, type Items, type Patch } from './items.ts'

/** Width of the band with the name of a pool or lane, in units. */
const BAND = 32

/** The pool a new lane goes into: the shape chosen or what it stands in. */
export function findPool(items: Items, id: string): DiagramShape | null {
  const shape = findShape(items, id)
  if (!shape) return null
  return [shape, ...listAround(items, id)].find(({ kind }) => kind === 'pool') ?? null
}

/** One more lane below (or, in a pool of upright lanes, to the right of) those a pool has; the pool grows by it, and with it what holds it. */
export function addLane(items: Items, poolId: string, laneId: string, label: string): Patch {
  const pool = findShape(items, poolId)
  if (pool?.kind !== 'pool' || pool.isLocked === true) return NO_PATCH
  const lanes = (groupByParent(items).get(poolId) ?? []).filter(({ kind }) => kind === 'lane' || kind === 'vertical-lane')
  const isUpright = lanes.some(({ kind }) => kind === 'vertical-lane')
  const order = measureOrder(items).most + 1
  const base = { item: 'shape', id: laneId, label, style: {}, order, parentId: poolId } as const
  if (isUpright) {
    const [last] = [...lanes].sort((a, b) => right(b) - right(a))
    const width = last?.width ?? SHAPE_LOOKS['vertical-lane'].width
    const x = last ? right(last) : pool.x + (pool.style.headSize ?? BAND)
    const top = last?.y ?? pool.y
    const lane: DiagramShape = { ...base, kind: 'vertical-lane', x, y: top, width, height: last?.height ?? bottom(pool) - top }
    return putAll([placeBox(pool, { ...pool, width: Math.max(pool.width, x + width - pool.x) }), lane])
  }
  const [last] = [...lanes].sort((a, b) => bottom(b) - bottom(a))
  const y = last ? bottom(last) : pool.y
  // The first lane takes the room there is.
  const height = last?.height ?? pool.height
  const lane: DiagramShape = {
    ...base,
    kind: 'lane',
    x: last?.x ?? pool.x + (pool.style.headSize ?? BAND),
    y,
    width: last?.width ?? pool.width - (pool.style.headSize ?? BAND),
    height
  }
  return putAll([placeBox(pool, { ...pool, height: Math.max(pool.height, y + height - pool.y) }), lane])
}
