import type { StepStatus, Walk } from '../../../shared/contract/walks.ts'
import type { ModelView } from '../../../shared/models/apply-variant.ts'
import { findInView } from '../../../shared/models/list-in-view.ts'
import type { ModelElement } from '../../../shared/models/model.ts'

export interface WalkPlace {
  readonly element: ModelElement
  /** 1 for the first. */
  readonly number: number
  readonly status: StepStatus
}

/**
 * The walk's elements that the model still has, in the order they are visited and named as the view walked names them; one the
 * view has lost since, as the model does.
 */
export function listPlaces(walk: Walk, model: ModelView): WalkPlace[] {
  return walk.stepList
    .flatMap((step) => {
      const element = findInView(model, step.elementId)
      return element ? [{ element, status: step.status }] : []
    })
    .map((place, index) => ({ ...place, number: index + 1 }))
}

/** The element after or before the current one; null past the last: the closing page. Before the closing page is the last. */
export function findNeighbour(places: readonly WalkPlace[], currentId: string | null, step: 1 | -1): string | null {
  if (currentId === null) return step === -1 ? (places.at(-1)?.element.id ?? null) : null
  const index = places.findIndex(({ element }) => element.id === currentId)
  return places[index + step]?.element.id ?? null
}

/**
 * What comes next where the model has no order: the next element that is still open, from the current one on and round again;
 * null (the closing page) when none is.
 */
export function findNextOpen(places: readonly WalkPlace[], currentId: string | null): string | null {
  const index = places.findIndex(({ element }) => element.id === currentId)
  const round = [...places.slice(index + 1), ...places.slice(0, Math.max(index, 0))]
  return round.find(({ status }) => status === 'open')?.element.id ?? null
}

/** Whether the walk still stands where it began: nothing answered, and at its first element where there is an order. */
export function isAtStart(places: readonly WalkPlace[], currentId: string | null, isUnordered: boolean): boolean {
  return places.every(({ status }) => status === 'open') && (isUnordered || places[0]?.element.id === currentId)
}
