import { bottom, right, type Box, type Point } from '../../models/geometry.ts'
import type { Side } from '../diagram.ts'
import { costOfLeg, TURN, type Leg } from './cost.ts'
import type { Soft } from './obstacles.ts'

/** A place a way may begin or end at. */
export interface Gate {
  readonly side: Side | null
  /** On the edge of the shape, and where the way may first turn. */
  readonly port: Point
  readonly out: Point
  /** What choosing it costs. */
  readonly cost: number
}
interface Search {
  readonly starts: readonly Gate[]
  readonly goals: readonly Gate[]
  /** What no way may run through, with the room that is kept around it. */
  readonly blocks: readonly Box[]
  readonly soft: readonly Soft[]
  readonly used: readonly Leg[]
  /** Where a way may turn: besides, beside everything that is in the way. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  /** Through blocks too, dearly. */
  readonly isForced: boolean
  /** Steps it may take. */
  readonly most: number
}
export interface Found {
  readonly points: readonly Point[]
  readonly start: Gate
  readonly goal: Gate
  readonly steps: number
}

interface Room {
  readonly cost: Float64Array
  readonly before: Int32Array
  readonly isDone: Uint8Array
}
let room: Room = { cost: new Float64Array(0), before: new Int32Array(0), isDone: new Uint8Array(0) }
/** Empty lists for the states of one search: the same ones again, as searches come by the hundred. */
function takeRoom(count: number): Room {
  if (room.cost.length < count)
    room = { cost: new Float64Array(2 * count), before: new Int32Array(2 * count), isDone: new Uint8Array(2 * count) }
  room.cost.fill(Infinity, 0, count)
  room.before.fill(-1, 0, count)
  room.isDone.fill(0, 0, count)
  return room
}

const isAcross = ({ port, out, side }: Gate): boolean | null =>
  side === null ? null : port.y === out.y ? true : port.x === out.x ? false : null

/**
 * The cheapest way of level and upright legs over the lines of a grid, from any of the starts to any of the goals: A* with the
 * distance that is left at least. Null where there is none, or none was found in `most` steps.
 */
export function searchWay(search: Search): Found | null {
  const { starts, goals, xs, ys, most } = search
  const [columns, rows] = [xs.length, ys.length]
  const column = new Map(xs.map((x, index) => [x, index]))
  const row = new Map(ys.map((y, index) => [y, index]))
  const indexOf = ({ x, y }: Point): number => (row.get(y) ?? 0) * columns + (column.get(x) ?? 0)
  const count = columns * rows * 2
  const { cost, before, isDone } = takeRoom(count)
  const lines = prepareLines(search)
  const goalsAt = new Map<number, Gate[]>()
  for (const goal of goals) goalsAt.set(indexOf(goal.out), [...(goalsAt.get(indexOf(goal.out)) ?? []), goal])
  const least = (x: number, y: number): number => {
    let shortest = Infinity
    for (const { out } of goals) shortest = Math.min(shortest, Math.abs(out.x - x) + Math.abs(out.y - y))
    return shortest
  }
  const queue = new Queue()
  const startOf = new Map<number, Gate>()
  const reach = (state: number, value: number, from: number): void => {
    if (value >= (cost[state] ?? 0)) return
    cost[state] = value
    before[state] = from
    const node = state >> 1
    queue.push(state, value + least(xs[node % columns] ?? 0, ys[Math.floor(node / columns)] ?? 0))
  }
  for (const start of starts) {
    const across = isAcross(start)
    for (const level of across === null ? [true, false] : [across]) {
      const state = indexOf(start.out) * 2 + (level ? 0 : 1)
      if (start.cost < (cost[state] ?? 0)) startOf.set(state, start)
      reach(state, start.cost, -1)
    }
  }
  let best: { state: number; goal: Gate; value: number } | null = null
  let steps = 0
  while (steps < most) {
    const top = queue.pop()
    if (!top || (best && top.value >= best.value)) break
    const { state } = top
    if (isDone[state] === 1) continue
    isDone[state] = 1
    steps += 1
    const [node, isLevel] = [state >> 1, (state & 1) === 0]
    const own = cost[state] ?? 0
    for (const goal of goalsAt.get(node) ?? []) {
      const across = isAcross(goal)
      const value = own + goal.cost + (across === null || across === isLevel ? 0 : TURN)
      if (!best || value < best.value) best = { state, goal, value }
    }
    const [i, j] = [node % columns, Math.floor(node / columns)]
    const visit = (toI: number, toJ: number, level: boolean): void => {
      const next = (toJ * columns + toI) * 2 + (level ? 0 : 1)
      if (isDone[next] === 1) return
      const step = level ? lines.costOfLevel(j, Math.min(i, toI)) : lines.costOfUpright(i, Math.min(j, toJ))
      if (step !== Infinity) reach(next, own + step + (level === isLevel ? 0 : TURN), state)
    }
    if (i > 0) visit(i - 1, j, true)
    if (i + 1 < columns) visit(i + 1, j, true)
    if (j > 0) visit(i, j - 1, false)
    if (j + 1 < rows) visit(i, j + 1, false)
  }
  if (!best) return null
  const points: Point[] = []
  let state = best.state
  for (let at = best.state; at >= 0; at = before[at] ?? -1) {
    const node = at >> 1
    points.unshift({ x: xs[node % columns] ?? 0, y: ys[Math.floor(node / columns)] ?? 0 })
    state = at
  }
  const start = startOf.get(state) ?? starts[0]
  return start ? { points: [start.port, ...points, best.goal.port], start, goal: best.goal, steps } : null
}

interface Lines {
  /** What the step from a column to the next costs on a row; and from a row to the next on a column. */
  readonly costOfLevel: (row: number, column: number) => number
  readonly costOfUpright: (column: number, row: number) => number
}

/** Costs of the steps of the grid, each found once; of every line of it only what lies on it is looked at. */
function prepareLines({ xs, ys, blocks, soft, used, isForced }: Search): Lines {
  const make = (places: readonly number[], along: readonly number[], isLevel: boolean): ((line: number, step: number) => number) => {
    const seen: (Row | undefined)[] = []
    const costs = new Float64Array(places.length * along.length).fill(-1)
    return (line, step) => {
      const key = line * along.length + step
      const known = costs[key] ?? -1
      if (known >= 0) return known
      const at = places[line] ?? 0
      const own = (seen[line] ??= takeRow(at, isLevel, { blocks, soft, used }))
      const leg: Leg = { isLevel, at, low: along[step] ?? 0, high: along[step + 1] ?? 0 }
      const isBlocked = !isForced && own.blocks.some((box) => isHit(leg, box))
      const value = isBlocked ? Infinity : leg.high - leg.low + costOfLeg(leg, own.used, own.soft, isForced ? own.blocks : [])
      costs[key] = value
      return value
    }
  }
  return { costOfLevel: make(ys, xs, true), costOfUpright: make(xs, ys, false) }
}

interface Row {
  readonly blocks: readonly Box[]
  readonly soft: readonly Soft[]
  readonly used: readonly Leg[]
}
function takeRow(at: number, isLevel: boolean, { blocks, soft, used }: Row): Row {
  const isOn = (box: Box): boolean => (isLevel ? at > box.y && at < bottom(box) : at > box.x && at < right(box))
  return {
    blocks: blocks.filter(isOn),
    soft: soft.filter(({ box }) => isOn(box)),
    used: used.filter((leg) => (leg.isLevel === isLevel ? Math.abs(leg.at - at) < 10 : at >= leg.low && at <= leg.high))
  }
}

const isHit = ({ isLevel, low, high }: Leg, box: Box): boolean =>
  isLevel ? low < right(box) && high > box.x : low < bottom(box) && high > box.y

/** Cheapest first, the earlier of two alike: a binary heap. */
class Queue {
  readonly #states: number[] = []
  readonly #values: number[] = []

  push(state: number, value: number): void {
    let index = this.#states.push(state) - 1
    this.#values.push(value)
    while (index > 0) {
      const parent = (index - 1) >> 1
      if ((this.#values[parent] ?? 0) <= value) break
      this.#swap(index, parent)
      index = parent
    }
  }

  pop(): { state: number; value: number } | null {
    const [state, value] = [this.#states[0], this.#values[0]]
    const [lastState, lastValue] = [this.#states.pop(), this.#values.pop()]
    if (state === undefined || value === undefined || lastState === undefined || lastValue === undefined) return null
    if (this.#states.length === 0) return { state, value }
    this.#states[0] = lastState
    this.#values[0] = lastValue
    let index = 0
    for (;;) {
      const [one, two] = [2 * index + 1, 2 * index + 2]
      const least = (this.#values[two] ?? Infinity) < (this.#values[one] ?? Infinity) ? two : one
      if ((this.#values[least] ?? Infinity) >= lastValue) break
      this.#swap(index, least)
      index = least
    }
    return { state, value }
  }

  #swap(a: number, b: number): void {
    const [stateA, stateB, valueA, valueB] = [this.#states[a] ?? 0, this.#states[b] ?? 0, this.#values[a] ?? 0, this.#values[b] ?? 0]
    this.#states[a] = stateB
    this.#states[b] = stateA
    this.#values[a] = valueB
    this.#values[b] = valueA
  }
}
