import { useReactFlow, type ReactFlowInstance } from '@xyflow/react'
import { useCallback, useEffect, useRef, type RefObject } from 'react'
import type { Box } from '../../../shared/models/geometry.ts'

export const ZOOM_LIMITS = { least: 0.25, most: 2.5, fit: 1.4 }
const MARGIN = 10
const STEP = 1.2

export interface Zoom {
  readonly fit: () => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  /** Brings a box into view when it is not. */
  readonly reveal: (box: Box) => void
  /** The person moved the diagram: it is no longer refitted when the window changes. */
  readonly release: () => void
}

/** The view that shows all of `bounds` with a margin, centred, never larger than `ZOOM_LIMITS.fit`. */
export function findFit(bounds: Box, size: { width: number; height: number }): { x: number; y: number; zoom: number } {
  const free = { width: size.width - 2 * MARGIN, height: size.height - 2 * MARGIN }
  const zoom = Math.max(ZOOM_LIMITS.least, Math.min(ZOOM_LIMITS.fit, free.width / bounds.width, free.height / bounds.height))
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
    void flow.zoomTo(flow.getZoom() * factor, { duration: 120 })
  }
  return {
    fit,
    zoomIn: () => {
      zoomBy(STEP)
    },
    zoomOut: () => {
      zoomBy(1 / STEP)
    },
    reveal: (box) => {
      const element = frame.current
      if (!element) return
      const { x, y, zoom } = flow.getViewport()
      const [left, top] = [box.x * zoom + x, box.y * zoom + y]
      const isInView =
        left >= 0 && top >= 0 && left + box.width * zoom <= element.clientWidth && top + box.height * zoom <= element.clientHeight
      if (!isInView) void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom, duration: 160 })
    },
    release: () => {
      isFitted.current = false
    }
  }
}
