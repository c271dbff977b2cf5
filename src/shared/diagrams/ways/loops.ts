import { isAttached, type DiagramLine, type Side } from '../diagram.ts'

/** The corners of a shape a line from it to itself may stand at, in the order they are taken. */
const CORNERS: readonly { from: Side; to: Side }[] = [
  { from: 'right', to: 'top' },
  { from: 'left', to: 'top' },
  { from: 'right', to: 'bottom' },
  { from: 'left', to: 'bottom' }
]
const cornerOf = ({ from, to }: DiagramLine): number => {
  const [one, other] = [isAttached(from) ? from.side : undefined, isAttached(to) ? to.side : undefined]
  if (one === undefined || other === undefined) return 0
  return Math.max(
    0,
    CORNERS.findIndex((corner) => corner.from === one && corner.to === other)
  )
}

export const isLoop = ({ from, to }: DiagramLine): boolean => isAttached(from) && isAttached(to) && from.shapeId === to.shapeId
export const sidesOfLoop = (line: DiagramLine): { from: Side; to: Side } => CORNERS[cornerOf(line)] ?? { from: 'right', to: 'top' }

/**
 * Lines from one shape to itself at corners of their own, as long as it has any, those with the fewest lines at their sides first; the
 * first stays where it is.
 */
export function separateLoops(
  loops: readonly DiagramLine[],
  mayMove: (line: DiagramLine) => boolean,
  countOn: (side: Side) => number
): DiagramLine[] {
  const byRoom = CORNERS.map(({ from, to }, index) => ({ index, count: countOn(from) + countOn(to) })).sort(
    (a, b) => a.count - b.count || a.index - b.index
  )
  const taken = new Set(loops.filter((line) => !mayMove(line)).map(cornerOf))
  return loops.flatMap((line) => {
    if (!mayMove(line) || !isAttached(line.from) || !isAttached(line.to)) return []
    const own = cornerOf(line)
    if (!taken.has(own)) {
      taken.add(own)
      return []
    }
    const free = byRoom.find(({ index }) => !taken.has(index))?.index
    const corner = free === undefined ? undefined : CORNERS[free]
    if (free === undefined || !corner) return []
    taken.add(free)
    const { shapeId } = line.from
    return [{ ...line, isRouted: true, from: { shapeId, side: corner.from }, to: { shapeId, side: corner.to } }]
  })
}
