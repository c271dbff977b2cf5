import { LANGUAGES, type Text } from '../../../shared/domain/text.ts'
import { applyVariant } from '../../../shared/models/apply-variant.ts'
import { findAncestors, readHolders } from '../../../shared/models/hold.ts'
import type { ModelVariant } from '../../../shared/models/model.ts'
import { makeId, type OwnModel } from '../../../shared/models/own-model.ts'

type Change = ModelVariant['changes'][number]

const makeView = (id: string, name: Text): ModelVariant => ({
  id,
  name,
  note: { en: '', es: '' },
  // Made by whoever uses the app: nobody published it.
  source: 'A',
  hides: [],
  changes: [],
  hidesRelations: [],
  addsRelations: []
})

/** What the model as it stands is called, once there is another view to tell it from. */
const WHOLE = { id: 'whole', name: { en: 'whole model', es: 'modelo completo' } } as const
const WHOLE_NOTE: Text = { en: 'The model as it stands.', es: 'El modelo tal como está.' }

/** Adds a view that shows everything; the first comes with one for the model as it stands. */
export function addView(draft: OwnModel, name: Text, language: 'en' | 'es'): { draft: OwnModel; id: string } {
  const variants = draft.variants.length > 0 ? draft.variants : [{ ...makeView(WHOLE.id, WHOLE.name), note: WHOLE_NOTE }]
  const id = makeId(name[language], new Set(variants.map((variant) => variant.id)), 'view')
  return { draft: { ...draft, variants: [...variants, makeView(id, name)] }, id }
}

/** Changes what a view is called or says of itself: its source is whoever uses the app from then on. */
export function changeView(draft: OwnModel, id: string, fields: Partial<Pick<ModelVariant, 'name' | 'note'>>): OwnModel {
  return changeVariant(draft, id, (variant) => ({ ...variant, ...fields, source: 'A' }))
}

/** Takes a view away; where only the model as it stands is left, that is no view any more. The first stays while there are others. */
export function removeView(draft: OwnModel, id: string): OwnModel {
  if (draft.variants[0]?.id === id) return draft
  const left = draft.variants.filter((variant) => variant.id !== id)
  return { ...draft, variants: left.length > 1 ? left : [] }
}

/**
 * Leaves an element out of a view, with all it holds, or shows it again. The draft as it was where it is the first view, which
 * shows the model as it stands, and where a walk of the view would have nowhere to stop.
 */
export function toggleShown(draft: OwnModel, id: string, elementId: string): OwnModel {
  if (draft.variants[0]?.id === id) return draft
  const changed = changeVariant(draft, id, (variant) => ({
    ...variant,
    source: 'A',
    hides: variant.hides.includes(elementId) ? variant.hides.filter((each) => each !== elementId) : [...variant.hides, elementId]
  }))
  const variant = changed.variants.find((each) => each.id === id)
  return variant && draft.walk.length > 0 && applyVariant(changed, variant).walk.length === 0 ? draft : changed
}

/**
 * Calls an element otherwise in a view; null, or the name it has in the model, calls it as the model does. The draft as it was
 * where it is the first view, which shows the model as it stands.
 */
export function renameInView(draft: OwnModel, id: string, elementId: string, name: Text | null): OwnModel {
  if (draft.variants[0]?.id === id) return draft
  const own = draft.elements.find((element) => element.id === elementId)?.name
  const given = name && own && LANGUAGES.every((language) => name[language] === own[language]) ? null : name
  return changeVariant(draft, id, (variant) => {
    const known = variant.changes.find((change) => change.id === elementId) ?? { id: elementId, ownMeaning: false }
    const { name: _name, ...others } = known
    const change = given === null ? others : { ...others, name: given }
    const rest = variant.changes.filter((each) => each.id !== elementId)
    return { ...variant, source: 'A', changes: isNoChange(change) ? rest : [...rest, change] }
  })
}

const isNoChange = (change: Change): boolean => Object.keys(change).length === 2 && !change.ownMeaning

/** Whether a view changes more of an element than its name. */
export const changesMore = (change: Change): boolean => {
  const { name: _name, ...others } = change
  return !isNoChange(others)
}

interface Shown {
  readonly elementId: string
  /** How deep it stands inside others. */
  readonly depth: number
  /** inside: what holds it is left out, and it with it. */
  readonly state: 'shown' | 'hidden' | 'inside'
}

/** Every element, what is inside another after it, and whether the view shows it. */
export function listShown(draft: OwnModel, variant: ModelVariant): Shown[] {
  const whole = readHolders(draft)
  const placed = new Map(variant.changes.flatMap(({ id, parent }) => (parent === undefined ? [] : [[id, parent] as const])))
  // A view may take an element out of its frame: it then stays when the frame is left out.
  const holders = new Map([...whole].filter(([id]) => placed.get(id) !== null))
  const stateOf = (id: string): Shown['state'] => {
    if (variant.hides.includes(id)) return 'hidden'
    return findAncestors(id, holders).some((each) => variant.hides.includes(each)) ? 'inside' : 'shown'
  }
  const listFrom = (holder: string | undefined, depth: number): Shown[] =>
    draft.elements
      .filter(({ id }) => whole.get(id) === holder)
      .flatMap(({ id }) => [{ elementId: id, depth, state: stateOf(id) }, ...listFrom(id, depth + 1)])
  return listFrom(undefined, 0)
}

function changeVariant(draft: OwnModel, id: string, change: (variant: ModelVariant) => ModelVariant): OwnModel {
  return { ...draft, variants: draft.variants.map((variant) => (variant.id === id ? change(variant) : variant)) }
}
