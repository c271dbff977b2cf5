import type { Layout } from '../../../../shared/contract/diagrams.ts'
import { measurePlaces, packParts, spanTree, splitComponents, type Component, type Placed } from './components.ts'
import { DIRECTIONS, runElk } from './run-elk.ts'
import type { Cell, Link } from './scene.ts'

/** Each part as a tree from its root in the direction asked; links that are no branch bend none. */
export async function placeAsTree(cells: readonly Cell[], links: readonly Link[], layout: Layout): Promise<Placed> {
  const parts: Placed[] = []
  for (const component of splitComponents(cells, links)) parts.push(await placeOne(component, layout))
  return packParts(parts, layout.gap)
}

async function placeOne(component: Component, { direction, gap }: Layout): Promise<Placed> {
  const { cells } = component
  if (cells.length === 1) return measurePlaces(cells, new Map(cells.map(({ id }) => [id, { x: 0, y: 0 }])))
  const { order, childrenOf } = spanTree(component)
  const cellOf = new Map(cells.map((cell) => [cell.id, cell]))
  const graph = await runElk({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'mrtree', 'elk.direction': DIRECTIONS[direction], 'elk.spacing.nodeNode': String(gap) },
    children: order.map((id) => ({ id: `n${id}`, width: cellOf.get(id)?.width ?? 0, height: cellOf.get(id)?.height ?? 0 })),
    edges: [...childrenOf].flatMap(([from, children]) =>
      children.map((to) => ({ id: `e${to}`, sources: [`n${from}`], targets: [`n${to}`] }))
    )
  })
  const places = new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id.slice(1), { x, y }]))
  return measurePlaces(cells, places)
}
