import { isLine } from '../../../../shared/diagrams/diagram.ts'
import { findShapeAt, measureToWay } from '../../../../shared/diagrams/edits/hit.ts'
import { isContainer, type Items } from '../../../../shared/diagrams/edits/items.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import { overlaps, type Point } from '../../../../shared/models/geometry.ts'
import { roughBoxOf } from './item-boxes.ts'
import { pictureLine } from './item-pictures.ts'

/** From so many items on only what is near the view is in the page at all. */
export const MANY = 1000
/** Under this zoom letters are too small to be read. */
export const FAR = 0.35
/** A line is pressed when the pointer is this near to it, in units and, from far away, on the screen. */
const REACH = 7
const REACH_PX = 3

/** Whether the diagram is shown as a picture, in which nothing hears the pointer. */
export const isPictured = (items: Items, zoom: number): boolean => items.size > MANY && zoom < FAR

/** What lies on top at a place of the page: shapes before the lines between them, containers last. */
export function findItemAt(items: Items, figures: ReadonlyMap<string, LiveFigure>, place: Point, zoom: number): string | undefined {
  const shape = findShapeAt(items, place)
  if (shape && !isContainer(shape)) return shape.id
  return findLineAt(items, figures, place, Math.max(REACH, REACH_PX / zoom)) ?? shape?.id
}

function findLineAt(items: Items, figures: ReadonlyMap<string, LiveFigure>, place: Point, reach: number): string | undefined {
  let nearest: { id: string; distance: number } | undefined
  for (const item of items.values()) {
    if (!isLine(item) || !overlaps(roughBoxOf(item, items), { ...place, width: 0, height: 0 }, reach)) continue
    const { distance } = measureToWay(pictureLine(item, items, figures).points, place)
    if (distance <= reach && (!nearest || distance < nearest.distance)) nearest = { id: item.id, distance }
  }
  return nearest?.id
}

/** The item that was pressed or pointed at: an element of the page, or in a picture whatever is drawn there. */
export function readItemAt(
  target: EventTarget,
  read: () => { items: Items; figures: ReadonlyMap<string, LiveFigure>; place: Point; zoom: number }
): string | undefined {
  if (!(target instanceof Element)) return undefined
  const id = target.closest<SVGElement>('[data-item]')?.dataset['item']
  if (id !== undefined || !target.closest('.react-flow__pane')) return id
  const { items, figures, place, zoom } = read()
  return isPictured(items, zoom) ? findItemAt(items, figures, place, zoom) : undefined
}
