import { CONTAINERS, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS, type Inside } from '../../../../shared/diagrams/shape-kinds.ts'
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
/** A long or tall step would be small in it: it may take more, up to where its words read like those of a small one. */
const LONG_STEP = { width: 0.92, height: 0.72, zoom: 1.8 }
const WHOLE_SHARE = { width: 0.92, height: 0.76 }
/** A small shape is not blown up further: text of 13 units is then 78 px high. */
const MOST_ZOOM = 6
const LEAST_ZOOM = 0.02

/** A step stands a little above the middle: what is said of it stands below. Above and below the whole there is room for title and legend. */
const MIDDLE = { step: 0.46, whole: 0.5 }
/** So much of the window stays free above and below what does not fill it. */
const EDGE = 0.02

/** The view that has `box` in the middle of the window, as large as its share of it allows, and no smaller than `least`. */
export function aim(box: Box, frame: Frame, kind: 'step' | 'whole', least = LEAST_ZOOM): Camera {
  const fit = (share: Frame): number =>
    Math.min((frame.width * share.width) / Math.max(1, box.width), (frame.height * share.height) / Math.max(1, box.height))
  const wanted = kind === 'step' ? Math.max(fit(STEP_SHARE), Math.min(LONG_STEP.zoom, fit(LONG_STEP))) : fit(WHOLE_SHARE)
  const zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, Math.max(wanted, least)))
  // What fills the window stands in the middle of it.
  const doesFill = box.height * zoom > 2 * (MIDDLE.step - EDGE) * frame.height
  const middle = frame.height * (doesFill ? MIDDLE.whole : MIDDLE[kind])
  return { x: frame.width / 2 - (box.x + box.width / 2) * zoom, y: middle - (box.y + box.height / 2) * zoom, zoom }
}

/** Beside a step its shape is seen at a scale its words are read at: what does not fit then is cut, never made smaller. */
const PLACE_ZOOM = { least: 0.85, leastOfContainer: 0.7, most: 1.25 }
/** Units around it that are its surroundings. */
const NEAR = { least: 80, most: 150 }

/** Where the words of a shape stand in it, as shares of its width and height. */
type Anchor = readonly [x: 0 | 0.5 | 1, y: 0 | 0.5 | 1]
const WORDS_BY_LOOK: Partial<Readonly<Record<Inside, Anchor>>> = {
  frame: [0, 0],
  'band-top': [0.5, 0],
  'band-left': [0, 0.5],
  entity: [0, 0],
  titled: [0, 0]
}
const SHARES = { start: 0, middle: 0.5, end: 1, top: 0, bottom: 1 } as const

function findWords({ kind, style }: DiagramShape): Anchor {
  const look = SHAPE_LOOKS[kind]
  return WORDS_BY_LOOK[look.inside] ?? [SHARES[style.align ?? look.align], SHARES[style.valign ?? look.valign]]
}

/** The view of a shape with what is near it: all of it where it can be read, else the part with its words. */
export function aimBeside(shape: DiagramShape, frame: Frame): Camera {
  const near = Math.max(NEAR.least, Math.min(NEAR.most, 0.5 * Math.min(shape.width, shape.height)))
  const [width, height] = [shape.width + 2 * near, shape.height + 2 * near]
  const least = CONTAINERS.includes(shape.kind) ? PLACE_ZOOM.leastOfContainer : PLACE_ZOOM.least
  const zoom = Math.max(least, Math.min(PLACE_ZOOM.most, frame.width / width, frame.height / height))
  const [atX, atY] = findWords(shape)
  // The shape in the middle; one that is longer than the frame begins, or ends, a little inside of it.
  const put = (start: number, length: number, whole: number, room: number, share: number): number =>
    whole * zoom <= room + 1
      ? room / 2 - (start + length / 2) * zoom
      : share * room + (1 - 2 * share) * 28 - (start + share * length) * zoom
  return {
    x: put(shape.x, shape.width, width, frame.width, atX),
    y: put(shape.y, shape.height, height, frame.height, atY),
    zoom
  }
}
