import { bottom, overlaps, right, type Box, type Point } from './geometry.ts'

export interface RouteSearch {
  readonly from: Box
  readonly to: Box
  /** What the line must not touch. */
  readonly obstacles: readonly Box[]
  /** Lines drawn before: running along one costs, crossing one costs a little. */
  readonly drawn: readonly (readonly Point[])[]
}

const CLEARANCE = 7
const OUT = 13
const BEND = 60
const CROSSING = 30
const ALONG = 4
const NEAR = 9
/** Lines closer than this to another are not worth a search of their own. */
const MERGE = 5
const PORTS = [0.5, 0.3, 0.7, 0.15, 0.85] as const

/**
 * The course of one line past everything in its way: right angles only, few bends, away from lines drawn before. Searches
 * the lines beside the boxes, cheapest first. Null when there is no way.
 */
export function searchRoute({ from, to, obstacles, drawn }: RouteSearch): Point[] | null {
  const walls = [...obstacles, from, to]
  const starts = listPorts(from)
  const goals = listPorts(to)
  const xs = listLines(
    walls.flatMap((box) => [box.x - OUT, box.x - 2 * OUT, right(box) + OUT, right(box) + 2 * OUT]),
    [...starts, ...goals].map(({ out }) => out.x)
  )
  const ys = listLines(
    walls.flatMap((box) => [box.y - OUT, box.y - 2 * OUT, bottom(box) + OUT, bottom(box) + 2 * OUT]),
    [...starts, ...goals].map(({ out }) => out.y)
  )
  const used = drawn.flatMap((points) => points.slice(1).map((to, index): Segment => ({ from: points[index] ?? to, to })))
  const isFree = (a: Point, b: Point): boolean =>
    !walls.some(
      ({ x, y, width, height }) =>
        Math.min(a.x, b.x) < x + width + CLEARANCE &&
        Math.max(a.x, b.x) > x - CLEARANCE &&
        Math.min(a.y, b.y) < y + height + CLEARANCE &&
        Math.max(a.y, b.y) > y - CLEARANCE
    )
  const stepCost = (a: Point, b: Point): number => {
    let cost = Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
    for (const segment of used) cost += meetCost(a, b, segment)
    return cost
  }

  const best = new Map<string, number>()
  const queue = new Queue()
  for (const port of starts) {
    if (drawnEndsNear(port.edge, drawn)) port.cost += BEND
    if (isClear(port, obstacles))
      queue.push({ point: port.out, heading: port.isAcross ? 'x' : 'y', cost: port.cost, before: { point: port.edge } })
  }
  for (;;) {
    const state = queue.pop()
    if (!state) return null
    if (state.end) return simplify([...tracePoints(state), state.end])
    const key = `${state.point.x} ${state.point.y} ${state.heading}`
    if ((best.get(key) ?? Infinity) <= state.cost) continue
    best.set(key, state.cost)
    for (const goal of goals)
      if (goal.out.x === state.point.x && goal.out.y === state.point.y && isClear(goal, obstacles)) {
        const turn = (goal.isAcross ? 'x' : 'y') === state.heading ? 0 : BEND
        const crowded = drawnEndsNear(goal.edge, drawn) ? BEND : 0
        queue.push({ ...state, cost: state.cost + turn + crowded + goal.cost, end: goal.edge })
      }
    for (const next of findNeighbours(state.point, xs, ys)) {
      if (!isFree(state.point, next)) continue
      const heading = next.y === state.point.y ? 'x' : 'y'
      const cost = state.cost + stepCost(state.point, next) + (heading === state.heading ? 0 : BEND)
      queue.push({ point: next, heading, cost, before: state })
    }
  }
}

interface Port {
  /** On the box's edge, and a step away from it. */
  edge: Point
  out: Point
  isAcross: boolean
  cost: number
}

function listPorts(box: Box): Port[] {
  return PORTS.flatMap((place, index): Port[] => {
    const [x, y] = [Math.round(box.x + box.width * place), Math.round(box.y + box.height * place)]
    const cost = index * 6
    return [
      { edge: { x, y: box.y }, out: { x, y: box.y - OUT }, isAcross: false, cost },
      { edge: { x, y: bottom(box) }, out: { x, y: bottom(box) + OUT }, isAcross: false, cost },
      { edge: { x: box.x, y }, out: { x: box.x - OUT, y }, isAcross: true, cost },
      { edge: { x: right(box), y }, out: { x: right(box) + OUT, y }, isAcross: true, cost }
    ]
  })
}

const isClear = ({ edge, out }: Port, obstacles: readonly Box[]): boolean =>
  !obstacles.some((wall) => overlaps(segmentBox(edge, out), wall, 2))

function drawnEndsNear(point: Point, drawn: RouteSearch['drawn']): boolean {
  return drawn.some((points) => [points[0], points.at(-1)].some((end) => end && Math.hypot(end.x - point.x, end.y - point.y) < NEAR + 4))
}

function listLines(beside: readonly number[], through: readonly number[]): number[] {
  const lines = [...new Set(through)]
  for (const value of beside) if (!lines.some((line) => Math.abs(line - value) < MERGE)) lines.push(value)
  return lines.sort((a, b) => a - b)
}

function findNeighbours({ x, y }: Point, xs: readonly number[], ys: readonly number[]): Point[] {
  const [column, row] = [xs.indexOf(x), ys.indexOf(y)]
  const [left, after, above, below] = [xs[column - 1], xs[column + 1], ys[row - 1], ys[row + 1]]
  return [
    ...(left === undefined ? [] : [{ x: left, y }]),
    ...(after === undefined ? [] : [{ x: after, y }]),
    ...(above === undefined ? [] : [{ x, y: above }]),
    ...(below === undefined ? [] : [{ x, y: below }])
  ]
}

/** What it costs to meet a line drawn before: much along it, a little across it. In plain numbers: it runs for every step. */
function meetCost(a: Point, b: Point, { from: c, to: d }: Segment): number {
  const [left, right, top, bottom] = [Math.min(a.x, b.x), Math.max(a.x, b.x), Math.min(a.y, b.y), Math.max(a.y, b.y)]
  const acrossX = Math.min(right, Math.max(c.x, d.x)) - Math.max(left, Math.min(c.x, d.x))
  const acrossY = Math.min(bottom, Math.max(c.y, d.y)) - Math.max(top, Math.min(c.y, d.y))
  const isFlat = a.y === b.y
  if (isFlat !== (c.y === d.y)) return acrossX < 0 || acrossY < 0 ? 0 : CROSSING
  if ((isFlat ? Math.abs(a.y - c.y) : Math.abs(a.x - c.x)) >= NEAR) return 0
  return Math.max(0, isFlat ? acrossX : acrossY) * ALONG
}

function segmentBox(a: Point, b: Point): Box {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

interface Segment {
  from: Point
  to: Point
}
interface Trace {
  point: Point
  before?: Trace
}
interface State extends Trace {
  heading: 'x' | 'y'
  cost: number
  /** Set on arrival: the point on the edge of the goal. */
  end?: Point
}

function tracePoints(trace: Trace): Point[] {
  const points: Point[] = []
  for (let at: Trace | undefined = trace; at; at = at.before) points.unshift(at.point)
  return points
}

/** Without the points a straight line passes anyway. */
export function simplify(points: readonly Point[]): Point[] {
  return points.filter((point, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before || !after) return true
    return !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}

/** Cheapest first: a binary heap. */
class Queue {
  readonly #heap: State[] = []

  push(state: State): void {
    const heap = this.#heap
    let index = heap.push(state) - 1
    while (index > 0) {
      const parent = (index - 1) >> 1
      if ((heap[parent]?.cost ?? 0) <= state.cost) break
      this.#swap(index, parent)
      index = parent
    }
  }

  pop(): State | undefined {
    const heap = this.#heap
    const top = heap[0]
    const last = heap.pop()
    if (!top || !last || heap.length === 0) return top
    heap[0] = last
    let index = 0
    for (;;) {
      const [first, second] = [2 * index + 1, 2 * index + 2]
      const least = (heap[second]?.cost ?? Infinity) < (heap[first]?.cost ?? Infinity) ? second : first
      if ((heap[least]?.cost ?? Infinity) >= last.cost) break
      this.#swap(index, least)
      index = least
    }
    return top
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (!first || !second) return
    this.#heap[a] = second
    this.#heap[b] = first
  }
}
