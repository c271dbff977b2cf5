import type { Point } from '../../../../shared/models/geometry.ts'

export const EMU = 914_400

/** A step of a way: to a place, along a curve to one, or back to where it began. */
interface Step {
  readonly tag: 'moveTo' | 'lnTo' | 'quadBezTo' | 'cubicBezTo' | 'close'
  readonly points: readonly Point[]
}
const TAGS: Readonly<Record<string, Step['tag']>> = { M: 'moveTo', L: 'lnTo', Q: 'quadBezTo', C: 'cubicBezTo', Z: 'close' }

/** The steps of a way as our drawings write it: capitals, each followed by all its places. */
function readSteps(d: string): Step[] {
  return [...d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)].map(([, letter = '', said = '']) => {
    const numbers = (said.match(/-?\d+(?:\.\d+)?(?:e-?\d+)?/g) ?? []).map(Number)
    const points = Array.from({ length: Math.floor(numbers.length / 2) }, (_, at) => ({
      x: numbers[at * 2] ?? 0,
      y: numbers[at * 2 + 1] ?? 0
    }))
    return { tag: TAGS[letter] ?? 'close', points }
  })
}

/** One way of a drawing, in inches; `isFilled`: what it encloses has the colour of the form. */
interface SlidePath {
  readonly d: string
  readonly isFilled: boolean
}

/** A form of one's own from ways drawn elsewhere: its frame on the slide and its geometry. `toPoint`: where a place comes to stand. */
export function writeFreeform(paths: readonly SlidePath[], toPoint: (point: Point) => Point): { frame: string; geometry: string } {
  const drawn = paths.map(({ d, isFilled }) => ({
    isFilled,
    steps: readSteps(d).map(({ tag, points }) => ({ tag, points: points.map(toPoint) }))
  }))
  const all = drawn.flatMap(({ steps }) => steps.flatMap(({ points }) => points))
  const left = Math.min(...all.map(({ x }) => x))
  const top = Math.min(...all.map(({ y }) => y))
  const toEmu = (inches: number): number => Math.round(inches * EMU)
  const width = toEmu(Math.max(...all.map(({ x }) => x)) - left)
  const height = toEmu(Math.max(...all.map(({ y }) => y)) - top)
  const write = ({ tag, points }: Step): string => {
    const places = points.map(({ x, y }) => `<a:pt x="${toEmu(x - left)}" y="${toEmu(y - top)}"/>`).join('')
    return tag === 'close' ? '<a:close/>' : `<a:${tag}>${places}</a:${tag}>`
  }
  const written = drawn.map(
    ({ steps, isFilled }) => `<a:path w="${width}" h="${height}"${isFilled ? '' : ' fill="none"'}>${steps.map(write).join('')}</a:path>`
  )
  return {
    frame: `<a:xfrm><a:off x="${toEmu(left)}" y="${toEmu(top)}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`,
    geometry: `<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>${written.join('')}</a:pathLst></a:custGeom>`
  }
}
