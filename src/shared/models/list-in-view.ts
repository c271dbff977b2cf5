import { hasOwnMeaning, type ModelView } from './apply-variant.ts'
import { seriesOf } from './element-series.ts'
import type { Model, ModelElement } from './model.ts'
import type { Text } from '../domain/text.ts'

export interface ListedInView {
  /** Those the view has, named, numbered and ordered as it does. */
  readonly shown: readonly ModelElement[]
  /** How many of them it leaves out. */
  readonly absent: number
}

/** Elements of a model as the view of it lists them. */
export function listInView({ view, whole }: ModelView, ids: readonly string[]): ListedInView {
  // The order asked for is that of the model: only another view has one of its own.
  const ordered = view === whole ? ids.flatMap((id) => view.elements.find((each) => each.id === id) ?? []) : orderByNumber(view)
  const wanted = new Set(ids)
  const shown = ordered.filter(({ id }) => wanted.has(id))
  return { shown, absent: wanted.size - shown.length }
}

/** The same for what rests on the evidence of each element: where the view means something else, there is none of it. */
export function listEvidenceInView(model: ModelView, ids: readonly string[]): ListedInView {
  const own = ids.filter((id) => !hasOwnMeaning(model.variant, id))
  const { shown, absent } = listInView(model, own)
  return { shown, absent: absent + ids.length - own.length }
}

/** The element of the view; what it leaves out, as the model has it. */
export function findInView({ view, whole }: ModelView, id: string): ModelElement | undefined {
  return view.elements.find((each) => each.id === id) ?? whole.elements.find((each) => each.id === id)
}

/**
 * The whole model with the names the view gives: what is rated or asked of the model belongs to every view of it. Where the view
 * means something else, and where it has no such element, the name stays the model's.
 */
export function nameAsView({ view, whole, variant }: ModelView): Model {
  if (view === whole) return whole
  const names = new Map(view.elements.flatMap(({ id, name }) => (hasOwnMeaning(variant, id) ? [] : [[id, name] as const])))
  return { ...whole, elements: whole.elements.map((element) => ({ ...element, name: names.get(element.id) ?? element.name })) }
}

/** The name of the element in whose place the view puts one of another meaning; null where it means the same. */
export function findPairing({ whole, variant }: ModelView, id: string): Text | null {
  if (!hasOwnMeaning(variant, id)) return null
  return whole.elements.find((each) => each.id === id)?.name ?? null
}

/** Numbered elements of one series in the order of their numbers, at the places that series has in the file. */
function orderByNumber({ elements }: Model): ModelElement[] {
  const numbered = elements.filter(({ order }) => order !== null).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
  const series = new Map([...new Set(numbered.map(seriesOf))].map((key) => [key, numbered.filter((each) => seriesOf(each) === key)]))
  return elements.map((element) => (element.order === null ? element : (series.get(seriesOf(element))?.shift() ?? element)))
}
