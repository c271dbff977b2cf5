import type { HomeReason, ModelHomes } from '../contract/compare.ts'
import type { Model } from './model.ts'

/** The segments an element is linked to now and where each link comes from, and the model's own that a person took away. */
export interface LinkedSegments {
  readonly linked: readonly { readonly id: string; readonly link: HomeReason['origin'] }[]
  readonly removed: readonly string[]
}

/**
 * Where segments live in one model: every element linked to at least one of them, in the model's order, with each segment as
 * a reason and whether the model or a person linked it; and the links of theirs that a person took away.
 */
export function findHomes(model: Model, links: ReadonlyMap<string, LinkedSegments>, segmentIds: readonly string[]): ModelHomes {
  const wanted = new Set(segmentIds)
  const homes: ModelHomes['homes'] = []
  const removed: ModelHomes['removed'] = []
  for (const { id: elementId } of model.elements) {
    const element = links.get(elementId)
    if (!element) continue
    const reasons = element.linked.flatMap(({ id, link }) => (wanted.has(id) ? [{ segmentId: id, origin: link }] : []))
    if (reasons.length > 0) homes.push({ elementId, reasons })
    removed.push(...element.removed.filter((id) => wanted.has(id)).map((segmentId) => ({ elementId, segmentId })))
  }
  return { modelId: model.id, homes, removed }
}
