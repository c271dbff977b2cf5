import type { Shape } from '../../shared/models/diagram-shapes.ts'
import { pageOf, themeOf } from './drawn-inks.ts'

/** What a bitmap is drawn with: a canvas' pen, and the colours and pictures it has at hand. */
export interface Painter {
  readonly pen: CanvasRenderingContext2D
  /** A colour of the style sheet as it is now: `var(--ink)`. */
  readonly colourOf: (css: string) => string
  /** A picture by its address; null until it is loaded. */
  readonly pictureOf: (href: string) => CanvasImageSource | null
}

/** Paths are read from their text once: the same drawing is drawn again at every change near it. */
const paths = new WeakMap<Shape, Path2D>()

function tracePath(shape: Extract<Shape, { kind: 'rect' | 'path' }>): Path2D {
  const known = paths.get(shape)
  if (known) return known
  const path = new Path2D(shape.kind === 'path' ? shape.d : undefined)
  if (shape.kind === 'rect') {
    const { x, y, width, height, radius } = shape
    if (radius > 0) path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2))
    else path.rect(x, y, width, height)
  }
  paths.set(shape, path)
  return path
}

/** Draws what `DrawnShapes` shows, without its letters. */
export function paintShapes({ pen, colourOf, pictureOf }: Painter, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    if (shape.kind === 'text') continue
    if (shape.kind === 'image') {
      const picture = pictureOf(shape.href)
      if (picture) drawWhole(pen, picture, shape)
      continue
    }
    const inkOf = shape.onPage === true ? pageOf : themeOf
    const path = tracePath(shape)
    const at = shape.kind === 'path' ? shape.at : undefined
    if (at) {
      pen.save()
      pen.translate(at.x, at.y)
      pen.scale(at.scale, at.scale)
    }
    if (shape.fill !== 'none') {
      pen.fillStyle = colourOf(inkOf(shape.fill))
      pen.fill(path)
    }
    if (shape.stroke !== undefined && shape.stroke !== 'none') {
      pen.strokeStyle = colourOf(inkOf(shape.stroke))
      pen.lineWidth = shape.weight ?? 1
      pen.setLineDash(shape.dash === undefined ? [] : shape.dash.split(' ').map(Number))
      pen.stroke(path)
    }
    if (at) pen.restore()
  }
}

/** As large as fits in the box, in its middle, as SVG shows an image. */
function drawWhole(
  pen: CanvasRenderingContext2D,
  picture: CanvasImageSource,
  { x, y, width, height }: { x: number; y: number; width: number; height: number }
): void {
  const size = picture instanceof HTMLImageElement ? { width: picture.naturalWidth, height: picture.naturalHeight } : { width, height }
  if (size.width === 0 || size.height === 0) return
  const scale = Math.min(width / size.width, height / size.height)
  const [across, down] = [size.width * scale, size.height * scale]
  pen.drawImage(picture, x + (width - across) / 2, y + (height - down) / 2, across, down)
}
