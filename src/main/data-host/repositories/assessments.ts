import type Database from 'better-sqlite3'
import type { Rating } from '../../../shared/contract/assessments.ts'
import type { Watched } from '../database/row-log.ts'

interface Row {
  round: string
  participant: string
  elementId: string
  statementId: string
  intention: number | null
  reality: number | null
  importance: number | null
  performance: number | null
  /** Null marks what does not apply: an answer without a text holds the empty one. */
  evidence: string | null
}
/** What tells one answer from every other. */
export interface RatingKey {
  modelId: string
  round: string
  participant: string
  elementId: string
  statementId: string
}
type RatingValues = Omit<Rating, 'round' | 'participant' | 'elementId' | 'statementId'>
export type RatingFields = { [Field in keyof RatingValues]?: RatingValues[Field] | undefined }

const SELECT = `SELECT at AS round, participant, element_id AS elementId, statement_id AS statementId, intention, reality, importance,
  performance, evidence_text AS evidence FROM assessments WHERE participant IS NOT NULL AND statement_id IS NOT NULL AND model_id = ?`
const IS_KEY = 'model_id = ? AND at = ? AND participant = ? AND element_id = ? AND statement_id = ?'

const toRating = ({ evidence, ...row }: Row): Rating => ({ ...row, evidence: evidence ?? '', notApplicable: evidence === null })
const listKey = ({ modelId, round, participant, elementId, statementId }: RatingKey): string[] => [
  modelId,
  round,
  participant,
  elementId,
  statementId
]

/** Every answer to a model's assessment: oldest round first, people in the order they began. */
export function listRatings(db: Database.Database, modelId: string): Rating[] {
  return db.prepare<[string], Row>(`${SELECT} ORDER BY at, id`).all(modelId).map(toRating)
}

/** The rows of a round, or of one person in it, as undo watches them. */
export function watchRatings({ modelId, round, ...key }: Pick<RatingKey, 'modelId' | 'round'> & Partial<RatingKey>): Watched {
  return {
    table: 'assessments',
    where: {
      model_id: modelId,
      at: round,
      ...(key.participant === undefined ? {} : { participant: key.participant }),
      ...(key.elementId === undefined ? {} : { element_id: key.elementId }),
      ...(key.statementId === undefined ? {} : { statement_id: key.statementId })
    }
  }
}

/** Changes the given values of one answer; an answer with nothing left in it is taken away. */
export function putRating(db: Database.Database, key: RatingKey, fields: RatingFields): void {
  const values = listKey(key)
  const row = db.prepare<string[], Row>(`${SELECT} AND ${IS_KEY}`).get(key.modelId, ...values)
  const before: RatingFields = row ? toRating(row) : {}
  const rating = settle({ ...before, ...fields })
  if (isEmpty(rating)) {
    db.prepare(`DELETE FROM assessments WHERE ${IS_KEY}`).run(...values)
    return
  }
  const marks = [rating.intention, rating.reality, rating.importance, rating.performance, rating.notApplicable ? null : rating.evidence]
  if (row)
    db.prepare(`UPDATE assessments SET intention = ?, reality = ?, importance = ?, performance = ?, evidence_text = ? WHERE ${IS_KEY}`).run(
      ...marks,
      ...values
    )
  else
    db.prepare(
      `INSERT INTO assessments (intention, reality, importance, performance, evidence_text, model_id, at, participant, element_id, statement_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
    ).run(...marks, ...values)
}

/** What does not apply holds no mark and no text. */
function settle(fields: RatingFields): RatingValues {
  const { intention = null, reality = null, importance = null, performance = null, evidence = '', notApplicable = false } = fields
  if (notApplicable) return { intention: null, reality: null, importance: null, performance: null, evidence: '', notApplicable }
  return { intention, reality, importance, performance, evidence, notApplicable }
}

function isEmpty({ intention, reality, importance, performance, evidence, notApplicable }: RatingValues): boolean {
  return !notApplicable && evidence === '' && [intention, reality, importance, performance].every((each) => each === null)
}

/** Takes away a round, or one person's part of it; returns how many answers went. */
export function deleteRatings(db: Database.Database, modelId: string, round: string, participant?: string): number {
  return participant === undefined
    ? db.prepare('DELETE FROM assessments WHERE model_id = ? AND at = ?').run(modelId, round).changes
    : db.prepare('DELETE FROM assessments WHERE model_id = ? AND at = ? AND participant = ?').run(modelId, round, participant).changes
}
