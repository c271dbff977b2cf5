import type Database from 'better-sqlite3'
import type { SegmentEvidence } from '../../../shared/contract/models.ts'
import type { Model } from '../../../shared/models/model.ts'
import { listLinkChanges } from '../repositories/element-segments.ts'

export interface ElementLinks {
  /** In the order they are shown: the model's own as its file has them, then those a person added. */
  readonly linked: readonly { id: string; link: SegmentEvidence['link'] }[]
  /** The model's own that a person removed. */
  readonly removed: readonly string[]
}

/** Segments of each element and where each link comes from: the model file's own without those a person removed, and those a person added. */
export function describeElementLinks(db: Database.Database, model: Model): Map<string, ElementLinks> {
  const changes = listLinkChanges(db, model.id)
  return new Map(
    model.elements.map(({ id, segments }) => {
      const mine = changes.filter(({ element }) => element === id)
      const isRemoved = (segment: string): boolean => mine.some((change) => change.segment === segment && change.state === 'removed')
      const kept = segments.filter((segment) => !isRemoved(segment))
      const added = mine.flatMap(({ segment, state }) => (state === 'added' && !segments.includes(segment) ? [segment] : []))
      return [
        id,
        {
          linked: [
            ...kept.map((each) => ({ id: each, link: 'model' as const })),
            ...added.map((each) => ({ id: each, link: 'added' as const }))
          ],
          removed: segments.filter(isRemoved)
        }
      ]
    })
  )
}

/** Only the segments shown at each element. */
export function readElementLinks(db: Database.Database, model: Model): Map<string, string[]> {
  return new Map([...describeElementLinks(db, model)].map(([element, { linked }]) => [element, linked.map(({ id }) => id)]))
}
