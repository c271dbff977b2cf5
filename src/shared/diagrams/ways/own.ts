import { isAttached, type DiagramLine, type LineEnd } from '../diagram.ts'

/*
 * Whose what a line says is: on a line the app routed (`isRouted`), corners, sides and places along them are the app's but for
 * what an end says a person `fastened`; on any other line all that is set is theirs.
 */

/** Whether the app may lead the line: an elbow without corners of a person, not locked. */
export const isLed = ({ route, isLocked, isRouted, points }: DiagramLine): boolean =>
  route === 'elbow' && isLocked !== true && (isRouted === true || points.length === 0)

/** What of an end a person chose: its side, the place along it too, or nothing of it. */
export function fastenedOf(end: LineEnd, isRouted: boolean | undefined): 'side' | 'place' | null {
  if (!isAttached(end) || end.side === undefined) return null
  if (isRouted === true) return end.fastened ?? null
  return end.at === undefined ? 'side' : 'place'
}

function bareEnd(end: LineEnd, isRouted: boolean | undefined): LineEnd {
  if (!isAttached(end)) return end
  const { shapeId, side, at } = end
  const fastened = fastenedOf(end, isRouted)
  if (fastened === null || side === undefined) return { shapeId }
  return fastened === 'place' && at !== undefined ? { shapeId, side, at } : { shapeId, side }
}

/** The line with what a person set of it alone: nothing the app found. */
export function bareLine(line: DiagramLine): DiagramLine {
  if (line.isRouted !== true) return line
  const { isRouted: _routed, ...rest } = line
  return { ...rest, from: bareEnd(line.from, true), to: bareEnd(line.to, true), points: [] }
}

/** The line as a person's own from now on, where it runs now: they set a corner. What they fastened before is remembered. */
export function keepAsOwn(line: DiagramLine): DiagramLine {
  const { isRouted, ...rest } = line
  const mark = (end: LineEnd): LineEnd => {
    const fastened = fastenedOf(end, isRouted)
    return !isAttached(end) || fastened === null ? end : { ...end, fastened }
  }
  return { ...rest, from: mark(line.from), to: mark(line.to) }
}

/** The line with corners the app found, as long as there are any; what a person fastened of it stays. */
export function withCorners(line: DiagramLine, points: DiagramLine['points']): DiagramLine {
  const bare = bareLine(line)
  return points.length === 0 || line.route !== 'elbow' ? { ...bare, points } : { ...keepAsOwn(bare), points, isRouted: true }
}

/** A person's line given back to the app: without its corners, and without sides that were the app's before. */
export function giveBack(line: DiagramLine): DiagramLine {
  const { isRouted, ...rest } = line
  const isMarked = [line.from, line.to].some((end) => isAttached(end) && end.fastened !== undefined)
  const hasCorners = line.points.length > 0
  const isTheirs = isRouted !== true && !isMarked && !hasCorners
  return { ...rest, from: bareEnd(line.from, !isTheirs), to: bareEnd(line.to, !isTheirs), points: [] }
}
