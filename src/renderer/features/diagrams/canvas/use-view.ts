import { useReactFlow, useStoreApi, type ReactFlowInstance } from '@xyflow/react'
import { useEffect, useLayoutEffect, useState, type RefObject } from 'react'
import { durationOf, measurePan, ZOOM_LIMITS, ZOOM_STEP, type ViewKey } from '../../../ui/canvas-view-keys.ts'
import { union, type Box, type Point } from '../../../../shared/models/geometry.ts'
import { isLine, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { routeLine } from '../../../../shared/diagrams/route-line.ts'
import { useCanvasUiStore, useDiagramStore } from '../store/use-diagram.ts'

/** What is fitted is drawn no larger than this. */
const MOST_FITTED = 1.2
const MARGIN = 32
const REVEAL_MS = 160
const ZOOM_MS = 120

/** A view, and where the canvas stood then and how large it was; null: all was fitted, and is again. */
export type LeftView = (Fit & { readonly stood: Stood }) | null

/** A place in the window, in pixels. */
interface Stood {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What the person sees of the page, and how to move it. */
export interface View {
  /** Shows all, or the boxes given, as large as fits. */
  readonly fit: (boxes?: readonly Box[]) => void
  readonly zoomBy: (factor: number) => void
  /** What a key asks for. */
  readonly run: (key: ViewKey) => void
  /** Brings a box into view when it is not. */
  readonly reveal: (box: Box) => void
  readonly centre: (place: Point) => void
  /** The person moved the page: it is no longer refitted when the window changes. */
  readonly release: () => void
  /** A place of the window as a place of the page. */
  readonly toPage: (place: { clientX: number; clientY: number }) => Point
  /** The part of the page that is seen. */
  readonly readSeen: () => Box
  readonly readZoom: () => number
}

/** Beyond this many items lines are left out of account: they hardly reach beyond so many shapes. */
const MOST_MEASURED = 3000

/** What is fitted: shapes, and how far their lines reach around them. */
function boxesOf(items: Iterable<DiagramItem>): Box[] {
  const all = [...items]
  const shapes = all.filter(isShape)
  if (all.length > MOST_MEASURED) return shapes
  const byId = new Map(shapes.map((shape) => [shape.id, shape]))
  return [
    ...shapes,
    ...all.filter(isLine).flatMap((line) => routeLine(line, byId).points.map((point) => ({ ...point, width: 0, height: 0 })))
  ]
}

/** What floats over the canvas, in pixels beyond the margin: the zoom bar below; the map above it, or beside what is shown. */
interface Room {
  readonly left: number
  readonly bottom: number
}
const NO_ROOM: readonly Room[] = [{ left: 0, bottom: 0 }]
const ROOM_BAR: readonly Room[] = [{ left: 0, bottom: 20 }]
const ROOM_MAP: readonly Room[] = [
  { left: 0, bottom: 140 },
  { left: 156, bottom: 20 }
]

interface Fit {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

/** The view that shows all of `bounds` with a margin, centred in what `rooms` leave free: whichever of them leaves it largest. */
export function findFit(bounds: Box, size: { width: number; height: number }, rooms: readonly Room[] = ROOM_BAR): Fit {
  const fits = rooms.map(({ left, bottom }) => fitInto(bounds, { width: size.width - left, height: size.height - bottom }, left))
  return fits.reduce((best, fit) => (fit.zoom > best.zoom ? fit : best))
}

/** The same in a part of the canvas that begins at `left`. */
function fitInto(bounds: Box, size: { width: number; height: number }, left: number): Fit {
  const free = { width: Math.max(1, size.width - 2 * MARGIN), height: Math.max(1, size.height - 2 * MARGIN) }
  const zoom = Math.max(ZOOM_LIMITS.least, Math.min(MOST_FITTED, free.width / bounds.width, free.height / bounds.height))
  return {
    x: left + size.width / 2 - (bounds.x + bounds.width / 2) * zoom,
    y: size.height / 2 - (bounds.y + bounds.height / 2) * zoom,
    zoom
  }
}

/**
 * Fits on open and whenever the canvas changes its size, until the person takes over; fitting all hands it back. Once they have, what
 * they look at stays at its place of the window as panels open beside it.
 */
export function useView(frame: RefObject<HTMLElement | null>): View {
  const flow = useReactFlow()
  const api = useStoreApi()
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  const [view] = useState(() => createView({ frame, flow, api, readItems: () => store.getState().items.values() }))
  useLayoutEffect(() => {
    const { leftAt } = ui.getState()
    if (leftAt) view.restore(leftAt)
    return () => {
      ui.setState({ leftAt: view.readPlace() })
    }
  }, [ui, view])
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      view.refit()
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [frame, view])
  return view
}

interface ViewParts {
  readonly frame: RefObject<HTMLElement | null>
  readonly flow: ReactFlowInstance
  readonly api: ReturnType<typeof useStoreApi>
  readonly readItems: () => Iterable<DiagramItem>
}

function createView({ frame, flow, api, readItems }: ViewParts): View & {
  refit: () => void
  readPlace: () => LeftView
  restore: (place: LeftView) => void
} {
  const readTransform = (): readonly [number, number, number] => api.getState().transform
  let isFitted = true
  /** Taken up when the canvas first has a size. */
  let comesBackTo: LeftView = null
  /** Where the canvas stood in the window, and how large, when it was last looked at. */
  let stood: Stood | null = null
  const sizeOf = (): { width: number; height: number } => ({
    width: frame.current?.clientWidth ?? 0,
    height: frame.current?.clientHeight ?? 0
  })
  const show = (boxes: readonly Box[], duration: number): void => {
    const size = sizeOf()
    if (size.width === 0) return
    const bounds = union(boxes)
    const hasMap = frame.current?.querySelector('.diagram-map') != null
    const empty = { x: 0, y: 0, width: size.width - 2 * MARGIN, height: size.height - 2 * MARGIN }
    void flow.setViewport(bounds ? findFit(bounds, size, hasMap ? ROOM_MAP : ROOM_BAR) : findFit(empty, size, NO_ROOM), { duration })
  }
  const readSeen = (): Box => {
    const { width, height } = sizeOf()
    const [x, y, zoom] = readTransform()
    return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom }
  }
  /** What was all to be seen before a panel opened is all to be seen beside it; else it stays where it was in the window. */
  const keepPlace = ({ x, y, zoom }: Fit, was: Stood, now: Stood): void => {
    const next = { x: x + was.left - now.left, y: y + was.top - now.top, zoom }
    const all = union(boxesOf(readItems()))
    const isAllIn = (at: Fit, { width, height }: { width: number; height: number }): boolean =>
      all !== null &&
      all.x * at.zoom + at.x >= 0 &&
      all.y * at.zoom + at.y >= 0 &&
      (all.x + all.width) * at.zoom + at.x <= width &&
      (all.y + all.height) * at.zoom + at.y <= height
    if (all && isAllIn({ x, y, zoom }, was) && !isAllIn(next, now)) {
      const fitted = findFit(all, now)
      const least = Math.min(zoom, fitted.zoom)
      void flow.setViewport({
        x: now.width / 2 - (all.x + all.width / 2) * least,
        y: (now.height - 20) / 2 - (all.y + all.height / 2) * least,
        zoom: least
      })
    } else void flow.setViewport(next)
  }
  const fit = (boxes?: readonly Box[]): void => {
    isFitted = boxes === undefined
    show(boxes ?? boxesOf(readItems()), durationOf(REVEAL_MS))
  }
  const zoomBy = (factor: number): void => {
    isFitted = false
    void flow.zoomTo(flow.getZoom() * factor, { duration: durationOf(ZOOM_MS) })
  }
  return {
    run: (key) => {
      const by = measurePan(key, sizeOf())
      if (by) {
        isFitted = false
        const [x, y, zoom] = readTransform()
        void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: durationOf(ZOOM_MS) })
      } else if (key === 'fit') fit()
      else zoomBy(key === 'zoomIn' ? ZOOM_STEP : 1 / ZOOM_STEP)
    },
    refit: () => {
      const stands = frame.current?.getBoundingClientRect()
      if (!stands || stands.width === 0) return
      const was = stood
      stood = stands
      if (comesBackTo) {
        const left = comesBackTo
        comesBackTo = null
        // The window may have become smaller meanwhile.
        keepPlace(left, left.stood, stands)
      } else if (isFitted) show(boxesOf(readItems()), 0)
      else if (was) {
        const [x, y, zoom] = readTransform()
        keepPlace({ x, y, zoom }, was, stands)
      }
    },
    readPlace: () => {
      if (isFitted || !stood) return null
      const [x, y, zoom] = readTransform()
      return { x, y, zoom, stood }
    },
    restore: (place) => {
      comesBackTo = place
      isFitted = place === null
    },
    fit,
    zoomBy,
    reveal: (box) => {
      const seen = readSeen()
      const isSeen =
        box.x >= seen.x && box.y >= seen.y && box.x + box.width <= seen.x + seen.width && box.y + box.height <= seen.y + seen.height
      if (isSeen) return
      isFitted = false
      void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: flow.getZoom(), duration: durationOf(REVEAL_MS) })
    },
    centre: ({ x, y }) => {
      isFitted = false
      void flow.setCenter(x, y, { zoom: flow.getZoom() })
    },
    release: () => {
      isFitted = false
    },
    toPage: ({ clientX, clientY }) => flow.screenToFlowPosition({ x: clientX, y: clientY }, { snapToGrid: false }),
    readSeen,
    readZoom: () => readTransform()[2]
  }
}
