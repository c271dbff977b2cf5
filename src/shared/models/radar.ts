import { wrapText } from './text-measure.ts'

interface Point {
  readonly x: number
  readonly y: number
}

export type RadarRole = 'now' | 'before' | 'target'

/** One line of a radar: a value from 0 to 100 for every axis; null where there is none. */
export interface RadarSeries {
  readonly name: string
  /** How it is drawn, so that lines differ without colour. */
  readonly role: RadarRole
  readonly values: readonly (number | null)[]
}

export interface RadarLabel {
  readonly x: number
  /** Baselines of its lines. */
  readonly lines: readonly { readonly text: string; readonly y: number }[]
  readonly anchor: 'start' | 'middle' | 'end'
}

interface RadarLine {
  readonly role: RadarRole
  readonly d: string
  readonly isClosed: boolean
  /** Where there is a value, with the axis it belongs to. */
  readonly points: readonly (Point & { readonly axis: number })[]
}

export interface RadarLayout {
  readonly width: number
  readonly height: number
  readonly centre: Point
  /** Rings at 20, 40, 60, 80 and 100, as polygon points. */
  readonly rings: readonly { readonly value: number; readonly points: string; readonly label: Point }[]
  readonly spokes: readonly Point[]
  readonly labels: readonly RadarLabel[]
  readonly series: readonly RadarLine[]
}

export const RADAR_WIDTH = 480
const RADIUS = 126
const LABEL_GAP = 14
const LINE_HEIGHT = 15
const LABEL_SIZE = 12
const RINGS = [20, 40, 60, 80, 100] as const
/** Between a tip and the text above or below it. */
const TIP_GAP = 10

/** Where everything of a radar stands: the first axis points up, the others follow clockwise. Measures are those of the drawing. */
export function layoutRadar(names: readonly string[], series: readonly RadarSeries[]): RadarLayout {
  const above = roomBeyond(names[0] ?? '')
  // Only an even number of axes has one that points straight down.
  const below = names.length % 2 === 0 ? roomBeyond(names[names.length / 2] ?? '') : LINE_HEIGHT
  const centre = { x: RADAR_WIDTH / 2, y: RADIUS + above }
  const at = (index: number, value: number): Point => {
    const angle = (2 * Math.PI * index) / names.length - Math.PI / 2
    const length = (RADIUS * value) / 100
    return { x: round(centre.x + Math.cos(angle) * length), y: round(centre.y + Math.sin(angle) * length) }
  }
  const ring = (value: number): string => names.map((_, index) => writePoint(at(index, value))).join(' ')
  return {
    width: RADAR_WIDTH,
    height: above + 2 * RADIUS + below,
    centre,
    rings: RINGS.map((value) => ({ value, points: ring(value), label: { x: centre.x + 4, y: at(0, value).y + 10 } })),
    spokes: names.map((_, index) => at(index, 100)),
    labels: names.map((name, index) => placeLabel(name, at(index, 100), centre)),
    series: series.map((line) => traceSeries(line, at))
  }
}

/** The axis that lies nearest to a place of the drawing, by direction from the centre. */
export function findAxis({ centre, spokes }: Pick<RadarLayout, 'centre' | 'spokes'>, { x, y }: Point): number {
  const turn = (Math.atan2(x - centre.x, centre.y - y) / (2 * Math.PI)) * spokes.length
  return (Math.round(turn) + spokes.length) % spokes.length
}

/** A square standing on its corner, as polygon points: the mark of a target. */
export function drawDiamond({ x, y }: Point, half: number): string {
  return [
    [x, y - half],
    [x + half, y],
    [x, y + half],
    [x - half, y]
  ]
    .map((corner) => corner.map((each) => String(round(each))).join(','))
    .join(' ')
}

/** Height that a name straight above or below the radar takes. */
function roomBeyond(name: string): number {
  return TIP_GAP + wrapText(name, RADAR_WIDTH / 2 - 4, LABEL_SIZE).length * LINE_HEIGHT + 4
}

/** The line through the values: closed when every axis has one, else only between neighbours that both have one. */
function traceSeries({ role, values }: RadarSeries, at: (index: number, value: number) => Point): RadarLine {
  const points = values.map((value, axis) => (value === null ? null : { ...at(axis, value), axis }))
  const known = points.flatMap((point) => (point ? [point] : []))
  const isClosed = known.length === points.length && known.length > 2
  if (isClosed) return { d: `M${known.map(writePoint).join('L')}Z`, role, isClosed, points: known }
  const segments = points.flatMap((point, index) => {
    const next = points[(index + 1) % points.length]
    return point && next && points.length > 1 ? [`M${writePoint(point)}L${writePoint(next)}`] : []
  })
  return { d: segments.join(''), role, isClosed, points: known }
}

function placeLabel(name: string, tip: Point, centre: Point): RadarLabel {
  const side = Math.sign(round(tip.x - centre.x))
  const anchor = side === 0 ? 'middle' : side > 0 ? 'start' : 'end'
  const x = tip.x + side * LABEL_GAP
  const room = side === 0 ? RADAR_WIDTH / 2 : side > 0 ? RADAR_WIDTH - x : x
  const texts = wrapText(name, room - 4, LABEL_SIZE)
  const height = (texts.length - 1) * LINE_HEIGHT
  // Above and below the radar the text stands clear of the tip; beside it, it is centred on it.
  const lean = (tip.y - centre.y) / RADIUS
  const first =
    side === 0 ? (lean < 0 ? tip.y - TIP_GAP - height : tip.y + TIP_GAP + LABEL_SIZE) : tip.y + 4 - height / 2 + lean * (height / 2)
  return { x, anchor, lines: texts.map((text, index) => ({ text, y: round(first + index * LINE_HEIGHT) })) }
}

const round = (value: number): number => Math.round(value * 100) / 100
const writePoint = ({ x, y }: Point): string => `${String(x)},${String(y)}`
