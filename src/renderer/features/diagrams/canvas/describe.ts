import type { TFunction } from 'i18next'
import { isAttached, isShape, type DiagramItem, type DiagramLine, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { findShape, type Items } from '../../../../shared/diagrams/edits/items.ts'

type Translate = TFunction

export const nameKind = (shape: DiagramShape, t: Translate): string => t(`diagramShapes.kinds.${shape.kind}`)

/** What a shape is called when somebody speaks of it: its text, else its kind. */
export function nameShape(shape: DiagramShape | null, t: Translate): string {
  if (!shape) return t('diagramCanvas.looseEnd')
  const text = shape.label.replace(/\s+/gu, ' ').trim()
  return text === '' ? nameKind(shape, t) : text
}

/** `Process: Qualify lead, 2 relations, locked, segment At risk 96 customers`. `figure`: what its link says. */
export function describeShape(shape: DiagramShape, relations: number, figure: string | null, t: Translate): string {
  const label = shape.label.replace(/\s+/gu, ' ').trim()
  return [
    label === '' ? nameKind(shape, t) : t('diagramCanvas.named', { kind: nameKind(shape, t), name: label }),
    ...(relations > 0 ? [t('diagramCanvas.relations', { count: relations })] : []),
    ...(shape.isLocked === true ? [t('diagramCanvas.locked')] : []),
    ...(figure === null ? [] : [figure])
  ].join(', ')
}

/** `From Qualify to Offer: yes`. */
export function describeLine(line: DiagramLine, from: DiagramShape | null, to: DiagramShape | null, t: Translate): string {
  const ends = t('diagramCanvas.fromTo', { from: nameShape(from, t), to: nameShape(to, t) })
  const label = line.label.replace(/\s+/gu, ' ').trim()
  return label === '' ? ends : `${ends}: ${label}`
}

export function nameItem(item: DiagramItem, items: Items, t: Translate): string {
  if (isShape(item)) return nameShape(item, t)
  const endOf = (end: DiagramLine['from']): DiagramShape | null => (isAttached(end) ? findShape(items, end.shapeId) : null)
  return describeLine(item, endOf(item.from), endOf(item.to), t)
}

export type { Translate }
