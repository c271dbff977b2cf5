interface Extent {
  readonly width: number
  readonly height: number
}
export interface Place {
  readonly x: number
  readonly y: number
}
export interface PlacedLink {
  readonly from: string
  readonly to: string
  /** How wide what stands on its line is. */
  readonly labelWidth: number
}

/** Free space between columns, where the lines run, and between entities of a column. */
const LEAST_GUTTER = 120
const WIDEST_GUTTER = 480
const GAP_Y = 56
/** What stands free beside labels, and what each further line takes. */
const GUTTER_ENDS = 28
export const LANE = 11
/** Wider than high, as screens are. */
const ASPECT = 1.5

/**
 * Places entities in columns, those that belong together near each other, in time linear in what there is: the most related
 * one first, then outwards from it, each column about as high as the page is to be. Nothing overlaps. Those without relations
 * come last. Between columns there is room for the lines that run there.
 */
export function placeEntities(sizes: ReadonlyMap<string, Extent>, links: readonly PlacedLink[]): Map<string, Place> {
  const neighbours = gatherNeighbours(sizes, links)
  const order = orderOutwards(neighbours)
  const area = [...sizes.values()].reduce((sum, { width, height }) => sum + (width + LEAST_GUTTER) * (height + GAP_Y), 0)
  const tallest = [...sizes.values()].reduce((most, { height }) => Math.max(most, height), 0)
  const columns = fillColumns(order, sizes, Math.max(tallest, Math.sqrt(area / ASPECT)))
  return settleColumns(columns, measureGutters(columns, links), sizes, neighbours)
}

function gatherNeighbours(sizes: ReadonlyMap<string, Extent>, links: readonly PlacedLink[]): Map<string, Set<string>> {
  const neighbours = new Map([...sizes.keys()].map((name) => [name, new Set<string>()]))
  for (const { from, to } of links) {
    if (from === to) continue
    neighbours.get(from)?.add(to)
    neighbours.get(to)?.add(from)
  }
  return neighbours
}

/** Every entity once: from the one with the most relations outwards, the busier neighbours first; then the next group. */
function orderOutwards(neighbours: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const degree = (name: string): number => neighbours.get(name)?.size ?? 0
  const busiest = (a: string, b: string): number => degree(b) - degree(a) || (a < b ? -1 : 1)
  const seen = new Set<string>()
  const order: string[] = []
  for (const start of [...neighbours.keys()].toSorted(busiest)) {
    if (seen.has(start)) continue
    seen.add(start)
    const waiting = [start]
    for (let at = 0; at < waiting.length; at++) {
      const name = waiting[at] ?? ''
      order.push(name)
      for (const other of [...(neighbours.get(name) ?? [])].filter((each) => !seen.has(each)).toSorted(busiest)) {
        seen.add(other)
        waiting.push(other)
      }
    }
  }
  return order
}

function fillColumns(order: readonly string[], sizes: ReadonlyMap<string, Extent>, height: number): string[][] {
  const columns: string[][] = []
  let filled = Number.POSITIVE_INFINITY
  for (const name of order) {
    const own = (sizes.get(name)?.height ?? 0) + GAP_Y
    if (filled + own > height + GAP_Y) {
      columns.push([])
      filled = 0
    }
    columns.at(-1)?.push(name)
    filled += own
  }
  return columns
}

/** How wide the gutter after each column has to be for the lines that run in it: see `routeRelations`. */
function measureGutters(columns: readonly string[][], links: readonly PlacedLink[]): number[] {
  const columnOf = new Map(columns.flatMap((column, at) => column.map((name) => [name, at] as const)))
  const gutters = columns.map(() => ({ lanes: 0, widest: 0 }))
  const add = (gutter: number, labelWidth: number): void => {
    const own = gutters[gutter]
    if (!own) return
    own.lanes += 1
    own.widest = Math.max(own.widest, labelWidth)
  }
  for (const { from, to, labelWidth } of links) {
    const [a, b] = [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0]
    add(Math.min(a, b), labelWidth)
    if (Math.abs(a - b) > 1) add(Math.max(a, b) - 1, labelWidth)
  }
  return gutters.map(({ lanes, widest }) => Math.min(WIDEST_GUTTER, Math.max(LEAST_GUTTER, widest + GUTTER_ENDS + lanes * LANE)))
}

/** Within its column each comes to stand about as high as what it belongs to in the columns before. */
function settleColumns(
  columns: readonly string[][],
  gutters: readonly number[],
  sizes: ReadonlyMap<string, Extent>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>
): Map<string, Place> {
  const places = new Map<string, Place>()
  let x = 0
  for (const [at, column] of columns.entries()) {
    const wished = new Map(column.map((name) => [name, wishFor(name, places, sizes, neighbours)]))
    const sorted = column.toSorted((a, b) => (wished.get(a) ?? 0) - (wished.get(b) ?? 0))
    let y = 0
    let widest = 0
    for (const name of sorted) {
      const { width, height } = sizes.get(name) ?? { width: 0, height: 0 }
      places.set(name, { x, y })
      y += height + GAP_Y
      widest = Math.max(widest, width)
    }
    x += Math.ceil(widest + (gutters[at] ?? LEAST_GUTTER))
  }
  return places
}

function wishFor(
  name: string,
  places: ReadonlyMap<string, Place>,
  sizes: ReadonlyMap<string, Extent>,
  neighbours: ReadonlyMap<string, ReadonlySet<string>>
): number {
  const middles = [...(neighbours.get(name) ?? [])].flatMap((other) => {
    const place = places.get(other)
    return place ? [place.y + (sizes.get(other)?.height ?? 0) / 2] : []
  })
  return middles.length === 0 ? Number.POSITIVE_INFINITY : middles.reduce((sum, middle) => sum + middle, 0) / middles.length
}
