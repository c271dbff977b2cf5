import type { Box } from '../../../../shared/models/geometry.ts'

/** Moves the page under the window: a place p of the page is seen at `p · zoom + (x, y)`. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Frame {
  readonly width: number
  readonly height: number
}

/** So much of the window a step takes, at most; the whole diagram takes more. */
const STEP_SHARE = { width: 0.56, height: 0.5 }
const WHOLE_SHARE = { width: 0.92, height: 0.76 }
/** A small shape is not blown up further: text of 13 units is then 78 px high. */
const MOST_ZOOM = 6
const LEAST_ZOOM = 0.02

/** A step stands a little above the middle: what is said of it stands below. Above and below the whole there is room for title and legend. */
const MIDDLE = { step: 0.46, whole: 0.5 }

/** The view that has `box` in the middle of the window, as large as its share of it allows. */
export function aim(box: Box, frame: Frame, kind: 'step' | 'whole'): Camera {
  const share = kind === 'step' ? STEP_SHARE : WHOLE_SHARE
  const zoom = Math.max(
    LEAST_ZOOM,
    Math.min(MOST_ZOOM, (frame.width * share.width) / Math.max(1, box.width), (frame.height * share.height) / Math.max(1, box.height))
  )
  return { x: frame.width / 2 - (box.x + box.width / 2) * zoom, y: frame.height * MIDDLE[kind] - (box.y + box.height / 2) * zoom, zoom }
}
