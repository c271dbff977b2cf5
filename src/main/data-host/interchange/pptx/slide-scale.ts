import type { Box } from '../../../../shared/models/geometry.ts'

/** A place on a slide, in inches. */
export interface SlideBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** A page of the diagram laid onto a slide: where things come to stand, and how large text is there. */
export interface SlideScale {
  readonly toBox: (box: Box) => SlideBox
  /** Inches for one unit of the diagram. */
  readonly scale: number
  readonly toPoints: (size: number) => number
}

/** 16:9, as PowerPoint makes it. */
const WIDTH = 13.333
const HEIGHT = 7.5
/** PowerPoint makes no slide wider. */
const WIDEST = 56
const MARGIN = 0.4
const TITLE = 0.75
/** Inches a unit takes at the size it has in the app, and at most; text of 13 units is then 9.75 and 13 points. */
const NATURAL = 1 / 96
const LARGEST = 1 / 72

export interface SlideSize {
  readonly width: number
  readonly height: number
}

/** The slide for what lies within `box`: the usual one, or a larger one of the same form where text would be too small to read. */
export function findSlideSize({ width, height }: Box): SlideSize {
  const factor = Math.max(1, (width * NATURAL) / (WIDTH - 2 * MARGIN), (height * NATURAL) / (HEIGHT - TITLE - 2 * MARGIN))
  const own = Math.min(WIDEST, WIDTH * factor)
  return { width: own, height: (own * HEIGHT) / WIDTH }
}

/** Lays `box` into the middle of a slide, below its title, as large as it fits. */
export function scaleTo(box: Box, { width, height }: SlideSize): SlideScale {
  const ratio = width / WIDTH
  const room = { w: width - 2 * MARGIN * ratio, h: height - (TITLE + 2 * MARGIN) * ratio }
  const scale = Math.min(LARGEST * ratio, room.w / Math.max(1, box.width), room.h / Math.max(1, box.height))
  const left = (width - box.width * scale) / 2
  const top = (TITLE + MARGIN) * ratio + (room.h - box.height * scale) / 2
  const round = (inches: number): number => Math.round(inches * 10_000) / 10_000
  return {
    scale,
    toBox: (own) => ({
      x: round(left + (own.x - box.x) * scale),
      y: round(top + (own.y - box.y) * scale),
      w: round(own.width * scale),
      h: round(own.height * scale)
    }),
    toPoints: (size) => Math.max(1, Math.round(size * scale * 72 * 10) / 10)
  }
}

/** The smallest box around all of them. */
export function enclose(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y
  }
}
