import type { DiagramItem } from '../diagram.ts'
import { isLine, isShape } from '../diagram.ts'
import type { Items } from './items.ts'
import { listInReadingOrder } from './reading-order.ts'

/** Without accents and capitals, as people type when they search. */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

const textsOf = (item: DiagramItem): string[] => [
  item.label,
  item.notes ?? '',
  ...(isShape(item) ? (item.fields ?? []).flatMap(({ name, label }) => [name, label ?? '']) : [])
]

/** Shapes in reading order, then lines, whose words hold all the words of the query. */
export function findItems(items: Items, query: string): DiagramItem[] {
  const words = foldText(query).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return []
  const matches = (item: DiagramItem): boolean => {
    const text = foldText(textsOf(item).join('\n'))
    return words.every((word) => text.includes(word))
  }
  return [...listInReadingOrder(items), ...[...items.values()].filter(isLine)].filter(matches)
}

/** Everything of one kind: all shapes, or all lines, like those chosen. */
export function listSameKind(items: Items, ids: Iterable<string>): string[] {
  const kinds = new Set([...ids].flatMap((id) => kindOf(items.get(id)) ?? []))
  return [...items.values()].flatMap((item) => (kinds.has(kindOf(item) ?? '') ? [item.id] : []))
}
const kindOf = (item: DiagramItem | undefined): string | null => (item ? (isShape(item) ? item.kind : 'line') : null)
