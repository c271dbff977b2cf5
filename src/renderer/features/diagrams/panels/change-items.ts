import {
  isLine,
  isShape,
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  type ShapeStyle
} from '../../../../shared/diagrams/diagram.ts'
import { putAll, type Items, type Patch } from '../../../../shared/diagrams/edits/items.ts'

/** What several things have in common; mixed: they differ, and there is no one value. */
export type Common<T> = { readonly isMixed: false; readonly value: T } | { readonly isMixed: true; readonly value: undefined }

export function findCommon<I, T>(items: readonly I[], read: (item: I) => T): Common<T | undefined> {
  const [first, ...rest] = items
  if (first === undefined) return { isMixed: false, value: undefined }
  const value = read(first)
  return rest.every((item) => Object.is(read(item), value)) ? { isMixed: false, value } : { isMixed: true, value: undefined }
}

const listOf = <I extends DiagramItem>(items: Items, ids: Iterable<string>, is: (item: DiagramItem) => item is I): I[] =>
  [...ids].flatMap((id) => {
    const item = items.get(id)
    return item && is(item) ? [item] : []
  })

/** Everything among `ids` as `change` makes it; what stays the same is not written. */
export function changeItems(items: Items, ids: Iterable<string>, change: (item: DiagramItem) => DiagramItem): Patch {
  const chosen = [...ids].flatMap((id) => items.get(id) ?? [])
  return putAll(chosen.flatMap((item) => differ(item, change(item))))
}
/** Every shape among `ids` as `change` makes it; what stays the same is not written. */
export function changeShapes(items: Items, ids: Iterable<string>, change: (shape: DiagramShape) => DiagramShape): Patch {
  return putAll(listOf(items, ids, isShape).flatMap((shape) => differ(shape, change(shape))))
}
export function changeLines(items: Items, ids: Iterable<string>, change: (line: DiagramLine) => DiagramLine): Patch {
  return putAll(listOf(items, ids, isLine).flatMap((line) => differ(line, change(line))))
}
const differ = <I extends DiagramItem>(before: I, after: I): I[] => (before === after ? [] : [after])

/** The item with `key` set, or without it where `value` is undefined. */
export function setKey<T extends object, K extends keyof T>(item: T, key: K, value: T[K] | undefined): T {
  if (item[key] === value) return item
  const { [key]: _before, ...rest } = item
  // Without an optional key it is the same kind of thing.
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}

/** Sets or takes away one property of the style of everything chosen, shapes and lines, as far as they have it. */
export function changeStyle<K extends keyof ShapeStyle>(
  items: Items,
  ids: Iterable<string>,
  key: K,
  value: ShapeStyle[K] | undefined
): Patch {
  return putAll(
    [...ids].flatMap((id): DiagramItem[] => {
      const item = items.get(id)
      if (!item) return []
      if (isShape(item)) return changeOwnStyle(item, setKey(item.style, key, value))
      return isLineKey(key) ? differStyle(item, key, value) : []
    })
  )
}

const changeOwnStyle = (shape: DiagramShape, style: ShapeStyle): DiagramShape[] => (style === shape.style ? [] : [{ ...shape, style }])

const LINE_KEYS = ['stroke', 'ink', 'dash', 'weight', 'fontSize'] as const
type LineKey = (typeof LINE_KEYS)[number]
const isLineKey = (key: keyof ShapeStyle): key is LineKey => LINE_KEYS.some((each) => each === key)
function differStyle(line: DiagramLine, key: LineKey, value: ShapeStyle[keyof ShapeStyle]): DiagramLine[] {
  const before: ShapeStyle = line.style
  const after: ShapeStyle = setKey(before, key, value as ShapeStyle[typeof key])
  return after === before ? [] : [{ ...line, style: after }]
}
