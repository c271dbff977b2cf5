import { measurePlaces, packParts, spanTree, splitComponents, type Component, type Placed } from './components.ts'
import type { Cell, Link, Place } from './scene.ts'

/**
 * Rings around the root of each part: every branch has a slice of the circle as wide as it has leaves, and every ring is as far
 * out as its most crowded slice asks.
 */
export function placeRadially(cells: readonly Cell[], links: readonly Link[], gap: number): Placed {
  return packParts(
    splitComponents(cells, links).map((component) => placeRings(component, gap)),
    gap
  )
}

function placeRings(component: Component, gap: number): Placed {
  const { root, order, childrenOf } = spanTree(component)
  const cellOf = new Map(component.cells.map((cell) => [cell.id, cell]))
  const reachOf = (id: string): number => Math.hypot(cellOf.get(id)?.width ?? 0, cellOf.get(id)?.height ?? 0) + gap
  // Leaves of a branch, each as wide as the widest shape of its way.
  const weight = new Map<string, number>()
  for (const id of [...order].reverse())
    weight.set(
      id,
      Math.max(
        reachOf(id),
        (childrenOf.get(id) ?? []).reduce((sum, child) => sum + (weight.get(child) ?? 0), 0)
      )
    )
  const slice = new Map([[root, { from: 0, to: 2 * Math.PI, ring: 0 }]])
  const radii: number[] = [0]
  for (const id of order) {
    const own = slice.get(id) ?? { from: 0, to: 0, ring: 0 }
    const children = childrenOf.get(id) ?? []
    const whole = children.reduce((sum, child) => sum + (weight.get(child) ?? 0), 0)
    let at = own.from
    for (const child of children) {
      const angle = ((own.to - own.from) * (weight.get(child) ?? 0)) / whole
      slice.set(child, { from: at, to: at + angle, ring: own.ring + 1 })
      at += angle
      // The chord between neighbours is never shorter than what both need: half of each lies in its own slice.
      const needed = reachOf(child) / (2 * Math.sin(Math.min(angle, Math.PI) / 2))
      radii[own.ring + 1] = Math.max(radii[own.ring + 1] ?? 0, needed)
    }
  }
  const thickness = radii.map(() => 0)
  for (const id of order) {
    const ring = slice.get(id)?.ring ?? 0
    thickness[ring] = Math.max(thickness[ring] ?? 0, reachOf(id))
  }
  for (let ring = 1; ring < radii.length; ring++) {
    const before = (radii[ring - 1] ?? 0) + ((thickness[ring - 1] ?? 0) + (thickness[ring] ?? 0)) / 2
    radii[ring] = Math.max(radii[ring] ?? 0, before)
  }
  const places = new Map<string, Place>()
  for (const id of order) {
    const { from, to, ring } = slice.get(id) ?? { from: 0, to: 0, ring: 0 }
    const cell = cellOf.get(id)
    // The first branch begins at the top.
    const angle = (from + to) / 2 - Math.PI / 2
    const radius = radii[ring] ?? 0
    places.set(id, { x: radius * Math.cos(angle) - (cell?.width ?? 0) / 2, y: radius * Math.sin(angle) - (cell?.height ?? 0) / 2 })
  }
  return measurePlaces(component.cells, places)
}
