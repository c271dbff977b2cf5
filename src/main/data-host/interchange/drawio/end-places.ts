import type { Side } from '../../../../shared/diagrams/diagram.ts'
import { readNumber } from './cell-style.ts'
import type { Point } from './cells.ts'

/** Where on the outline of a shape a line ends: on a side, and how far along it where that is not its middle. */
export interface EndPlace {
  readonly side?: Side | undefined
  readonly at?: number | undefined
  /** What of it a person chose; other programs know nothing of it. */
  readonly fastened?: 'side' | 'place' | undefined
}
type Values = ReadonlyMap<string, string>
export type EndKey = 'exit' | 'entry'
interface Size {
  readonly width: number
  readonly height: number
}

/** Beyond this share of the shape from every side, a place is inside it and on none. */
const INSIDE = 0.25

/** Shares of width and height at which draw.io lets the line end. */
function toShares({ side, at = 0.5 }: EndPlace): Point | null {
  if (side === undefined) return null
  const isAcross = side === 'top' || side === 'bottom'
  return isAcross ? { x: at, y: side === 'top' ? 0 : 1 } : { x: side === 'left' ? 0 : 1, y: at }
}

/** The keys of a style that tie an end to its place; none where the line finds its own. */
export function writeEndPlace(place: EndPlace, key: EndKey): Readonly<Record<string, string>> {
  const shares = toShares(place)
  return shares === null ? {} : { [`${key}X`]: String(shares.x), [`${key}Y`]: String(shares.y), [`${key}Dx`]: '0', [`${key}Dy`]: '0' }
}

/** Where a style ties an end, in shares of `size`; null where it does not. Distances beside the shares are in units. */
export function readShares(values: Values, key: EndKey, { width, height }: Size): Point | null {
  const read = (name: string): number | null => readNumber(values.get(`${key}${name}`))
  const [x, y] = [read('X'), read('Y')]
  if (x === null || y === null) return null
  return { x: x + (read('Dx') ?? 0) / Math.max(1, width), y: y + (read('Dy') ?? 0) / Math.max(1, height) }
}

/** The side nearest to a place given in shares, and how far along; nothing when it lies inside the shape. */
export function findEndPlace({ x, y }: Point): EndPlace {
  const distances: readonly (readonly [side: Side, distance: number, along: number])[] = [
    ['top', y, x],
    ['right', 1 - x, y],
    ['bottom', 1 - y, x],
    ['left', x, y]
  ]
  const [nearest] = [...distances].sort(([, one], [, other]) => one - other)
  if (!nearest || nearest[1] >= INSIDE) return {}
  const at = Math.min(Math.max(nearest[2], 0), 1)
  return at === 0.5 ? { side: nearest[0] } : { side: nearest[0], at }
}

/** Whether `place` is read from what is written for it. */
export function isReadBack(place: EndPlace): boolean {
  const shares = toShares(place)
  const read = shares === null ? {} : findEndPlace(shares)
  return read.side === place.side && read.at === place.at && place.fastened === undefined
}

/** Whether an exact place is still the one the style says: nobody has tied the line elsewhere since. */
export function isStillAt(place: EndPlace, values: Values, key: EndKey): boolean {
  const said = readShares(values, key, { width: 1, height: 1 })
  const own = toShares(place)
  return own === null ? said === null : said !== null && said.x === own.x && said.y === own.y
}

/** A short mark of the way a line goes: its corners and where it ends. Another way has another mark. */
export function markWay(points: readonly Point[], values: Values): string {
  const ties = ['exitX', 'exitY', 'entryX', 'entryY'].map((key) => values.get(key) ?? '')
  const text = [...points.map(({ x, y }) => `${String(x)},${String(y)}`), ...ties].join(' ')
  let mark = 0x811c9dc5
  for (let at = 0; at < text.length; at++) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193) >>> 0
  return mark.toString(36)
}

/** How far along its line a label stands, 0 to 1, of draw.io's -1 to 1; in the middle it is not said. */
export const readLabelAt = (x: number): number | undefined => (x === 0 ? undefined : Math.min(Math.max((x + 1) / 2, 0), 1))
