import type { Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import type { Form } from './shape-kinds.ts'

export interface Paint {
  readonly fill: string
  readonly stroke: string
  readonly weight: number
  readonly dash: string | null
  readonly radius: number
  /** The edge was chosen and the page is its ground. */
  readonly isStrokeOnPage: boolean
}
/** Where text may stand. `narrows`: the form gives a block less width the higher it is. */
export interface Room extends Box {
  readonly narrows?: 'diamond' | 'ellipse'
}
interface Drawn {
  readonly shapes: Shape[]
  readonly room: Room
}

const PADDING = 10
/** A quarter of a circle as a cubic. */
const ARC = 0.5523

const inset = ({ x, y, width, height }: Box, across = PADDING, down = 6): Room => {
  const [dx, dy] = [Math.min(across, width / 6), Math.min(down, height / 6)]
  return { x: x + dx, y: y + dy, width: Math.max(1, width - 2 * dx), height: Math.max(1, height - 2 * dy) }
}
const n = (value: number): string => String(Math.round(value * 100) / 100)

function rect({ x, y, width, height }: Box, { fill, stroke, weight, dash, isStrokeOnPage: onPage }: Paint, radius: number): Shape {
  return {
    kind: 'rect',
    ...{ x, y, width, height, fill, weight },
    radius: Math.min(radius, width / 2, height / 2),
    stroke,
    ...(dash === null ? {} : { dash }),
    ...(onPage ? { onPage } : {}),
    outline: true
  }
}

/** `parts`: numbers and letters of a path in page coordinates. */
function outline(d: string, { fill, stroke, weight, dash, isStrokeOnPage: onPage }: Paint): Shape {
  return { kind: 'path', d, fill, stroke, weight, ...(dash === null ? {} : { dash }), ...(onPage ? { onPage } : {}), outline: true }
}
function detail(d: string, { stroke, weight, isStrokeOnPage: onPage }: Paint): Shape {
  return { kind: 'path', d, fill: 'none', stroke, weight, ...(onPage ? { onPage } : {}) }
}
const polygon = (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${n(x)},${n(y)}`).join('L')}Z`

function ellipsePath({ x, y, width, height }: Box): string {
  const [rx, ry] = [width / 2, height / 2]
  const [cx, cy] = [x + rx, y + ry]
  const curve = (...values: number[]): string =>
    `C${n(values[0] ?? 0)},${n(values[1] ?? 0)} ${n(values[2] ?? 0)},${n(values[3] ?? 0)} ${n(values[4] ?? 0)},${n(values[5] ?? 0)}`
  return `M${n(x)},${n(cy)}${curve(x, cy - ry * ARC, cx - rx * ARC, y, cx, y)}${curve(cx + rx * ARC, y, x + width, cy - ry * ARC, x + width, cy)}${curve(x + width, cy + ry * ARC, cx + rx * ARC, y + height, cx, y + height)}${curve(cx - rx * ARC, y + height, x, cy + ry * ARC, x, cy)}Z`
}

/** How far the slanted sides of a form lean, at most. */
const leanOf = ({ width, height }: Box): number => Math.min(20, width / 5, height / 2)
/** Depth of the point of an arrow-shaped form. */
export const pointOf = ({ width, height }: Box): number => Math.min(18, width / 5, height / 3)

function drawCylinder(box: Box, paint: Paint): Drawn {
  const { x, y, width, height } = box
  const lid = Math.min(12, height / 5)
  const [right, bottom, middle] = [x + width, y + height, x + width / 2]
  const arc = (top: number, sweep: number): string => {
    const reach = (width / 2) * ARC
    return `C${n(x)},${n(top + sweep * lid * ARC)} ${n(middle - reach)},${n(top + sweep * lid)} ${n(middle)},${n(top + sweep * lid)}C${n(middle + reach)},${n(top + sweep * lid)} ${n(right)},${n(top + sweep * lid * ARC)} ${n(right)},${n(top)}`
  }
  const back = (top: number): string => {
    const reach = (width / 2) * ARC
    return `C${n(right)},${n(top + lid * ARC)} ${n(middle + reach)},${n(top + lid)} ${n(middle)},${n(top + lid)}C${n(middle - reach)},${n(top + lid)} ${n(x)},${n(top + lid * ARC)} ${n(x)},${n(top)}`
  }
  return {
    shapes: [
      outline(`M${n(x)},${n(y + lid)}${arc(y + lid, -1)}V${n(bottom - lid)}${back(bottom - lid)}Z`, paint),
      detail(`M${n(x)},${n(y + lid)}${arc(y + lid, 1)}`, paint)
    ],
    room: inset({ x, y: y + 2 * lid, width, height: Math.max(1, height - 2.6 * lid) }, PADDING, 2)
  }
}

function drawDocument(box: Box, paint: Paint): Drawn {
  const { x, y, width, height } = box
  const wave = Math.min(12, height / 5)
  const low = y + height - wave
  return {
    shapes: [
      outline(
        `M${n(x)},${n(y)}H${n(x + width)}V${n(low)}C${n(x + width * 0.72)},${n(low - 1.6 * wave)} ${n(x + width * 0.36)},${n(low + 2.3 * wave)} ${n(x)},${n(low + wave * 0.35)}Z`,
        paint
      )
    ],
    room: inset({ x, y, width, height: height - 1.7 * wave })
  }
}

function drawNote(box: Box, paint: Paint): Drawn {
  const { x, y, width, height } = box
  const fold = Math.min(16, width / 4, height / 4)
  const [right, bottom] = [x + width, y + height]
  return {
    shapes: [
      outline(
        polygon([
          [x, y],
          [right - fold, y],
          [right, y + fold],
          [right, bottom],
          [x, bottom]
        ]),
        paint
      ),
      detail(`M${n(right - fold)},${n(y)}V${n(y + fold)}H${n(right)}`, paint)
    ],
    room: inset({ x, y: y + fold / 2, width, height: height - fold / 2 }, 12, 8)
  }
}

/** An arrow that points on, with a notch where the one before it ends. */
function drawChevron(box: Box, paint: Paint): Drawn {
  const { x, y, width, height } = box
  const point = pointOf(box)
  const [right, bottom, middle] = [x + width, y + height, y + height / 2]
  return {
    shapes: [
      outline(
        polygon([
          [x, y],
          [right - point, y],
          [right, middle],
          [right - point, bottom],
          [x, bottom],
          [x + point, middle]
        ]),
        paint
      )
    ],
    room: inset({ x: x + point, y, width: width - 2 * point, height }, 4, 6)
  }
}

function drawPoint(box: Box, paint: Paint): Drawn {
  const { x, y, width, height } = box
  const point = Math.min(width * 0.45, 48)
  const [right, bottom] = [x + width, y + height]
  return {
    shapes: [
      outline(
        polygon([
          [x, y],
          [right - point, y],
          [right, y + height / 2],
          [right - point, bottom],
          [x, bottom]
        ]),
        paint
      )
    ],
    room: inset({ x, y, width: width - point * 0.6, height }, 6, 6)
  }
}

/** Each outline with the room for text inside it. */
export const FORMS: Readonly<Record<Form, (box: Box, paint: Paint) => Drawn>> = {
  card: (box, paint) => ({ shapes: [rect(box, paint, paint.radius)], room: inset(box) }),
  square: (box, paint) => ({ shapes: [rect(box, paint, 0)], room: inset(box) }),
  pill: (box, paint) => ({ shapes: [rect(box, paint, box.height / 2)], room: inset(box, Math.min(box.height / 3, 22)) }),
  bare: (box, paint) => ({
    shapes: paint.fill === 'none' && paint.stroke === 'none' ? [] : [rect(box, paint, 0)],
    room: inset(box, 2, 2)
  }),
  ellipse: (box, paint) => ({ shapes: [outline(ellipsePath(box), paint)], room: { ...box, narrows: 'ellipse' } }),
  diamond: (box, paint) => {
    const { x, y, width, height } = box
    const [cx, cy] = [x + width / 2, y + height / 2]
    return {
      shapes: [
        outline(
          polygon([
            [cx, y],
            [x + width, cy],
            [cx, y + height],
            [x, cy]
          ]),
          paint
        )
      ],
      room: { ...box, narrows: 'diamond' }
    }
  },
  slanted: (box, paint) => {
    const { x, y, width, height } = box
    const lean = leanOf(box)
    return {
      shapes: [
        outline(
          polygon([
            [x + lean, y],
            [x + width, y],
            [x + width - lean, y + height],
            [x, y + height]
          ]),
          paint
        )
      ],
      room: inset({ x: x + lean, y, width: width - 2 * lean, height }, 4)
    }
  },
  document: drawDocument,
  subprocess: (box, paint) => {
    const { x, y, width, height } = box
    const side = Math.min(10, width / 8)
    return {
      shapes: [
        rect(box, paint, paint.radius),
        detail(`M${n(x + side)},${n(y)}V${n(y + height)}M${n(x + width - side)},${n(y)}V${n(y + height)}`, paint)
      ],
      room: inset({ x: x + side, y, width: width - 2 * side, height }, 6)
    }
  },
  hexagon: (box, paint) => {
    const { x, y, width, height } = box
    const [lean, middle] = [leanOf(box), y + height / 2]
    return {
      shapes: [
        outline(
          polygon([
            [x + lean, y],
            [x + width - lean, y],
            [x + width, middle],
            [x + width - lean, y + height],
            [x + lean, y + height],
            [x, middle]
          ]),
          paint
        )
      ],
      room: inset({ x: x + lean, y, width: width - 2 * lean, height }, 2)
    }
  },
  'manual-input': (box, paint) => {
    const { x, y, width, height } = box
    const lean = Math.min(16, height / 4)
    return {
      shapes: [
        outline(
          polygon([
            [x, y + lean],
            [x + width, y],
            [x + width, y + height],
            [x, y + height]
          ]),
          paint
        )
      ],
      room: inset({ x, y: y + lean * 0.8, width, height: height - lean * 0.8 })
    }
  },
  delay: (box, paint) => {
    const { x, y, width, height } = box
    const round = Math.min(height / 2, width / 2)
    const straight = x + width - round
    return {
      shapes: [
        outline(
          `M${n(x)},${n(y)}H${n(straight)}C${n(straight + round * ARC)},${n(y)} ${n(x + width)},${n(y + (height / 2) * (1 - ARC))} ${n(x + width)},${n(y + height / 2)}C${n(x + width)},${n(y + (height / 2) * (1 + ARC))} ${n(straight + round * ARC)},${n(y + height)} ${n(straight)},${n(y + height)}H${n(x)}Z`,
          paint
        )
      ],
      room: inset({ x, y, width: width - round * 0.4, height })
    }
  },
  cylinder: drawCylinder,
  'off-page': (box, paint) => {
    const { x, y, width, height } = box
    const low = y + height * 0.68
    return {
      shapes: [
        outline(
          polygon([
            [x, y],
            [x + width, y],
            [x + width, low],
            [x + width / 2, y + height],
            [x, low]
          ]),
          paint
        )
      ],
      room: inset({ x, y, width, height: height * 0.74 }, 5, 4)
    }
  },
  note: drawNote,
  chevron: drawChevron,
  point: drawPoint,
  stack: (box, paint) => {
    const { x, y, width, height } = box
    const step = Math.min(5, height / 8, width / 12)
    const front = { x, y: y + step, width: width - step, height: height - step }
    return {
      shapes: [rect({ x: x + step, y, width: width - step, height: height - step }, paint, paint.radius), rect(front, paint, paint.radius)],
      room: inset(front)
    }
  }
}
