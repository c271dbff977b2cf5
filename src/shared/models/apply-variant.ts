import { findAncestors, readHolders } from './hold.ts'
import type { Model, ModelElement, ModelRelation, ModelVariant } from './model.ts'

/** The variant of that id; the first where there is none of it; null where the model has only one view. */
export function findVariant(model: Model, variantId: string | undefined): ModelVariant | null {
  return model.variants.find(({ id }) => id === variantId) ?? model.variants[0] ?? null
}

/** A model, and as the view chosen of it shows it. */
export interface ModelView {
  readonly whole: Model
  readonly view: Model
  readonly variant: ModelVariant | null
}

/** The model in the view of that id; as it stands where there is none of it. */
export function viewModel(whole: Model, variantId: string | undefined): ModelView {
  const variant = findVariant(whole, variantId)
  return { whole, view: applyVariant(whole, variant), variant }
}

/** What a walk, a request or a side of a comparison keeps of the view of that id: null for the model as it stands. */
export function nameView(model: Model, variantId: string | undefined): string | null {
  const variant = findVariant(model, variantId)
  return variant === null || isPlain(variant) ? null : variant.id
}

/** Whether the view puts something of another meaning in the place of that element. */
export function hasOwnMeaning(variant: ModelVariant | null, elementId: string): boolean {
  return variant?.changes.some(({ id, ownMeaning }) => id === elementId && ownMeaning) ?? false
}

/** What is known of elements, by their id, without those whose place the view gives to another meaning. */
export function dropOwnMeanings<T>(known: ReadonlyMap<string, T>, variant: ModelVariant | null): ReadonlyMap<string, T> {
  if (!variant?.changes.some(({ ownMeaning }) => ownMeaning)) return known
  return new Map([...known].filter(([id]) => !hasOwnMeaning(variant, id)))
}

/**
 * The model as one of its variants shows it: elements left out with all they hold, renamed, renumbered or moved; relations
 * left out or added. Ids stay, so that evidence and walks of the model belong to every view of it.
 */
export function applyVariant(model: Model, variant: ModelVariant | null): Model {
  if (!variant || isPlain(variant)) return model
  const changed = model.elements.map((element) => changeElement(element, variant))
  const relations = [...model.relations.filter((relation) => !isLeftOut(relation, variant)), ...variant.addsRelations]
  const holders = readHolders({ elements: changed, relations })
  const isHidden = (id: string): boolean => [id, ...findAncestors(id, holders)].some((each) => variant.hides.includes(each))
  const elements = changed.filter(({ id }) => !isHidden(id))
  const kept = new Set(elements.map(({ id }) => id))
  return {
    ...model,
    authors: variant.authors ?? model.authors,
    year: variant.year ?? model.year,
    summary: variant.summary ?? model.summary,
    elements: elements.map((element) => ({ ...element, parent: kept.has(element.parent ?? '') ? element.parent : null })),
    relations: relations.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    walk: (variant.walk ?? model.walk).filter((id) => kept.has(id))
  }
}

function isLeftOut({ from, to, kind }: ModelRelation, { hidesRelations, changes }: ModelVariant): boolean {
  return (
    hidesRelations.some((hidden) => hidden.from === from && hidden.to === to && hidden.kind === kind) ||
    // What moved out of its frame is held no longer.
    (kind === 'contains' && changes.some(({ id, parent }) => id === to && parent === null))
  )
}

/** Whether it shows the model as it stands. */
export function isPlain({ hides, changes, hidesRelations, addsRelations, walk }: ModelVariant): boolean {
  return hides.length + changes.length + hidesRelations.length + addsRelations.length === 0 && walk === undefined
}

function changeElement(element: ModelElement, variant: ModelVariant): ModelElement {
  const change = variant.changes.find(({ id }) => id === element.id)
  if (!change) return element
  const { name, definition, prompt, questions, note, kind, order, parent, position, ownMeaning } = change
  const base = ownMeaning ? clearMeaning(element, variant) : element
  return {
    ...base,
    name: name ?? element.name,
    definition: definition ?? element.definition,
    prompt: prompt === undefined ? base.prompt : prompt,
    questions: questions ?? base.questions,
    note: note === undefined ? base.note : note,
    kind: kind ?? element.kind,
    order: order === undefined ? element.order : order,
    parent: parent === undefined ? element.parent : parent,
    position: position ?? element.position
  }
}

/** Only its id and its place are left: what it asks, measures and links speaks of something else. */
function clearMeaning(element: ModelElement, { source }: ModelVariant): ModelElement {
  return { ...element, prompt: null, questions: [], evidence: '', kpis: [], segments: [], sourceTerm: '', source, note: null }
}
