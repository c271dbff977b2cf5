import type { Placed } from './components.ts'
import { snapUp, type Box, type Cell } from './scene.ts'

/** A lane and what it holds, already sized. */
export interface Lane {
  readonly id: string
  readonly cells: readonly Cell[]
}
export interface PlacedLanes {
  /** From the corner of the pool. */
  readonly boxes: ReadonlyMap<string, Box>
  readonly width: number
  readonly height: number
}

/** Bands of names: of the pool at its left, of each lane at its left or above. */
const POOL_BAND = 32
const LEFT_BAND = 32
const TOP_BAND = 40
const LEAST_LANE = 96
const LEAST_LENGTH = 240

/**
 * Every shape stays in its lane and stands as far along as the flow puts it. `flow`: all shapes of all lanes laid out in layers, to the
 * right for level lanes, down for upright ones.
 */
export function placeLanes(lanes: readonly Lane[], flow: Placed, isUpright: boolean, gap: number): PlacedLanes {
  const along = isUpright ? 'y' : 'x'
  const cells = lanes.flatMap(({ cells: own }) => own)
  const length = (cell: Cell): number => (isUpright ? cell.height : cell.width)
  const breadth = (cell: Cell): number => (isUpright ? cell.width : cell.height)
  const at = (id: string, axis: 'x' | 'y'): number => flow.places.get(id)?.[axis] ?? 0
  const steps = groupSteps(cells, (cell) => ({ from: at(cell.id, along), to: at(cell.id, along) + length(cell) }))
  const stepOf = new Map(steps.flatMap((step, index) => step.map(({ id }) => [id, index] as const)))
  const longest = steps.map((step) => Math.max(...step.map(length)))
  const starts = longest.map((_, index) => longest.slice(0, index).reduce((sum, each) => sum + each + gap, gap))
  const inner = Math.max(
    LEAST_LENGTH,
    longest.reduce((sum, each) => sum + each + gap, gap)
  )

  const boxes = new Map<string, Box>()
  const laneLength = snapUp(inner + (isUpright ? TOP_BAND : LEFT_BAND))
  let across = 0
  for (const lane of lanes) {
    const rows = steps.map((_, index) => lane.cells.filter(({ id }) => stepOf.get(id) === index))
    const needs = rows.map((row) => row.reduce((sum, cell) => sum + breadth(cell) + gap / 2, -gap / 2))
    const laneBreadth = snapUp(Math.max(LEAST_LANE, ...needs.map((need) => need + gap)))
    boxes.set(lane.id, isUpright ? box(POOL_BAND + across, 0, laneBreadth, laneLength) : box(POOL_BAND, across, laneLength, laneBreadth))
    rows.forEach((row, index) => {
      let used = across + (laneBreadth - (needs[index] ?? 0)) / 2
      const other = isUpright ? 'x' : 'y'
      for (const cell of row.toSorted((a, b) => at(a.id, other) - at(b.id, other))) {
        const way = (starts[index] ?? 0) + ((longest[index] ?? 0) - length(cell)) / 2
        boxes.set(
          cell.id,
          isUpright
            ? box(POOL_BAND + used, TOP_BAND + way, cell.width, cell.height)
            : box(POOL_BAND + LEFT_BAND + way, used, cell.width, cell.height)
        )
        used += breadth(cell) + gap / 2
      }
    })
    across += laneBreadth
  }
  return isUpright ? { boxes, width: POOL_BAND + across, height: laneLength } : { boxes, width: POOL_BAND + laneLength, height: across }
}

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })

/** Shapes that stand at the same step of the flow, in its order. */
function groupSteps(cells: readonly Cell[], spanOf: (cell: Cell) => { from: number; to: number }): Cell[][] {
  const steps: Cell[][] = []
  let end = -Infinity
  for (const cell of cells.toSorted((a, b) => spanOf(a).from - spanOf(b).from)) {
    const { from, to } = spanOf(cell)
    // Middles of one layer are in line: who begins before the half of the one before is beside it.
    if (from < end) steps.at(-1)?.push(cell)
    else steps.push([cell])
    end = Math.max(end, (from + to) / 2)
  }
  return steps
}
