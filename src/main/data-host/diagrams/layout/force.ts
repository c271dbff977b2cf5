import { measurePlaces, packParts, splitComponents, type Component, type Placed } from './components.ts'
import { placeRadially } from './radial.ts'
import type { Cell, Link, Place } from './scene.ts'
import { separate } from './separate.ts'

const ROUNDS = 220

/**
 * Links pull, shapes push each other away as far as they are near (Fruchterman and Reingold 1991), begun from rings around the
 * middle; then what still overlaps is moved apart. The same every time.
 */
export function placeByForce(cells: readonly Cell[], links: readonly Link[], gap: number): Placed {
  return packParts(
    splitComponents(cells, links).map((component) => settle(component, gap)),
    gap
  )
}

function settle(component: Component, gap: number): Placed {
  const { cells, links } = component
  const start = placeRadially(cells, links, gap)
  const count = cells.length
  if (count < 3) return start
  const place = new Map(cells.map(({ id }, index) => [id, index]))
  const size = cells.reduce((sum, { width, height }) => sum + Math.hypot(width, height), 0) / count
  /** How long a link would like to be, from middle to middle. */
  const ideal = size + gap
  const x = new Float64Array(count)
  const y = new Float64Array(count)
  const scale = Math.min(1, (Math.sqrt(count) * ideal * 1.4) / Math.max(1, start.width, start.height))
  cells.forEach(({ id, width, height }, index) => {
    const at = start.places.get(id) ?? { x: 0, y: 0 }
    x[index] = (at.x + width / 2) * scale
    // No two begin in one place, else nothing would part them.
    y[index] = (at.y + height / 2) * scale + index * 1e-3
  })
  const pairs = links.map(({ from, to }) => [place.get(from) ?? 0, place.get(to) ?? 0] as const)
  for (let round = 0; round < ROUNDS; round++) {
    const step = ideal * 0.9 * (1 - round / ROUNDS) + 1
    relax(x, y, pairs, ideal, step)
  }
  const centres = new Map<string, Place>(
    cells.map(({ id, width, height }, index) => [id, { x: (x[index] ?? 0) - width / 2, y: (y[index] ?? 0) - height / 2 }])
  )
  return measurePlaces(cells, separate(cells, centres, gap))
}

/** One round: everybody moves by what acts on them, at most `step`. */
function relax(x: Float64Array, y: Float64Array, pairs: readonly (readonly [number, number])[], ideal: number, step: number): void {
  const pushX = new Float64Array(x.length)
  const pushY = new Float64Array(x.length)
  const act = (a: number, b: number, force: number, dx: number, dy: number): void => {
    pushX[a] = (pushX[a] ?? 0) + dx * force
    pushY[a] = (pushY[a] ?? 0) + dy * force
    pushX[b] = (pushX[b] ?? 0) - dx * force
    pushY[b] = (pushY[b] ?? 0) - dy * force
  }
  // Who is further away than this pushes too little to count.
  const reach = ideal * 3
  for (const [a, b] of listNear(x, y, reach)) {
    const [dx, dy] = [(x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)]
    const square = Math.max(1, dx * dx + dy * dy)
    if (square < reach * reach) act(a, b, (ideal * ideal) / square, dx, dy)
  }
  for (const [a, b] of pairs) {
    const [dx, dy] = [(x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0)]
    act(a, b, -Math.hypot(dx, dy) / ideal, dx, dy)
  }
  for (let each = 0; each < x.length; each++) {
    const length = Math.hypot(pushX[each] ?? 0, pushY[each] ?? 0)
    if (length === 0) continue
    const share = Math.min(step, length) / length
    x[each] = (x[each] ?? 0) + (pushX[each] ?? 0) * share
    y[each] = (y[each] ?? 0) + (pushY[each] ?? 0) * share
  }
}

/** Pairs that may be within reach of each other, by the squares of a grid. */
function* listNear(x: Float64Array, y: Float64Array, reach: number): Generator<readonly [number, number]> {
  const squares = new Map<string, number[]>()
  for (let each = 0; each < x.length; each++) {
    const key = `${String(Math.floor((x[each] ?? 0) / reach))},${String(Math.floor((y[each] ?? 0) / reach))}`
    const square = squares.get(key)
    if (square) square.push(each)
    else squares.set(key, [each])
  }
  for (const [key, own] of squares) {
    const [column = 0, row = 0] = key.split(',').map(Number)
    for (let place = 0; place < own.length; place++)
      for (let other = place + 1; other < own.length; other++) yield [own[place] ?? 0, own[other] ?? 0]
    for (const [right, down] of [
      [1, 0],
      [-1, 1],
      [0, 1],
      [1, 1]
    ] as const)
      for (const a of own) for (const b of squares.get(`${String(column + right)},${String(row + down)}`) ?? []) yield [a, b]
  }
}
