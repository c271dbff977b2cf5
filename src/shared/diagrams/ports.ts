import { bottom, right, type Box, type Point } from '../models/geometry.ts'
import type { DiagramShape, Side } from './diagram.ts'
import { faceSize, SHAPE_LOOKS, type Form } from './shape-kinds.ts'

/** What a line may end at: a shape's box and kind. */
export type Anchor = Box & Pick<DiagramShape, 'kind'>

export const isUpright = (side: Side): boolean => side === 'top' || side === 'bottom'
/** How long a side is. */
export const lengthOfSide = ({ width, height }: Box, side: Side): number => (isUpright(side) ? width : height)

/** How far inside the side of its box a form is drawn there; `t`: share along the side, 0 at its left or top. */
type Inset = (box: Box, t: number) => number
/** The part of a side along which the form has an edge, from its left or top. */
type Span = (box: Box) => readonly [number, number]
interface Edge {
  readonly inset?: Inset
  readonly span?: Span
}

/** How far from the middle, 0 to 1 at the corners. */
const offMiddle = (t: number): number => Math.abs(2 * t - 1)
/** A quarter of a circle away from its top, 0 in the middle to 1 at the corners. */
const arc = (t: number): number => 1 - Math.sqrt(Math.max(0, 1 - offMiddle(t) ** 2))

const lean = ({ width, height }: Box): number => Math.min(20, width / 5, height / 2)
const slope = ({ height }: Box): number => Math.min(16, height / 4)
const lid = ({ height }: Box): number => Math.min(12, height / 5)
const fold = ({ width, height }: Box): number => Math.min(16, width / 4, height / 4)
const step = ({ width, height }: Box): number => Math.min(5, height / 8, width / 12)
const notch = ({ width, height }: Box): number => Math.min(18, width / 5, height / 3)
const tip = ({ width }: Box): number => Math.min(width * 0.45, 48)
const bow = ({ width, height }: Box): number => Math.min(height / 2, width / 2)
/** The lower edge of a document is a wave. */
const wave: Inset = (box, t) => {
  const [high, s] = [lid(box), 1 - t]
  const y = 3 * (1 - s) ** 2 * s * -1.6 + 3 * (1 - s) * s ** 2 * 2.3 + s ** 3 * 0.35
  return high * (1 - y)
}

const upTo =
  (take: (box: Box) => number, side: 'width' | 'height'): Span =>
  (box) => [0, box[side] - take(box)]
const between =
  (take: (box: Box) => number, side: 'width' | 'height'): Span =>
  (box) => [take(box), box[side] - take(box)]
const both = (edge: (half: 'width' | 'height') => Edge): Readonly<Record<Side, Edge>> => ({
  top: edge('height'),
  bottom: edge('height'),
  left: edge('width'),
  right: edge('width')
})

/** Where each form is not drawn on the sides of its box. The measures are those of `draw-forms.ts`. */
const EDGES: Partial<Record<Form, Partial<Record<Side, Edge>>>> = {
  ellipse: both((half) => ({ inset: (box, t) => (box[half] / 2) * arc(t) })),
  diamond: both((half) => ({ inset: (box, t) => (box[half] / 2) * offMiddle(t) })),
  slanted: {
    left: { inset: (box, t) => lean(box) * (1 - t) },
    right: { inset: (box, t) => lean(box) * t },
    top: { span: (box) => [lean(box), box.width] },
    bottom: { span: upTo(lean, 'width') }
  },
  document: { bottom: { inset: wave }, left: { span: upTo(lid, 'height') }, right: { span: upTo(lid, 'height') } },
  hexagon: {
    left: { inset: (box, t) => lean(box) * offMiddle(t) },
    right: { inset: (box, t) => lean(box) * offMiddle(t) },
    top: { span: between(lean, 'width') },
    bottom: { span: between(lean, 'width') }
  },
  'manual-input': { top: { inset: (box, t) => slope(box) * (1 - t) }, left: { span: (box) => [slope(box), box.height] } },
  delay: {
    right: { inset: (box, t) => bow(box) * arc(t) },
    top: { span: upTo(bow, 'width') },
    bottom: { span: upTo(bow, 'width') }
  },
  cylinder: {
    top: { inset: (box, t) => lid(box) * arc(t) },
    bottom: { inset: (box, t) => lid(box) * arc(t) },
    left: { span: between(lid, 'height') },
    right: { span: between(lid, 'height') }
  },
  'off-page': {
    bottom: { inset: (box, t) => box.height * 0.32 * offMiddle(t) },
    left: { span: (box) => [0, box.height * 0.68] },
    right: { span: (box) => [0, box.height * 0.68] }
  },
  note: { top: { span: upTo(fold, 'width') }, right: { span: (box) => [fold(box), box.height] } },
  chevron: {
    left: { inset: (box, t) => notch(box) * (1 - offMiddle(t)) },
    right: { inset: (box, t) => notch(box) * offMiddle(t) },
    top: { span: upTo(notch, 'width') },
    bottom: { span: upTo(notch, 'width') }
  },
  point: {
    right: { inset: (box, t) => tip(box) * offMiddle(t) },
    top: { span: upTo(tip, 'width') },
    bottom: { span: upTo(tip, 'width') }
  },
  stack: {
    top: { span: (box) => [step(box), box.width] },
    left: { span: (box) => [step(box), box.height] },
    bottom: { span: upTo(step, 'width') },
    right: { span: upTo(step, 'height') }
  }
}

/** How far the corners of a form are rounded. */
function roundingOf(box: Box, kind: DiagramShape['kind']): number {
  const { form, radius } = SHAPE_LOOKS[kind]
  if (form === 'pill') return Math.min(box.height, box.width) / 2
  return form === 'card' || form === 'subprocess' ? Math.min(radius, box.width / 2, box.height / 2) : 0
}

/** How far a rounded corner takes the edge inside, `along` from the nearer end of the side. */
const insetOfCorner = (radius: number, along: number): number =>
  along >= radius ? 0 : radius - Math.sqrt(Math.max(0, radius ** 2 - (radius - along) ** 2))

/** Shapes that are drawn smaller than their box: lines end at what is drawn. */
function bodyOf(anchor: Anchor): { box: Box; form: Form } {
  if (anchor.kind !== 'emotion') return { box: anchor, form: SHAPE_LOOKS[anchor.kind].form }
  const size = faceSize(anchor)
  return { box: { x: anchor.x + (anchor.width - size) / 2, width: size, y: anchor.y + 1, height: size }, form: 'ellipse' }
}

/** The place on the drawn edge of a shape a share `at` along one of its sides, 0 at its left or top. */
export function placePort(anchor: Anchor, side: Side, at = 0.5): Point {
  const { box, form } = bodyOf(anchor)
  const length = lengthOfSide(box, side)
  const edge = EDGES[form]?.[side]
  const [low, high] = edge?.span?.(box) ?? [0, length]
  const along = Math.max(low, Math.min(high, length * at))
  const t = length === 0 ? 0.5 : along / length
  const inset = edge?.inset?.(box, t) ?? insetOfCorner(roundingOf(box, anchor.kind), Math.min(along, length - along))
  switch (side) {
    case 'top':
      return { x: box.x + along, y: box.y + inset }
    case 'bottom':
      return { x: box.x + along, y: bottom(box) - inset }
    case 'left':
      return { x: box.x + inset, y: box.y + along }
    case 'right':
      return { x: right(box) - inset, y: box.y + along }
  }
}
