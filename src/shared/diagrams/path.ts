import { isAttached, isLine, isShape, type DiagramContent, type DiagramLine, type DiagramShape } from './diagram.ts'
import { orderFlow } from './flow-order.ts'
import { sortForReading } from './reading-order.ts'

/** Shapes nobody presents by themselves: they only decorate or join. */
const SILENT: readonly DiagramShape['kind'][] = ['connector', 'off-page']
/** Places work runs through: what stands in them is presented, they are not. */
const GROUND: readonly DiagramShape['kind'][] = ['pool', 'lane', 'vertical-lane']
/** What is said about the rest: a way through the diagram does not begin with it. */
const REMARKS: readonly DiagramShape['kind'][] = ['note', 'text']

/**
 * The order in which a presentation goes through a diagram: first the path somebody set (what is left of it), else along the
 * relations, everything after what leads to it, one branch after the other; what no relation reaches, as it is read. Every
 * shape once; a container right before the first of what is in it, pools and lanes only where nothing is in them.
 */
export function findPath({ settings, items }: Pick<DiagramContent, 'settings' | 'items'>): string[] {
  const shapes = items.filter(isShape)
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  const given = [...new Set(settings.path)].filter((id) => byId.has(id))
  if (given.length > 0) return given
  const holders = new Set(shapes.filter(isPresented).flatMap(({ id }) => listContainers(id, byId)))
  const opens = ({ id, kind }: DiagramShape): boolean => !(holders.has(id) && GROUND.includes(kind))
  const presented = new Set(shapes.filter((shape) => isPresented(shape) && opens(shape)).map(({ id }) => id))
  const order = followRelations(readInOrder(shapes, byId), holders, byId, items.filter(isLine))
  const steps = order.flatMap((id) => (presented.has(id) ? [...listContainers(id, byId).reverse(), id] : []))
  return [...new Set(steps)].filter((id) => presented.has(id))
}

const isPresented = ({ kind, label, image, link, notes }: DiagramShape): boolean =>
  !SILENT.includes(kind) && (label.trim() !== '' || image !== undefined || link !== undefined || notes !== undefined)

/** All shapes as they are read, what is in a container right after it. */
function readInOrder(shapes: readonly DiagramShape[], byId: ReadonlyMap<string, DiagramShape>): DiagramShape[] {
  const inside = new Map<string, DiagramShape[]>()
  for (const shape of shapes) {
    const parentId = shape.parentId !== undefined && byId.has(shape.parentId) ? shape.parentId : ''
    const those = inside.get(parentId)
    if (those) those.push(shape)
    else inside.set(parentId, [shape])
  }
  const found = new Set<DiagramShape>()
  const read = (parentId: string): void => {
    for (const shape of sortForReading(inside.get(parentId) ?? [])) {
      if (found.has(shape)) continue
      found.add(shape)
      read(shape.id)
    }
  }
  read('')
  // Containers that hold each other in a circle stand in no page.
  return [...found, ...shapes.filter((shape) => !found.has(shape))]
}

/** Ids of what is no holder: along the relations, and what none reaches where it is read. */
function followRelations(
  inOrder: readonly DiagramShape[],
  holders: ReadonlySet<string>,
  byId: ReadonlyMap<string, DiagramShape>,
  lines: readonly DiagramLine[]
): string[] {
  const flow = new Map<string, string[]>()
  const reached = new Set<string>()
  const join = (from: string, to: string): void => {
    flow.set(from, [...(flow.get(from) ?? []), to])
    reached.add(from).add(to)
  }
  const entered = new Set<string>()
  for (const line of lines) {
    const [from, to] = readDirection(line)
    if (from === undefined || to === undefined || from === to || !byId.has(from) || !byId.has(to)) continue
    if (listContainers(from, byId).includes(to) || listContainers(to, byId).includes(from)) continue
    for (const id of [from, to]) if (holders.has(id)) entered.add(id)
    join(holders.has(from) ? `${from} out` : from, holders.has(to) ? `${to} in` : to)
  }
  // What leads to a container leads to all that is in it, and what leaves it comes after all of that.
  for (const { id } of entered.size === 0 ? [] : inOrder)
    if (!holders.has(id))
      for (const holder of listContainers(id, byId))
        if (entered.has(holder)) {
          join(`${holder} in`, id)
          join(id, `${holder} out`)
        }
  const ids = inOrder.flatMap(({ id }) => (holders.has(id) ? [`${id} in`, `${id} out`] : [id]))
  const isRemark = (id: string): boolean => REMARKS.includes(byId.get(id)?.kind ?? 'process')
  const led = ids.filter((id) => reached.has(id))
  const forks = new Set(inOrder.filter(({ kind }) => kind === 'decision').map(({ id }) => id))
  const walked = orderFlow([...led.filter((id) => !isRemark(id)), ...led.filter(isRemark)], flow, forks).filter((id) => byId.has(id))
  const place = new Map(inOrder.map(({ id }, index) => [id, index]))
  const start = place.get(walked[0] ?? '') ?? 0
  const loose = inOrder.filter(({ id }) => !reached.has(id) && !holders.has(id)).map(({ id }) => id)
  const stands = (id: string): number => place.get(id) ?? 0
  return [...loose.filter((id) => stands(id) < start), ...walked, ...loose.filter((id) => stands(id) >= start)]
}

/** From where to where a line leads: the way its arrow points, where it has one. */
function readDirection({ from, to, startHead, endHead }: DiagramLine): [string | undefined, string | undefined] {
  const ends = [from, to].map((end) => (isAttached(end) ? end.shapeId : undefined)) as [string | undefined, string | undefined]
  const isBackwards = endHead === 'none' && (startHead === 'arrow' || startHead === 'open')
  return isBackwards ? [ends[1], ends[0]] : ends
}

/** What a shape stands in, innermost first. */
function listContainers(id: string, byId: ReadonlyMap<string, DiagramShape>): string[] {
  const found: string[] = []
  let current = byId.get(id)?.parentId
  while (current !== undefined && byId.has(current) && !found.includes(current)) {
    found.push(current)
    current = byId.get(current)?.parentId
  }
  return found
}
