import type { ModelRelation } from '../../../shared/models/model.ts'
import { isFrame, type PlacedElement } from '../../../shared/models/arrange-model.ts'
import { centre, type Point } from '../../../shared/models/geometry.ts'

export const TRAVEL_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'] as const
export type TravelKey = (typeof TRAVEL_KEYS)[number]
export const isTravelKey = (key: string): key is TravelKey => (TRAVEL_KEYS as readonly string[]).includes(key)

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 }
}
const OPPOSITES: Readonly<Partial<Record<TravelKey, TravelKey>>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowDown',
  ArrowDown: 'ArrowUp'
}

/** A journey from one element to another with one key. */
export interface Travel {
  readonly from: string
  readonly to: string
  readonly key: TravelKey
}
/** A relation counts as this much nearer, so that an arrow key follows a line before it jumps to a stranger. */
const RELATED = 0.5

/**
 * The element an arrow key leads to; null when nothing lies that way. Nodes ahead are ranked by distance, sideways steps
 * counting double and related nodes half. Up from the top of a frame reaches the frame, down from it enters it; Home and End
 * go to the first and last element of the walk. The key against the one of the `last` journey leads back to where it began.
 */
export function findNextElement(
  placed: readonly PlacedElement[],
  relations: readonly ModelRelation[],
  walk: readonly string[],
  fromId: string,
  key: TravelKey,
  last: Travel | null = null
): string | null {
  if (last?.to === fromId && OPPOSITES[last.key] === key) return last.from
  if (key === 'Home') return walk[0] ?? null
  if (key === 'End') return walk.at(-1) ?? null
  const from = placed.find(({ element }) => element.id === fromId)
  const direction = DIRECTIONS[key]
  if (!from || !direction) return null
  if (isFrame(from.shape) && key === 'ArrowDown') return placed.find(({ element }) => element.parent === fromId)?.element.id ?? null
  const related = new Set(
    relations.flatMap((relation) => (relation.from === fromId ? [relation.to] : relation.to === fromId ? [relation.from] : []))
  )
  const ranked = placed
    .filter((other) => other !== from && isFrame(other.shape) === isFrame(from.shape))
    .flatMap((other) => {
      const distance = measureAhead(from, other, direction)
      return distance === null ? [] : [{ id: other.element.id, distance: distance * (related.has(other.element.id) ? RELATED : 1) }]
    })
    .sort((a, b) => a.distance - b.distance)
  if (ranked[0]) return ranked[0].id
  return key === 'ArrowUp' && !isFrame(from.shape) ? from.element.parent : null
}

function measureAhead(from: PlacedElement, to: PlacedElement, direction: Point): number | null {
  const [start, end] = [centre(from.box), centre(to.box)]
  const ahead = (end.x - start.x) * direction.x + (end.y - start.y) * direction.y
  // Up and down only count between rows, else a wide bar would be "beside" every card.
  const clear =
    direction.x === 0
      ? Math.abs(end.y - start.y) > (from.box.height + to.box.height) / 4
      : Math.abs(end.y - start.y) < (from.box.height + to.box.height) / 2
  if (ahead <= 0 || !clear) return null
  return ahead + 2 * Math.abs(direction.x === 0 ? end.x - start.x : end.y - start.y)
}
