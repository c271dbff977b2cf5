import type { SchemaObject } from '../../../../shared/contract/diagrams.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'

export type Chosen = ReadonlySet<string>

/** The objects whose label or name has the words. */
export function findObjects(objects: readonly SchemaObject[], search: string): SchemaObject[] {
  const wanted = normaliseForSearch(search.trim())
  return wanted === ''
    ? [...objects]
    : objects.filter(({ label, name }) => [label, name].some((text) => normaliseForSearch(text).includes(wanted)))
}

export const suggestObjects = (objects: readonly SchemaObject[]): Chosen =>
  new Set(objects.filter(({ isSuggested }) => isSuggested).map(({ name }) => name))

export const addObjects = (chosen: Chosen, objects: readonly SchemaObject[]): Chosen =>
  new Set([...chosen, ...objects.map(({ name }) => name)])

export function removeObjects(chosen: Chosen, objects: readonly SchemaObject[]): Chosen {
  const gone = new Set(objects.map(({ name }) => name))
  return new Set([...chosen].filter((name) => !gone.has(name)))
}

export const chooseCustom = (objects: readonly SchemaObject[]): Chosen =>
  new Set(objects.filter(({ isCustom }) => isCustom).map(({ name }) => name))

/** The chosen ones and what their fields point at. */
export const addPointedAt = (chosen: Chosen, objects: readonly SchemaObject[]): Chosen =>
  new Set([...chosen, ...objects.filter(({ name }) => chosen.has(name)).flatMap(({ pointsAt }) => pointsAt)])

/** The chosen ones, all they point at and all that point at them. */
export const addRelated = (chosen: Chosen, objects: readonly SchemaObject[]): Chosen =>
  new Set([...chosen, ...objects.filter(({ name }) => chosen.has(name)).flatMap(({ relatedTo }) => relatedTo)])

export function toggleObject(chosen: Chosen, name: string): Chosen {
  const next = new Set(chosen)
  if (!next.delete(name)) next.add(name)
  return next
}

/** How many objects and fields the diagram would have. */
export function countChosen(objects: readonly SchemaObject[], chosen: Chosen): { objects: number; fields: number } {
  const those = objects.filter(({ name }) => chosen.has(name))
  return { objects: those.length, fields: those.reduce((sum, { fields }) => sum + fields, 0) }
}
