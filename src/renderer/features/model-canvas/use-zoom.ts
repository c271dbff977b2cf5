import { useReactFlow, type ReactFlowInstance } from '@xyflow/react'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Box } from '../../../shared/models/geometry.ts'
import { durationOf, measurePan, ZOOM_STEP, type ViewKey } from '../../ui/canvas-view-keys.ts'

/** What is fitted is drawn between these times its size. */
const FIT = { least: 0.25, most: 1.4 }
const MARGIN = 10
const ZOOM_MS = 120
const REVEAL_MS = 160

export interface Zoom {
  readonly fit: () => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  /** What a key asks for. */
  readonly run: (key: ViewKey) => void
  /** Shows one box as large as fits. */
  readonly show: (box: Box) => void
  /** Brings a box into view when it is not. */
  readonly reveal: (box: Box) => void
  /** The person moved the diagram: it is no longer refitted when the window changes. */
  readonly release: () => void
}

/** The view that shows all of `bounds` with a margin, centred, never larger than `FIT.most`. */
export function findFit(bounds: Box, size: { width: number; height: number }): { x: number; y: number; zoom: number } {
  const free = { width: size.width - 2 * MARGIN, height: size.height - 2 * MARGIN }
  const zoom = Math.max(FIT.least, Math.min(FIT.most, free.width / bounds.width, free.height / bounds.height))
  return { x: size.width / 2 - (bounds.x + bounds.width / 2) * zoom, y: size.height / 2 - (bounds.y + bounds.height / 2) * zoom, zoom }
}

/** False while the canvas has no size yet. */
function showAll(flow: ReactFlowInstance, frame: RefObject<HTMLElement | null>, bounds: Box): boolean {
  const element = frame.current
  if (!element || element.clientWidth === 0) return false
  void flow.setViewport(findFit(bounds, { width: element.clientWidth, height: element.clientHeight }))
  return true
}

/** Fits on open and whenever the canvas changes its size, until the person takes over; Fit hands it back. */
export function useZoom(frame: RefObject<HTMLElement | null>, bounds: Box): Zoom {
  const flow = useReactFlow()
  const isFitted = useRef(true)
  const fit = useCallback(() => {
    if (showAll(flow, frame, bounds)) isFitted.current = true
  }, [flow, frame, bounds])
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      if (isFitted.current) fit()
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [frame, fit])
  const zoomBy = (factor: number): void => {
    isFitted.current = false
    void flow.zoomTo(flow.getZoom() * factor, { duration: durationOf(ZOOM_MS) })
  }
  const zoomIn = (): void => {
    zoomBy(ZOOM_STEP)
  }
  const zoomOut = (): void => {
    zoomBy(1 / ZOOM_STEP)
  }
  return {
    fit,
    zoomIn,
    zoomOut,
    run: (key) => {
      const by = measurePan(key, { width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 })
      if (by) {
        isFitted.current = false
        const { x, y, zoom } = flow.getViewport()
        void flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: durationOf(ZOOM_MS) })
      } else if (key === 'fit') fit()
      else if (key === 'zoomIn') zoomIn()
      else zoomOut()
    },
    show: (box) => {
      if (showAll(flow, frame, box)) isFitted.current = false
    },
    reveal: (box) => {
      const element = frame.current
      if (!element) return
      const { x, y, zoom } = flow.getViewport()
      const [left, top] = [box.x * zoom + x, box.y * zoom + y]
      const isInView =
        left >= 0 && top >= 0 && left + box.width * zoom <= element.clientWidth && top + box.height * zoom <= element.clientHeight
      if (!isInView) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: durationOf(REVEAL_MS) })
    },
    release: () => {
      isFitted.current = false
    }
  }
}
