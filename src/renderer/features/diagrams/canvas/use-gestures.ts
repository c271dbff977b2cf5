import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import { SIDES, type Side } from '../../../../shared/diagrams/diagram.ts'
import { measureDrawn } from '../../../../shared/diagrams/draw-shape.ts'
import { findLine, findShape } from '../../../../shared/diagrams/edits/items.ts'
import { CORNERS, type Corner } from '../../../../shared/diagrams/edits/resize.ts'
import type { Point } from '../../../../shared/models/geometry.ts'
import { useCanvasUiStore, useDiagramStore } from '../store/use-diagram.ts'
import type { CanvasActions } from './actions.ts'
import { startDrag } from './drag-items.ts'
import { readItemAt } from './item-at.ts'
import { clearMarks, type Gesture, type Pointer, type Tools } from './gesture.ts'
import { startChoosing, startConnecting, startCorner, startReconnecting, startResize } from './other-gestures.ts'
import { makeId } from './use-canvas-actions.ts'

const THRESHOLD_PX = 3
/** This near to the edge of the canvas the page moves along, so many pixels a frame. */
const EDGE_PX = 28
const PAN_PX = 9
/** Around a shape this far the pointer is still at it. */
const REACH_PX = 32

type Started = { readonly gesture: Gesture | null; readonly click?: () => void }
interface Pressed extends Started {
  readonly pointerId: number
  readonly from: { readonly clientX: number; readonly clientY: number }
  isMoving: boolean
  last: PointerEvent | ReactPointerEvent
}

/** What the mouse does on the canvas while editing: the handlers of its frame. */
export function useGestures(frame: RefObject<HTMLElement | null>, actions: CanvasActions, isOn: boolean) {
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  const flow = useReactFlow()
  const pressed = useRef<Pressed | null>(null)
  const [tools] = useState<Omit<Tools, 'actions'>>(() => ({ store, ui, makeId, zoom: () => flow.getZoom() }))

  /** The canvas in the window; asked for once per gesture, since asking makes the page lay itself out. */
  const bounds = useRef<DOMRect | null>(null)
  const toPage = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { x, y, zoom } = flow.getViewport()
    const { left = 0, top = 0 } = bounds.current ?? {}
    return { x: (clientX - left - x) / zoom, y: (clientY - top - y) / zoom }
  }
  const read = (event: {
    clientX: number
    clientY: number
    shiftKey: boolean
    altKey: boolean
    ctrlKey: boolean
    metaKey: boolean
  }): Pointer => ({
    at: toPage(event),
    isShift: event.shiftKey,
    isAlt: event.altKey,
    isMod: event.ctrlKey || event.metaKey
  })
  const cancel = (): void => {
    pressed.current = null
    clearMarks(tools)
  }
  useEffect(() => {
    // Escape lets go of what is being dragged.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !pressed.current?.isMoving) return
      event.stopPropagation()
      cancel()
    }
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
    }
  })

  const panAtEdge = (): void => {
    const now = pressed.current
    const place = bounds.current
    if (!now?.isMoving || !place) return
    const { clientX, clientY } = now.last
    const push = (at: number, low: number, high: number): number => (at < low + EDGE_PX ? PAN_PX : at > high - EDGE_PX ? -PAN_PX : 0)
    const [dx, dy] = [push(clientX, place.left, place.right), push(clientY, place.top, place.bottom)]
    if (dx !== 0 || dy !== 0) {
      const { x, y, zoom } = flow.getViewport()
      void flow.setViewport({ x: x + dx, y: y + dy, zoom })
      now.gesture?.move(read(now.last))
    }
    requestAnimationFrame(panAtEdge)
  }

  return {
    onPointerDown: (event: ReactPointerEvent): void => {
      if (!isOn || event.button !== 0 || isPanning(frame.current)) return
      if (!(event.target instanceof Element) || event.target.closest('[data-no-gesture]')) return
      bounds.current = frame.current?.getBoundingClientRect() ?? null
      const started = start({ ...tools, actions }, event.target, read(event))
      if (!started) return
      pressed.current = { ...started, pointerId: event.pointerId, from: event, isMoving: false, last: event.nativeEvent }
    },
    onPointerEnter: (): void => {
      bounds.current = frame.current?.getBoundingClientRect() ?? null
    },
    onPointerMove: (event: ReactPointerEvent): void => {
      const now = pressed.current
      if (!now) {
        if (isOn) hover(tools, event.target, read(event).at)
        return
      }
      if (!now.isMoving) {
        if (Math.hypot(event.clientX - now.from.clientX, event.clientY - now.from.clientY) < THRESHOLD_PX) return
        now.isMoving = true
        // Only now: a click that moved nothing stays a click on what was pressed.
        event.currentTarget.setPointerCapture(event.pointerId)
        ui.setState({ hoveredId: null, menuAt: null, offer: null })
        requestAnimationFrame(panAtEdge)
      }
      now.last = event.nativeEvent
      now.gesture?.move(read(event))
    },
    onPointerUp: (event: ReactPointerEvent): void => {
      const now = pressed.current
      if (!now) return
      pressed.current = null
      if (now.isMoving) now.gesture?.end(read(event))
      else now.click?.()
    },
    onPointerCancel: cancel
  }
}

/** With Space held the page is panned, not drawn on. */
const isPanning = (frame: HTMLElement | null): boolean => frame?.dataset['panning'] === 'yes'

/** The shape the pointer is at: also a little outside of it, where its dots stand. */
function hover({ store, ui, zoom }: Omit<Tools, 'actions'>, target: EventTarget, at: Point): void {
  if (!(target instanceof Element) || target.closest('[data-port]')) return
  const { items } = store.getState()
  const found =
    findShape(items, readItemAt(target, () => ({ items, figures: ui.getState().figures, place: at, zoom: zoom() })) ?? '')?.id ?? null
  const { hoveredId } = ui.getState()
  if (found === hoveredId) return
  const shape = found === null && hoveredId !== null ? findShape(items, hoveredId) : null
  const held = shape && measureDrawn(shape, ui.getState().figures.get(shape.id) ?? null)
  const reach = REACH_PX / zoom()
  const isNear =
    held !== null &&
    at.x > held.x - reach &&
    at.y > held.y - reach &&
    at.x < held.x + held.width + reach &&
    at.y < held.y + held.height + reach
  if (!isNear) ui.setState({ hoveredId: found })
}

const isSide = (value: string | undefined): value is Side => SIDES.some((side) => side === value)
const isCorner = (value: string | undefined): value is Corner => CORNERS.some((corner) => corner === value)

/** What begins where the mouse was pressed: on a handle, on an item, or on the empty page. */
function start(tools: Tools, target: Element, from: Pointer): Started | null {
  const { store, ui, actions } = tools
  const { items, selection, select } = store.getState()
  const data = target instanceof SVGElement || target instanceof HTMLElement ? target.dataset : {}
  const ownerId = data['of'] ?? ''
  if (isSide(data['port']))
    return {
      gesture: startConnecting(tools, from, ownerId, data['port']),
      click: () => {
        select([ownerId])
        actions.grow(({ top: 'up', right: 'right', bottom: 'down', left: 'left' } as const)[data['port'] as Side])
      }
    }
  if (isCorner(data['corner'])) return { gesture: startResize(tools, from, ownerId, data['corner']) }
  const line = findLine(items, ownerId)
  if (line && (data['end'] === 'from' || data['end'] === 'to')) return { gesture: startReconnecting(tools, line, data['end']) }
  if (line && data['index'] !== undefined)
    return {
      gesture: startCorner(tools, from, line, {
        index: Number(data['index']),
        isNew: data['new'] === 'yes',
        isLeg: data['leg'] === 'yes'
      })
    }
  const id = readItemAt(target, () => ({ items, figures: ui.getState().figures, place: from.at, zoom: tools.zoom() }))
  if (id === undefined) {
    if (!target.closest('.react-flow__pane')) return null
    return {
      gesture: startChoosing(tools, from),
      click: () => {
        ui.setState({ offer: null, menuAt: null })
        if (!from.isShift) select([])
      }
    }
  }
  const wasSelected = selection.has(id)
  if (from.isShift || (from.isMod && !from.isAlt)) {
    select(wasSelected ? [...selection].filter((each) => each !== id) : [...selection, id])
    actions.announceSelection()
    return { gesture: from.isShift ? null : startDrag(tools, from) }
  }
  if (!wasSelected) select([id])
  return {
    gesture: startDrag(tools, from),
    click: () => {
      select([id])
    }
  }
}
