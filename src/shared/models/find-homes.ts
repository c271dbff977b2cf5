import type { ModelHomes } from '../contract/compare.ts'
import type { Model } from './model.ts'

/** The segments each element of a model is linked to now, by element id. */
export type LinkedSegments = ReadonlyMap<string, readonly string[]>

/**
 * Where segments live in one model: every element linked to at least one of them, in the model's order, with each segment as
 * a reason and whether the model or a person linked it; and the links of theirs that a person took away.
 */
export function findHomes(model: Model, linked: LinkedSegments, segmentIds: readonly string[]): ModelHomes {
  const wanted = new Set(segmentIds)
  const homes: ModelHomes['homes'] = []
  const removed: ModelHomes['removed'] = []
  for (const { id, segments } of model.elements) {
    const now = linked.get(id) ?? segments
    const reasons = now
      .filter((segmentId) => wanted.has(segmentId))
      .map((segmentId) => ({ segmentId, origin: segments.includes(segmentId) ? ('model' as const) : ('added' as const) }))
    if (reasons.length > 0) homes.push({ elementId: id, reasons })
    for (const segmentId of segments) if (wanted.has(segmentId) && !now.includes(segmentId)) removed.push({ elementId: id, segmentId })
  }
  return { modelId: model.id, homes, removed }
}
