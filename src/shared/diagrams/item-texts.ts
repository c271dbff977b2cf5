import type { DiagramItem } from './diagram.ts'

/** Data of our own on a shape (`cauce-…`): numbers, no words of anybody. */
export const isOwnData = (name: string): boolean => name.startsWith('cauce-')

/** Where a text stands in an item: `label`, `notes`, `address`, or `data` with the name it is kept under. */
type TextPlace = string

/** The words people wrote in an item, by place. */
export function readTexts(item: DiagramItem): Map<TextPlace, string> {
  const texts = new Map<TextPlace, string>()
  const add = (place: TextPlace, text: string | undefined): void => {
    if (text !== undefined && text !== '') texts.set(place, text)
  }
  add('label', item.label)
  add('notes', item.notes)
  if (item.item === 'shape') add('address', item.address)
  for (const [name, text] of Object.entries(item.data ?? {})) if (!isOwnData(name)) add(`data ${name}`, text)
  return texts
}

/** The item with its words as `change` makes them; the same one when it changes none. */
export function changeTexts<T extends DiagramItem>(item: T, change: (text: string, place: TextPlace) => string): T {
  const changed = new Map([...readTexts(item)].map(([place, text]) => [place, { text, next: change(text, place) }] as const))
  if ([...changed.values()].every(({ text, next }) => text === next)) return item
  const now = (place: TextPlace, text: string): string => changed.get(place)?.next ?? text
  return {
    ...item,
    label: now('label', item.label),
    ...(item.notes !== undefined && { notes: now('notes', item.notes) }),
    ...(item.item === 'shape' && item.address !== undefined && { address: now('address', item.address) }),
    ...(item.data && { data: Object.fromEntries(Object.entries(item.data).map(([name, text]) => [name, now(`data ${name}`, text)])) })
  }
}
