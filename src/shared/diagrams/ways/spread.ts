import type { Point } from '../../models/geometry.ts'
import type { Side } from '../diagram.ts'

/** One line's end on a side of a shape. */
export interface SideEnd {
  readonly lineId: string
  /** From the end outwards. */
  readonly way: readonly Point[]
  /** In units from the middle of the side where it must stay; null: anywhere along it. */
  readonly fixed: number | null
  /** Among lines between the same two shapes, in which order they come along this side. */
  readonly rank: number
}

/** Ends on one side stand this far apart, or closer on a short side. */
const STEP = 20
/** No nearer than this to where a person put one. */
const LEAST = 12
/** The share of a side that is used on both sides of its middle. */
const USED = 0.42

/**
 * How far from the middle of a side each end comes to stand, in units: one alone in the middle, several spread in the order in
 * which their ways do not cross; one that leads straight on keeps the middle.
 */
export function spreadEnds(ends: readonly SideEnd[], side: Side, length: number): ReadonlyMap<string, number> {
  const pick = (point: Point): number => (side === 'top' || side === 'bottom' ? point.x : point.y)
  const sorted = ends.map((end) => ({ end, key: keyOf(end, side, pick) })).sort((a, b) => compareKeys(a.key, b.key))
  const free = sorted.filter(({ end }) => end.fixed === null)
  const kept = sorted.filter(({ end }) => end.fixed !== null)
  if (free.length === 0) return new Map()
  const places = spreadAround(free, null, length)
  const isKeptClear = kept.every(({ end }) => [...(places?.values() ?? [])].every((place) => Math.abs(place - (end.fixed ?? 0)) >= LEAST))
  if (places && isKeptClear) return places
  const own = sorted.findIndex(({ end }) => end.fixed !== null)
  const around = kept.length === 1 ? spreadAround(sorted, own, length) : null
  if (around) return around
  return fillSlots(
    free.map(({ end }) => end),
    kept.map(({ end }) => end.fixed ?? 0),
    length
  )
}

interface Sorted {
  readonly end: SideEnd
  readonly key: Key
}

/**
 * Evenly around the middle: the place of a person (at `own` of the ends), else what leads straight on, else the middle of all. Null where
 * beside that place there is no room on the side.
 */
function spreadAround(sorted: readonly Sorted[], own: number | null, length: number): ReadonlyMap<string, number> | null {
  const straight = sorted.flatMap(({ key }, index) => (key[0] === 0 ? [index] : []))
  const pivot = own ?? (straight.length > 0 ? (Math.min(...straight) + Math.max(...straight)) / 2 : (sorted.length - 1) / 2)
  const middle = own === null ? 0 : (sorted[own]?.end.fixed ?? 0)
  const [before, after] = [pivot, sorted.length - 1 - pivot]
  const room = Math.min(
    before === 0 ? Infinity : (USED * length + middle) / before,
    after === 0 ? Infinity : (USED * length - middle) / after
  )
  if (room < 1) return null
  const step = Math.min(STEP, room)
  return new Map(sorted.flatMap(({ end }, index) => (end.fixed === null ? [[end.lineId, middle + (index - pivot) * step] as const] : [])))
}

/** Beside the ends of a person: the free places nearest to the middle, in order. Each of theirs may cover two places. */
function fillSlots(free: readonly SideEnd[], taken: readonly number[], length: number): ReadonlyMap<string, number> {
  const step = Math.min(STEP, (2 * USED * length) / (free.length + 2 * taken.length + 1))
  const count = Math.floor((USED * length) / step)
  const slots = Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step)
    .filter((slot) => taken.every((each) => Math.abs(each - slot) >= step * 0.6))
    .sort((a, b) => Math.abs(a) - Math.abs(b) || a - b)
    .slice(0, free.length)
    .sort((a, b) => a - b)
  return new Map(free.map(({ lineId }, index) => [lineId, slots[index] ?? 0]))
}

type Key = readonly [turn: number, far: number, next: number, rank: number, id: string]

/** Where along the side an end belongs: first those that turn that way, the nearest turn outermost, then by where they go. */
function keyOf({ way, rank, lineId }: SideEnd, side: Side, pick: (point: Point) => number): Key {
  const across = (point: Point): number => (side === 'top' || side === 'bottom' ? point.y : point.x)
  const start = way[0]
  const turned = start && way.findIndex((point) => Math.abs(pick(point) - pick(start)) > 1)
  const [corner, next] = turned === undefined || turned < 1 ? [undefined, undefined] : [way[turned - 1], way[turned]]
  if (!start || !corner || !next) return [0, 0, 0, rank, lineId]
  const turn = Math.sign(pick(next) - pick(start))
  const far = Math.round(Math.abs(across(corner) - across(start)))
  return [turn, turn < 0 ? far : -far, Math.round(pick(next)), rank, lineId]
}

function compareKeys(a: Key, b: Key): number {
  for (const index of [0, 1, 2, 3] as const) {
    const by = a[index] - b[index]
    if (by !== 0) return by
  }
  return a[4] < b[4] ? -1 : a[4] > b[4] ? 1 : 0
}
