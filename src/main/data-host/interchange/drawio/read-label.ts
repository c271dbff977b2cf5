import type { Cell } from './cells.ts'
import { isOn } from './cell-style.ts'
import { FIGURE, FIGURE_SHOWN } from './extra.ts'
import { htmlToText } from './html-text.ts'

/** A cell's text as it is shown. `above`: the cells it stands in, nearest first, whose data placeholders may name. */
export function readLabel(cell: Cell, above: readonly Cell[] = []): string {
  const text = isOn(cell.style, 'html') ? htmlToText(ownValue(cell)) : cell.value.replace(/\r\n?/g, '\n')
  return cell.attributes?.placeholders === '1' && cell.attributes[FIGURE] === undefined ? fillPlaceholders(text, [cell, ...above]) : text
}

/** What a cell shows without the figure Cauce wrote below it. */
export const ownValue = ({ value, attributes }: Cell): string =>
  attributes?.[FIGURE] !== undefined && value.endsWith(FIGURE_SHOWN) ? value.slice(0, -FIGURE_SHOWN.length) : value

/** `%name%` is what the cell, or the nearest one around it, keeps under that name; what nobody keeps stays as it is written. */
function fillPlaceholders(text: string, cells: readonly Cell[]): string {
  return text.replace(/%([^%\s{}]{1,100})%/g, (whole, name: string) => {
    const keeper = cells.find(({ attributes }) => attributes && Object.hasOwn(attributes, name))
    return keeper?.attributes?.[name] ?? whole
  })
}
