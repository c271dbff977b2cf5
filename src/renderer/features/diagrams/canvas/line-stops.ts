import { isAttached, type DiagramLine, type Side } from '../../../../shared/diagrams/diagram.ts'
import { routeLine, type LineRoute } from '../../../../shared/diagrams/route-line.ts'
import { findLine, findShape, type Items, type Patch } from '../../../../shared/diagrams/edits/items.ts'
import { findSide } from '../../../../shared/diagrams/edits/connect.ts'
import { GRID } from '../../../../shared/diagrams/edits/place.ts'
import { addCorner, fasten, findStop, listStops, moveStop, resetStop, slide, type Stop } from '../../../../shared/diagrams/edits/stops.ts'
import type { Direction } from '../../../../shared/diagrams/edits/travel.ts'
import type { Point } from '../../../../shared/models/geometry.ts'
import type { CanvasUi, CanvasUiStore } from '../store/canvas-ui.ts'
import type { DiagramStore } from '../store/diagram-store.ts'
import { nameItem, nameShape, type Translate } from './describe.ts'
import { anchorsOf } from './LineView.tsx'

const STEPS: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 }
}
const SIDES: Readonly<Record<Direction, Side>> = { left: 'left', right: 'right', up: 'top', down: 'bottom' }
/** Around a corner this much comes into view with it, in units. */
const AROUND = 40

interface Parts {
  readonly store: DiagramStore
  readonly ui: CanvasUiStore
  readonly t: Translate
  readonly announce: (said: string) => void
  readonly perform: (label: string, patch: Patch, options?: { isTyping?: boolean }) => boolean
}

/** The line that is gone through by keys, the way it takes and what of it can be led. */
interface LineInHand {
  readonly line: DiagramLine
  readonly way: LineRoute
  readonly stops: readonly Stop[]
  readonly at: number
}

/** Null: none is, or something else was chosen meanwhile. */
export function readLineInHand(
  { items, selection }: { items: Items; selection: ReadonlySet<string> },
  { stop, figures }: Pick<CanvasUi, 'stop' | 'figures'>
): LineInHand | null {
  const line = stop && selection.size === 1 && selection.has(stop.lineId) ? findLine(items, stop.lineId) : null
  if (!stop || !line || line.isLocked === true) return null
  const ends = [line.from, line.to].map((end) => (isAttached(end) ? findShape(items, end.shapeId) : null))
  const way = routeLine(line, anchorsOf(ends, figures))
  const stops = listStops(line, way)
  return { line, way, stops, at: Math.min(stop.at, stops.length - 1) }
}

/** Corners, legs, ends and label of a line by keys: gone through one by one, led by the arrows, each told. */
export function createStopActions({ store, ui, t, announce, perform }: Parts) {
  /** Leading one thing is one step for undo; the next thing is another. */
  let run = 0
  const read = (): LineInHand | null => readLineInHand(store.getState(), ui.getState())
  const tell = ({ line, stops, at, way }: LineInHand): string => {
    const stop = stops[at]
    if (!stop) return ''
    const place = { x: String(Math.round(stop.at.x)), y: String(Math.round(stop.at.y)) }
    if (stop.kind === 'end') {
      const end = line[stop.which]
      const shape = isAttached(end) ? findShape(store.getState().items, end.shapeId) : null
      if (!isAttached(end) || !shape) return t(`diagramCanvas.stops.loose.${stop.which}`, place)
      const side = t(`diagrams.sides.${end.side ?? findSide(shape, stop.at)}`)
      const key = end.side === undefined ? 'nearest' : 'fastened'
      return t(`diagramCanvas.stops.${key}.${stop.which}`, { name: nameShape(shape, store.getState().items, t), side })
    }
    if (stop.kind === 'label') return t('diagramCanvas.stops.label', place)
    const alike = stops.filter(({ kind }) => kind === stop.kind)
    const leg = line.route !== 'elbow' ? 'leg' : stop.kind === 'leg' && stop.isLevel ? 'level' : 'upright'
    const manner = stop.kind === 'corner' ? 'corner' : way.points.length === 2 ? 'whole' : leg
    return t(`diagramCanvas.stops.${manner}`, { ...place, number: String(alike.indexOf(stop) + 1), count: String(alike.length) })
  }
  const show = (inHand: LineInHand, at: number): void => {
    const next = { ...inHand, at }
    ui.setState({ stop: { lineId: inHand.line.id, at } })
    const place = next.stops[at]?.at
    if (place) ui.getState().view?.reveal({ x: place.x - AROUND, y: place.y - AROUND, width: 2 * AROUND, height: 2 * AROUND })
    announce(tell(next))
  }
  /** After the line became another: on to what was led, wherever that is now. */
  const follow = (stop: Stop, near: Point): void => {
    const now = read()
    if (!now) return
    const at = findStop(now.stops, stop, near)
    show(now, at < 0 ? now.at : at)
  }
  const leave = (): void => {
    ui.setState({ stop: null })
  }
  return {
    /** Takes the one line chosen in hand. */
    bend: (): void => {
      const { items, selection } = store.getState()
      const [id = ''] = selection
      const line = selection.size === 1 ? findLine(items, id) : null
      if (!line) return
      if (line.isLocked === true) {
        announce(t('diagramCanvas.said.isLocked'))
        return
      }
      run += 1
      ui.setState({ stop: { lineId: id, at: 0 } })
      const inHand = read()
      if (!inHand) return
      show(inHand, 0)
      const corners = inHand.stops.filter(({ kind }) => kind === 'corner').length
      announce([t('diagramCanvas.stops.begun', { line: nameItem(line, items, t), count: corners }), tell(inHand)].join(' '))
    },
    goToStop: (by: 1 | -1): void => {
      const inHand = read()
      if (!inHand) return
      run += 1
      show(inHand, (inHand.at + by + inHand.stops.length) % inHand.stops.length)
    },
    leadStop: (direction: Direction, isFine: boolean): void => {
      const inHand = read()
      const stop = inHand?.stops[inHand.at]
      if (!inHand || !stop) return
      const { line, way } = inHand
      const step = STEPS[direction]
      const by = isFine ? step : { x: step.x * GRID, y: step.y * GRID }
      const isFastened = stop.kind === 'end' && isAttached(line[stop.which])
      const { items } = store.getState()
      const patch = !isFastened
        ? moveStop(line, way, stop, by)
        : isFine
          ? slide(items, line, way, stop.which, (step.x + step.y) * GRID)
          : fasten(line, stop.which, SIDES[direction])
      if (perform(`corner ${line.id} ${String(run)}`, patch, { isTyping: true }))
        follow(stop, isFastened ? stop.at : { x: stop.at.x + by.x, y: stop.at.y + by.y })
      else if (stop.kind === 'leg') announce(t(`diagramCanvas.stops.${stop.isLevel ? 'onlyUpDown' : 'onlyAcross'}`))
    },
    addStop: (): void => {
      const inHand = read()
      const stop = inHand?.stops[inHand.at]
      if (!inHand || !stop) return
      run += 1
      const corners = inHand.stops.filter(({ kind }) => kind === 'corner').length
      if (!perform('corner', addCorner(inHand.line, inHand.way, stop))) {
        announce(t('diagramCanvas.stops.onLegs'))
        return
      }
      const now = read()
      if (!now) return
      const more = now.stops.filter(({ kind }) => kind === 'corner').length - corners
      follow(inHand.line.route === 'elbow' ? stop : { kind: 'corner', index: 0, at: stop.at }, stop.at)
      const next = read()
      announce([t('diagramCanvas.stops.added', { count: more }), next ? tell(next) : ''].join(' '))
    },
    resetStop: (): void => {
      const inHand = read()
      const stop = inHand?.stops[inHand.at]
      if (!inHand || !stop) return
      run += 1
      if (perform('corner', resetStop(inHand.line, inHand.way, stop))) follow(stop, stop.at)
      else announce(t('diagramCanvas.stops.nothingSet'))
    },
    /** The end in hand is led to a shape found by its name; null where no end is in hand. */
    findEndInHand: (): 'from' | 'to' | null => {
      const inHand = read()
      const stop = inHand?.stops[inHand.at]
      return stop?.kind === 'end' ? stop.which : null
    },
    leaveStops: leave
  }
}
