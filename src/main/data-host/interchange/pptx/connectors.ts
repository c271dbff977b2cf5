import {
  type DiagramLine,
  type DiagramShape,
  isAttached,
  type LineEnd,
  type LineHead,
  type Side
} from '../../../../shared/diagrams/diagram.ts'
import { drawLine } from '../../../../shared/diagrams/draw-line.ts'
import type { LineRoute } from '../../../../shared/diagrams/route-line.ts'
import { INK } from '../../../../shared/models/diagram-shapes.ts'
import type { Point } from '../../../../shared/models/geometry.ts'
import { slideFormOf } from './forms.ts'
import { EMU, writeFreeform } from './slide-paths.ts'

/** PowerPoint's heads; those of relations have none of their own. */
const HEADS: Partial<Record<LineHead, string>> = { arrow: 'triangle', open: 'arrow', diamond: 'diamond', circle: 'oval' }
export const hasHead = (head: LineHead): boolean => head === 'none' || HEADS[head] !== undefined
const headOf = (head: LineHead): string => HEADS[head] ?? 'none'
const DASHES = { solid: 'solid', dashed: 'dash', dotted: 'sysDot' } as const

/** A line on a slide: its points in inches, and what its ends are glued to (a shape's number on the slide). */
export interface SlideLine {
  readonly line: DiagramLine
  readonly points: readonly Point[]
  readonly start: { readonly id: number; readonly site: number } | null
  readonly end: { readonly id: number; readonly site: number } | null
  /** The whole way as it is drawn, on the page. */
  readonly path: string
  readonly toPoint: (point: Point) => Point
  /** Inches for one unit. */
  readonly scale: number
}

/** Which place of its shape an end of the way lies on; null where it lies on none that can be glued. */
export function findSite(end: LineEnd, at: Point, shapes: ReadonlyMap<string, DiagramShape>): number | null {
  const shape = isAttached(end) ? shapes.get(end.shapeId) : undefined
  const sites = shape && slideFormOf(shape.kind).sites
  if (!shape || !sites) return null
  const middles: readonly (readonly [Side, Point])[] = [
    ['top', { x: shape.x + shape.width / 2, y: shape.y }],
    ['right', { x: shape.x + shape.width, y: shape.y + shape.height / 2 }],
    ['bottom', { x: shape.x + shape.width / 2, y: shape.y + shape.height }],
    ['left', { x: shape.x, y: shape.y + shape.height / 2 }]
  ]
  const side = middles.find(([, middle]) => Math.abs(middle.x - at.x) < 2 && Math.abs(middle.y - at.y) < 2)?.[0]
  return side === undefined ? null : sites[side]
}

interface Geometry {
  readonly preset: string
  readonly adjust: number | null
  readonly isUpright: boolean
}

const isLevel = (a: Point, b: Point): boolean => Math.abs(a.y - b.y) < 0.002
const isPlumb = (a: Point, b: Point): boolean => Math.abs(a.x - b.x) < 0.002

/** The preset a single curve is like: out of one side and into the one across, or round one corner; null for any other. */
function findCurve(points: readonly Point[], path: string, toPoint: SlideLine['toPoint']): Geometry | null {
  const [start, end] = [points[0], points.at(-1)]
  const [x1, y1, x2, y2] = (/C([-\d.]+),([-\d.]+) ([-\d.]+),([-\d.]+) /.exec(path) ?? []).slice(1).map(Number)
  if (!start || !end || points.length !== 2 || x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return null
  const [out, back] = [toPoint({ x: x1, y: y1 }), toPoint({ x: x2, y: y2 })]
  const isForth = (one: number, other: number): boolean => one * other > 0
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const isFlat = Math.abs(dx) < 0.02 || Math.abs(dy) < 0.02
  if (isFlat) return null
  const leaves = { across: isLevel(start, out) && isForth(out.x - start.x, dx), down: isPlumb(start, out) && isForth(out.y - start.y, dy) }
  const arrives = { across: isLevel(back, end) && isForth(end.x - back.x, dx), down: isPlumb(back, end) && isForth(end.y - back.y, dy) }
  if (leaves.across && arrives.across) return { preset: 'curvedConnector3', adjust: 50_000, isUpright: false }
  if (leaves.down && arrives.down) return { preset: 'curvedConnector3', adjust: 50_000, isUpright: true }
  if (leaves.across && arrives.down) return { preset: 'curvedConnector2', adjust: null, isUpright: false }
  return leaves.down && arrives.across ? { preset: 'curvedConnector2', adjust: null, isUpright: true } : null
}

/** The preset a way of right angles is, with how far along it turns; null where PowerPoint has none like it. */
function findPreset(points: readonly Point[]): Geometry | null {
  const [start, second, third] = points
  const end = points.at(-1)
  if (!start || !second || !end) return null
  if (points.length === 2) return { preset: 'straightConnector1', adjust: null, isUpright: false }
  const isUpright = isPlumb(start, second)
  if (!isUpright && !isLevel(start, second)) return null
  const [along, across] = isUpright ? [isPlumb, isLevel] : [isLevel, isPlumb]
  if (points.length === 3) return across(second, end) ? { preset: 'bentConnector2', adjust: null, isUpright } : null
  if (points.length !== 4 || !third || !across(second, third) || !along(third, end)) return null
  const whole = isUpright ? end.y - start.y : end.x - start.x
  const part = isUpright ? second.y - start.y : second.x - start.x
  const isFlat = Math.abs(whole) < 0.02 || (isUpright ? isPlumb(start, end) : isLevel(start, end))
  return isFlat ? null : { preset: 'bentConnector3', adjust: Math.round((part / whole) * 100_000), isUpright }
}

/**
 * The frame of a connector. A preset goes from its left top to its right bottom, first to the side; flipped it goes the other
 * way, and one that goes down first is turned by a quarter about its middle, with width and height exchanged.
 */
function frame(start: Point, end: Point, isUpright: boolean): string {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  const width = Math.round(Math.abs(dx) * EMU)
  const height = Math.round(Math.abs(dy) * EMU)
  const left = Math.round(Math.min(start.x, end.x) * EMU)
  const top = Math.round(Math.min(start.y, end.y) * EMU)
  const flip = (h: boolean, v: boolean): string => `${h ? ' flipH="1"' : ''}${v ? ' flipV="1"' : ''}`
  if (!isUpright) return `<a:xfrm${flip(dx < 0, dy < 0)}><a:off x="${left}" y="${top}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`
  const x = Math.round(left + width / 2 - height / 2)
  const y = Math.round(top + height / 2 - width / 2)
  return `<a:xfrm rot="5400000"${flip(dy < 0, dx > 0)}><a:off x="${x}" y="${y}"/><a:ext cx="${height}" cy="${width}"/></a:xfrm>`
}

/** The border of a line: weight, colour, dashes, heads. */
function writeStroke({ line, scale }: SlideLine): string {
  const { stroke = INK.muted, weight = 1.4, dash = 'solid' } = line.style
  const colour = paint(stroke)
  const width = Math.max(6350, Math.round(weight * scale * EMU))
  return (
    `<a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:prstDash val="${DASHES[dash]}"/><a:round/>` +
    `<a:headEnd type="${headOf(line.startHead)}"/><a:tailEnd type="${headOf(line.endHead)}"/></a:ln>`
  )
}

/** A line as a connector of PowerPoint, glued to the shapes it ends at; as a drawn line where its way has no connector's form. `id`: its number on the slide. */
export function writeConnector(own: SlideLine, id: number, name: string): string {
  const isCurve = own.line.route === 'curve' && /[CQ]/.test(own.path)
  const preset = isCurve ? findCurve(own.points, own.path, own.toPoint) : findPreset(own.points)
  const [start, end] = [own.points[0], own.points.at(-1)]
  const naming = `<p:cNvPr id="${id}" name="${name}"/>`
  if (!preset || !start || !end) {
    const { frame: place, geometry } = writeFreeform(
      [{ d: isCurve ? own.path : traceCorners(own), isFilled: false }],
      isCurve ? own.toPoint : asIs
    )
    return `<p:sp><p:nvSpPr>${naming}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${place}${geometry}<a:noFill/>${writeStroke(own)}</p:spPr></p:sp>`
  }
  const glue = [
    own.start && `<a:stCxn id="${own.start.id}" idx="${own.start.site}"/>`,
    own.end && `<a:endCxn id="${own.end.id}" idx="${own.end.site}"/>`
  ]
  const adjust = preset.adjust === null ? '<a:avLst/>' : `<a:avLst><a:gd name="adj1" fmla="val ${preset.adjust}"/></a:avLst>`
  return (
    `<p:cxnSp><p:nvCxnSpPr>${naming}<p:cNvCxnSpPr>${glue.filter((each) => each !== null).join('')}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>` +
    `<p:spPr>${frame(start, end, preset.isUpright)}<a:prstGeom prst="${preset.preset}">${adjust}</a:prstGeom>${writeStroke(own)}</p:spPr></p:cxnSp>`
  )
}

const asIs = (point: Point): Point => point
const traceCorners = ({ points }: SlideLine): string => points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x},${y}`).join('')

/** Both ends that PowerPoint has no head for, as small forms beside the line. `makeId`: numbers free on the slide. */
export function writeHeads(own: SlideLine, route: LineRoute, makeId: () => number): string {
  const { line, scale, toPoint } = own
  const sole = (which: 'startHead' | 'endHead'): DiagramLine => ({
    ...line,
    label: '',
    startHead: 'none',
    endHead: 'none',
    [which]: hasHead(line[which]) ? 'none' : line[which]
  })
  return (['startHead', 'endHead'] as const)
    .map((which) => {
      const marks = drawLine(sole(which), new Map(), route)
        .slice(1)
        .flatMap((mark) => (mark.kind === 'path' ? [{ d: mark.d, isFilled: mark.fill !== 'none' }] : []))
      if (marks.length === 0) return ''
      const { frame: place, geometry } = writeFreeform(marks, toPoint)
      const { stroke = INK.muted, weight = 1.4 } = line.style
      const border = `<a:ln w="${Math.max(6350, Math.round(Math.max(1.2, weight) * scale * EMU))}"><a:solidFill><a:srgbClr val="${paint(stroke)}"/></a:solidFill><a:round/></a:ln>`
      return (
        `<p:sp><p:nvSpPr><p:cNvPr id="${makeId()}" name="${line[which]}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
        `<p:spPr>${place}${geometry}<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>${border}</p:spPr></p:sp>`
      )
    })
    .join('')
}

const paint = (stroke: string): string => (stroke === 'none' ? INK.muted : stroke).slice(1, 7).toUpperCase()
