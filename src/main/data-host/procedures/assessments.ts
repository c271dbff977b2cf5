import type Database from 'better-sqlite3'
import { barrierKey, IMPORTANCE, STAGE, type Assessment, type AssessmentSummary } from '../../../shared/contract/assessments.ts'
import { countStatements, findConditionsElement, listRounds, scoreRound } from '../../../shared/analytics/assessment/score-round.ts'
import { findAsked } from '../../../shared/analytics/assessment/statement-edits.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { extendChange, recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { findWorkspaceAssessment, requireAssessment } from '../models/load-assessments.ts'
import { findAnyModel, loadAllModels } from '../models/workspace-models.ts'
import { deleteRatings, listRatings, putRating, watchRatings, type RatingFields, type RatingKey } from '../repositories/assessments.ts'
import { assessmentEditProcedures } from './assessment-edits.ts'
import { host } from './base.ts'

const WORST_BARRIER = 3
const TYPING_MS = 60_000

function summarise(db: Database.Database, assessment: Assessment): AssessmentSummary {
  const ratings = listRatings(db, assessment.modelId)
  const rounds = listRounds(ratings)
  const lastRound = rounds.at(-1) ?? null
  return {
    modelId: assessment.modelId,
    kind: assessment.kind,
    title: assessment.title,
    statements: countStatements(findAsked(assessment, lastRound)),
    rounds: rounds.length,
    lastRound,
    score: lastRound === null ? null : scoreRound(assessment, ratings, lastRound).score
  }
}

/** Which values each question takes: a mark where none belongs is refused, so that no figure rests on it. */
function allowedFields(assessment: Assessment, elementId: string, statementId: string): readonly (keyof RatingFields)[] {
  const group = assessment.groups.find(({ elements }) => elements.some((element) => element.elementId === elementId))
  if (!group) throw new CauceError('not-found', { what: elementId })
  if (elementId === findConditionsElement(assessment)) {
    if (statementId === STAGE && assessment.stages.length > 0) return ['performance', 'evidence']
    if (assessment.barriers.some(({ id }) => barrierKey(id) === statementId)) return ['reality', 'evidence']
  }
  const element = group.elements.find((each) => each.elementId === elementId)
  if (group.scale === 'performance' && statementId === IMPORTANCE) return ['importance', 'evidence']
  if (!element?.statements.some(({ id }) => id === statementId)) throw new CauceError('not-found', { what: statementId })
  if (group.scale === 'maturity') return ['intention', 'reality', 'evidence', 'notApplicable']
  return [group.scale === 'practice' ? 'reality' : 'performance', 'evidence', 'notApplicable']
}

function requireFitting(assessment: Assessment, key: RatingKey, fields: RatingFields): void {
  const allowed = allowedFields(assessment, key.elementId, key.statementId)
  const given = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
  if (!given.every(([name]) => allowed.some((each) => each === name))) throw new CauceError('invalid-value')
  const isBarrier = assessment.barriers.some(({ id }) => barrierKey(id) === key.statementId)
  if (isBarrier && (fields.reality ?? 0) > WORST_BARRIER) throw new CauceError('invalid-value')
  if (key.statementId === STAGE && (fields.performance ?? 1) > assessment.stages.length) throw new CauceError('invalid-value')
}

export const assessmentsProcedures = {
  ...assessmentEditProcedures,

  listAssessments: host.assessments.listAssessments.handler(({ context }) => {
    const db = context.workspace().read
    return loadAllModels(context).models.flatMap((model) => {
      const assessment = findWorkspaceAssessment(db, context.resourcesDir, model)
      return assessment ? [summarise(db, assessment)] : []
    })
  }),

  getAssessment: host.assessments.getAssessment.handler(({ context, input }) =>
    requireAssessment(context.workspace().read, context.resourcesDir, findAnyModel(context, input.modelId))
  ),

  listRatings: host.assessments.listRatings.handler(({ context, input }) => listRatings(context.workspace().read, input.modelId)),

  saveRating: host.assessments.saveRating.handler(
    ({ context, input: { modelId, round, participant, elementId, statementId, ...fields } }) => {
      const key = { modelId, round, participant, elementId, statementId }
      const assessment = requireAssessment(context.workspace().read, context.resourcesDir, findAnyModel(context, modelId))
      requireFitting(findAsked(assessment, round), key, fields)
      return context.workspace().change(['assessments', 'models'], (db) => {
        const now = context.now()
        const { rows } = trackRows(db, [watchRatings(key)], () => {
          putRating(db, key, fields)
        })
        // Text is saved while it is typed: undo takes it back as one, but not the score given before it.
        const isTyping = Object.keys(fields).every((name) => name === 'evidence')
        const change = { kind: 'rating-saved', details: { participant, ...(isTyping && { typed: 'evidence' }) }, rows }
        if (rows.length > 0 && !(isTyping && extendChange(db, change, ['participant', 'typed'], TYPING_MS, now)))
          recordChange(db, change, now)
        return { savedAt: now.toISOString() }
      })
    }
  ),

  deleteRound: host.assessments.deleteRound.handler(({ context, input: { modelId, round, participant } }) =>
    context.workspace().change(['assessments', 'models'], (db) => {
      const { result, rows } = trackRows(
        db,
        [watchRatings({ modelId, round, ...(participant === undefined ? {} : { participant }) })],
        () => deleteRatings(db, modelId, round, participant)
      )
      if (result === 0) throw new CauceError('not-found')
      const kind = participant === undefined ? 'round-deleted' : 'rater-deleted'
      recordChange(db, { kind, details: { participant: participant ?? '' }, rows }, context.now())
      return null
    })
  )
}
