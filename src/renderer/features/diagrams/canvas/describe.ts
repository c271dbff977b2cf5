import type { TFunction } from 'i18next'
import { isAttached, isShape, type DiagramItem, type DiagramLine, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { findShape, listAround, type Items } from '../../../../shared/diagrams/edits/items.ts'
import { numberNameless } from '../../../../shared/diagrams/edits/nameless.ts'
import { listInReadingOrder } from '../../../../shared/diagrams/edits/reading-order.ts'
import type { LiveFigure } from '../../../../shared/diagrams/with-figures.ts'

type Translate = TFunction

export const nameKind = (shape: DiagramShape, t: Translate): string => t(`diagramShapes.kinds.${shape.kind}`)

/** What a shape is called wherever somebody speaks of it: its text, else its kind, with a number where several of the kind have none. */
export function nameShape(shape: DiagramShape | null, items: Items, t: Translate): string {
  if (!shape) return t('diagramCanvas.looseEnd')
  const text = shape.label.replace(/\s+/gu, ' ').trim()
  if (text !== '') return text
  const number = numberNameless(items).get(shape.id)
  return number === undefined ? nameKind(shape, t) : `${nameKind(shape, t)} ${String(number)}`
}

/** What the container a shape stands in is called; null: it stands on the page itself. */
export function nameContainer(items: Items, id: string, t: Translate): string | null {
  const [parent] = listAround(items, id)
  return parent ? nameShape(parent, items, t) : null
}

interface ShapeFacts {
  /** Lines with an end at it. */
  readonly relations: number
  /** Shapes that stand directly in it; left out: none. */
  readonly contents?: number
  /** What it stands in is called; null or left out: it stands on the page itself. */
  readonly within?: string | null
  /** What its link says today. */
  readonly figure: Pick<LiveFigure, 'badge' | 'description'> | null
  /** Which of the shapes of its kind without a text it is; undefined: the only one, or it has a text. */
  readonly number?: number | undefined
  /** Where it stands in reading order, told of what is chosen; null: not told. */
  readonly place: { readonly number: number; readonly count: number } | null
}

/**
 * `Qualify lead, 96 customers, At risk, Process, in Sales, 2 relations, locked, 3 of 5`, `Group, holds 3 shapes, 1 of 5`: what is seen of it first, as it is seen, so that whoever
 * speaks to the machine can say what they read.
 */
export function describeShape(
  shape: DiagramShape,
  { relations, contents = 0, within = null, figure, number, place }: ShapeFacts,
  t: Translate
): string {
  const label = shape.label.replace(/\s+/gu, ' ').trim()
  const { badge = null, description = null } = figure ?? {}
  const behind = badge !== null && description?.endsWith(`: ${badge}`) === true ? description.slice(0, -badge.length - 2) : description
  return [
    ...(label === '' ? [] : [label]),
    ...(badge === null ? [] : [badge]),
    ...(behind === null || behind === badge ? [] : [behind]),
    number === undefined ? nameKind(shape, t) : `${nameKind(shape, t)} ${String(number)}`,
    ...(shape.fields && shape.fields.length > 0 ? [t('diagramCanvas.fields', { count: shape.fields.length })] : []),
    ...(contents > 0 ? [t('diagramCanvas.contents', { count: contents })] : []),
    ...(within === null ? [] : [t('diagramCanvas.within', { name: within })]),
    ...(relations > 0 ? [t('diagramCanvas.relations', { count: relations })] : []),
    ...(shape.isLocked === true ? [t('diagramCanvas.locked')] : []),
    ...(place === null ? [] : [t('diagramCanvas.place', { number: String(place.number), count: place.count })])
  ].join(', ')
}

/** Of diagrams read last: finding it out for each shape by itself would read all of them each time. */
const places = new WeakMap<Items, ReadonlyMap<string, number>>()

/** Where a shape stands in reading order, from 1, and how many there are. */
export function findPlace(items: Items, id: string): ShapeFacts['place'] {
  const known = places.get(items) ?? new Map(listInReadingOrder(items).map((shape, index) => [shape.id, index + 1]))
  places.set(items, known)
  const number = known.get(id)
  return number === undefined ? null : { number, count: known.size }
}

/** Null: a loose end. */
interface LineEnds {
  readonly from: DiagramShape | null
  readonly to: DiagramShape | null
}

/** `From Qualify to Offer: yes`. */
export function describeLine(line: DiagramLine, ends: LineEnds, items: Items, t: Translate): string {
  const ways = t('diagramCanvas.fromTo', { from: nameShape(ends.from, items, t), to: nameShape(ends.to, items, t) })
  const label = line.label.replace(/\s+/gu, ' ').trim()
  return label === '' ? ways : `${ways}: ${label}`
}

export function nameItem(item: DiagramItem, items: Items, t: Translate): string {
  if (isShape(item)) return nameShape(item, items, t)
  const endOf = (end: DiagramLine['from']): DiagramShape | null => (isAttached(end) ? findShape(items, end.shapeId) : null)
  return describeLine(item, { from: endOf(item.from), to: endOf(item.to) }, items, t)
}

export type { Translate }
