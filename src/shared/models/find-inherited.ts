import { hasOwnMeaning, type ModelView } from './apply-variant.ts'
import { findAncestors, hasEvidence, readHolders } from './hold.ts'
import { findInView } from './list-in-view.ts'
import type { ModelElement } from './model.ts'

export interface Inherited {
  /** holder: a part takes from what it is part of; held: a frame takes from what it contains. */
  readonly from: 'holder' | 'held'
  readonly elements: readonly ModelElement[]
}

/**
 * Whose questions, figures and segments an element without its own shows: those of the nearest element it is part of that has
 * some, also where the view leaves that one out; else of those it contains. Null where it has its own or the view gives its
 * place another meaning: what another meaning measures is nobody's to inherit.
 */
export function findInherited(inView: ModelView, elementId: string): Inherited | null {
  const { view, whole, variant } = inView
  const element = findInView(inView, elementId)
  if (!element || hasEvidence(element) || hasOwnMeaning(variant, elementId)) return null
  const holders = readHolders(whole)
  const hasOwn = (each: ModelElement): boolean => hasEvidence(each) && !hasOwnMeaning(variant, each.id)
  const holder = findAncestors(elementId, holders)
    .flatMap((id) => findInView(inView, id) ?? [])
    .find(hasOwn)
  if (holder) return { from: 'holder', elements: [holder] }
  const held = view.elements.filter((each) => holders.get(each.id) === elementId && hasOwn(each))
  return held.length > 0 ? { from: 'held', elements: held } : null
}
