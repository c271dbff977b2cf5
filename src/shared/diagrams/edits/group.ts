import { union } from '../../models/geometry.ts'
import type { DiagramShape } from '../diagram.ts'
import { findShape, groupByParent, listTop, measureOrder, NO_PATCH, type Items, type Patch } from './items.ts'

const PADDING = 16
const HEAD = 24

/** Puts a group around the shapes chosen (two or more), inside the container they share, if they share one. */
export function group(items: Items, ids: Iterable<string>, groupId: string): Patch {
  const shapes = listTop(items, ids).filter(({ isLocked }) => isLocked !== true)
  const bounds = union(shapes)
  if (!bounds || shapes.length < 2) return NO_PATCH
  const parents = new Set(shapes.map(({ parentId }) => parentId))
  const [parentId] = parents.size === 1 ? parents : []
  const frame: DiagramShape = {
    item: 'shape',
    id: groupId,
    kind: 'group',
    x: bounds.x - PADDING,
    y: bounds.y - PADDING - HEAD,
    width: bounds.width + 2 * PADDING,
    height: bounds.height + 2 * PADDING + HEAD,
    order: Math.min(...shapes.map(({ order }) => order), measureOrder(items).most),
    label: '',
    style: {},
    ...(parentId !== undefined && { parentId })
  }
  return { put: [frame, ...shapes.map((shape) => ({ ...shape, parentId: groupId }))], remove: [] }
}

/** The shape in another container, or in none. */
export function standIn(shape: DiagramShape, parentId: string | undefined): DiagramShape {
  const { parentId: _before, ...free } = shape
  return parentId === undefined ? free : { ...free, parentId }
}

/** Takes the groups chosen away; what stood in them stays where it is, in what the group stood in. */
export function ungroup(items: Items, ids: Iterable<string>): Patch {
  const inside = groupByParent(items)
  const groups = [...new Set(ids)]
    .flatMap((id) => findShape(items, id) ?? [])
    .filter(({ kind, isLocked }) => kind === 'group' && isLocked !== true)
  const gone = new Map(groups.map((each) => [each.id, each.parentId]))
  const climb = (parentId: string | undefined): string | undefined => {
    const seen = new Set<string>()
    let at = parentId
    while (at !== undefined && gone.has(at) && !seen.has(at)) {
      seen.add(at)
      at = gone.get(at)
    }
    return at
  }
  const put = groups.flatMap(({ id }) => inside.get(id) ?? []).filter(({ id }) => !gone.has(id))
  return { put: put.map((child) => standIn(child, climb(child.parentId))), remove: [...gone.keys()] }
}
