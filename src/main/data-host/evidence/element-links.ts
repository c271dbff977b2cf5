import type Database from 'better-sqlite3'
import type { Model } from '../../../shared/models/model.ts'

interface Link {
  element: string
  segment: string
  state: 'added' | 'removed'
}

/** Segments of each element: the model file's own, without those a person removed, then those a person added. */
export function readElementLinks(db: Database.Database, model: Model): Map<string, string[]> {
  const changed = db
    .prepare<[string], Link>(
      'SELECT element_id AS element, segment_id AS segment, state FROM element_segments WHERE model_id = ? ORDER BY segment_id'
    )
    .all(model.id)
  return new Map(
    model.elements.map(({ id, segments }) => {
      const mine = changed.filter(({ element }) => element === id)
      const removed = new Set(mine.filter(({ state }) => state === 'removed').map(({ segment }) => segment))
      const kept = segments.filter((segment) => !removed.has(segment))
      return [
        id,
        [...kept, ...mine.filter(({ segment, state }) => state === 'added' && !kept.includes(segment)).map(({ segment }) => segment)]
      ]
    })
  )
}
