import type { DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { changeTexts, readTexts } from '../../../../shared/diagrams/item-texts.ts'
import type { TextMask } from '../../../stores/text-mask.ts'

/** The items without the customers named in their words; those that name nobody are the objects they were. */
export const hideItems = (items: Iterable<DiagramItem>, mask: TextMask): DiagramItem[] =>
  [...items].map((item) => changeTexts(item, mask.hide))

/** What is meant by an item made out of a shown one: its words with the names that were hidden in them. */
export function restoreItem(
  item: DiagramItem,
  before: DiagramItem | undefined,
  mask: TextMask,
  onTyped: (text: string) => void = () => undefined
): DiagramItem {
  const words = before && readTexts(before)
  return changeTexts(item, (text, place) => {
    const meant = mask.restore(text, words ? (words.get(place) ?? '') : undefined)
    if (meant === text && words?.get(place) !== text) onTyped(text)
    return meant
  })
}
