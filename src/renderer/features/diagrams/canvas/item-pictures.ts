import { isAttached, isShape, type DiagramItem, type DiagramLine, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { drawLine } from '../../../../shared/diagrams/draw-line.ts'
import { boxOf, drawShape } from '../../../../shared/diagrams/draw-shape.ts'
import { findShape, type Items } from '../../../../shared/diagrams/edits/items.ts'
import { routeLine, type Anchor } from '../../../../shared/diagrams/route-line.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import type { Shape } from '../../../../shared/models/diagram-shapes.ts'
import type { Box, Point } from '../../../../shared/models/geometry.ts'
import { boxAround, growBox } from './item-boxes.ts'

type Figures = ReadonlyMap<string, LiveFigure>
type LineShape = Anchor & Pick<DiagramShape, 'id'>

/** An item as it is seen from far away: its form, no letters. */
interface ItemPicture {
  readonly shapes: readonly Shape[]
  /** What it covers, its edge included. */
  readonly box: Box
}
interface LinePicture extends ItemPicture {
  readonly points: readonly Point[]
}

/** Wider than any edge and head. */
const EDGE = 16

const shapePictures = new WeakMap<DiagramShape, { figure: LiveFigure | null; picture: ItemPicture }>()
const linePictures = new WeakMap<DiagramLine, { ends: readonly unknown[]; picture: LinePicture }>()

function pictureShape(shape: DiagramShape, figure: LiveFigure | null): ItemPicture {
  const known = shapePictures.get(shape)
  if (known?.figure === figure) return known.picture
  const { fields: _fields, ...plain } = shape
  // Nothing is written, so that the language does not matter.
  const shapes = drawShape({ ...plain, label: '' }, figure, 'en').filter(({ kind }) => kind !== 'text')
  const picture = { shapes, box: growBox(boxOf(shape, figure), EDGE) }
  shapePictures.set(shape, { figure, picture })
  return picture
}

/** `shapes`: of the diagram, a gesture under way included or not. */
export function pictureLine(line: DiagramLine, shapes: Items, figures: Figures): LinePicture {
  const [from, to] = [line.from, line.to].map((end) => (isAttached(end) ? findShape(shapes, end.shapeId) : null))
  const ends = [from, to, from && figures.get(from.id), to && figures.get(to.id)]
  const known = linePictures.get(line)
  if (known && known.ends.every((end, index) => end === ends[index])) return known.picture
  const anchors = new Map<string, LineShape>()
  for (const end of [from, to]) if (end) anchors.set(end.id, { ...boxOf(end, figures.get(end.id) ?? null), id: end.id, kind: end.kind })
  const route = routeLine(line, anchors)
  const [way] = drawLine({ ...line, label: '', startHead: 'none', endHead: 'none' }, anchors, route)
  const picture = { shapes: way ? [way] : [], box: growBox(boxAround(placesIn(route.path, route.points)), EDGE), points: route.points }
  linePictures.set(line, { ends, picture })
  return picture
}

export const pictureItem = (item: DiagramItem, items: Items, figures: Figures): ItemPicture =>
  isShape(item) ? pictureShape(item, figures.get(item.id) ?? null) : pictureLine(item, items, figures)

/** A bow lies within the places it is drawn by. */
function placesIn(path: string, points: readonly Point[]): readonly Point[] {
  if (!path.includes('C')) return points
  const numbers = (path.match(/-?[\d.]+(?:e-?\d+)?/gu) ?? []).map(Number)
  return numbers.flatMap((x, index) => {
    const y = numbers[index + 1]
    return index % 2 === 0 && y !== undefined ? [{ x, y }] : []
  })
}
