import type Database from 'better-sqlite3'

/** What a person changed about the links a model file has. */
export interface LinkChange {
  element: string
  segment: string
  state: 'added' | 'removed'
}
interface LinkKey {
  modelId: string
  elementId: string
  segmentId: string
}

/** Changes of one model, by segment. */
export function listLinkChanges(db: Database.Database, modelId: string): LinkChange[] {
  return db
    .prepare<[string], LinkChange>(
      'SELECT element_id AS element, segment_id AS segment, state FROM element_segments WHERE model_id = ? ORDER BY segment_id'
    )
    .all(modelId)
}

/** Null: the link is as the model has it. */
export function writeLinkChange(
  db: Database.Database,
  { modelId, elementId, segmentId }: LinkKey,
  state: LinkChange['state'] | null
): void {
  db.prepare('DELETE FROM element_segments WHERE model_id = ? AND element_id = ? AND segment_id = ?').run(modelId, elementId, segmentId)
  if (state) db.prepare('INSERT INTO element_segments VALUES (?, ?, ?, ?)').run(modelId, elementId, segmentId, state)
}

/** Forgets every removal on one element. */
export function forgetRemovals(db: Database.Database, modelId: string, elementId: string): void {
  db.prepare("DELETE FROM element_segments WHERE model_id = ? AND element_id = ? AND state = 'removed'").run(modelId, elementId)
}
