import { findAncestors, readHolders } from './hold.ts'
import type { Model, ModelElement, ModelRelation, ModelVariant } from './model.ts'

/** The variant of that id; the first where there is none of it; null where the model has only one view. */
export function findVariant(model: Model, variantId: string | undefined): ModelVariant | null {
  return model.variants.find(({ id }) => id === variantId) ?? model.variants[0] ?? null
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
    elements: elements.map((element) => ({ ...element, parent: kept.has(element.parent ?? '') ? element.parent : null })),
    relations: relations.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    walk: model.walk.filter((id) => kept.has(id))
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
export function isPlain({ hides, changes, hidesRelations, addsRelations }: ModelVariant): boolean {
  return hides.length + changes.length + hidesRelations.length + addsRelations.length === 0
}

function changeElement(element: ModelElement, variant: ModelVariant): ModelElement {
  const change = variant.changes.find(({ id }) => id === element.id)
  if (!change) return element
  const { name, definition, prompt, kind, order, parent, position } = change
  return {
    ...element,
    name: name ?? element.name,
    definition: definition ?? element.definition,
    prompt: prompt === undefined ? element.prompt : prompt,
    kind: kind ?? element.kind,
    order: order === undefined ? element.order : order,
    parent: parent === undefined ? element.parent : parent,
    position: position ?? element.position
  }
}
