import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { SourceMark } from '../models/model.ts'
import { procedure } from './base.ts'

/**
 * How a statement is answered. maturity: intention and reality from 0 to 4, with written evidence; practice: reality from 0 to
 * 4; performance: performance from 1 to 5, beside the importance of its element.
 */
export const AssessmentScale = z.enum(['maturity', 'practice', 'performance'])
export type AssessmentScale = z.infer<typeof AssessmentScale>

export const Statement = z.object({ id: z.string().regex(/^[a-z0-9_]+$/), text: Text, weight: z.number().positive().default(1) })
export type Statement = z.infer<typeof Statement>

export const AssessedElement = z.object({
  elementId: z.string(),
  weight: z.number().positive().default(1),
  statements: z.array(Statement).min(1)
})
export type AssessedElement = z.infer<typeof AssessedElement>

/** Elements that are answered on one scale and drawn on one radar. */
export const AssessmentGroup = z.object({
  id: z.string(),
  name: Text,
  scale: AssessmentScale,
  elements: z.array(AssessedElement).min(1)
})
export type AssessmentGroup = z.infer<typeof AssessmentGroup>

/** What a group of people rates about a model: one file of `resources/assessments`, or derived from the model's own questions. */
export const Assessment = z.object({
  modelId: z.string(),
  revision: z.number().int().min(1),
  /** maturity: levels; steps: the first weak step is the advice; readiness: stage, barriers, processes and a verdict. */
  kind: z.enum(['maturity', 'steps', 'readiness']),
  title: Text,
  /** What it is and whose; says that it compares with nothing published. */
  note: Text,
  groups: z.array(AssessmentGroup).min(1),
  /** Names of the stages 1, 2, 3…; empty: no stage is asked for. */
  stages: z.array(Text).default([]),
  barriers: z.array(z.object({ id: z.string().regex(/^[a-z]+$/), name: Text })).default([]),
  sources: z.array(z.object({ text: Text, mark: SourceMark })).min(1)
})
export type Assessment = z.infer<typeof Assessment>

/** What is rated beside the statements: kept under these names in place of a statement's id. */
export const STAGE = 'stage'
export const IMPORTANCE = 'importance'
export const barrierKey = (id: string): string => `barrier.${id}`

const Mark = z.number().int().min(0).max(4).nullable()
const Grade = z.number().int().min(1).max(5).nullable()
const RatingValues = z.object({
  intention: Mark,
  /** Also the severity of a barrier, 0 to 3. */
  reality: Mark,
  importance: Grade,
  /** Also the stage. */
  performance: Grade,
  evidence: z.string().max(20_000),
  /** The statement is nothing that concerns this business: left out of every mean. */
  notApplicable: z.boolean()
})
/** The beginning of a round, ISO date-time: what tells rounds of a model apart. */
export const RoundId = z.iso.datetime()
const RatingKey = z.object({
  round: RoundId,
  participant: z.string().trim().min(1).max(100),
  elementId: z.string(),
  statementId: z.string()
})

/** One person's answer to one statement (or to the stage, a barrier, an importance) in one round. */
export const Rating = RatingKey.extend(RatingValues.shape)
export type Rating = z.infer<typeof Rating>

export const AssessmentSummary = z.object({
  modelId: z.string(),
  kind: Assessment.shape.kind,
  title: Text,
  statements: z.number().int(),
  rounds: z.number().int(),
  lastRound: RoundId.nullable(),
  /** 0 to 100, of the last round: maturity, mean of the steps, or readiness; null while nothing counts. */
  score: z.number().nullable()
})
export type AssessmentSummary = z.infer<typeof AssessmentSummary>

const ModelKey = z.object({ modelId: z.string() })
export const assessments = {
  /** One per model, in the models' order. */
  listAssessments: procedure.output(z.array(AssessmentSummary)),
  getAssessment: procedure.input(ModelKey).output(Assessment),
  /** All answers of all rounds, oldest round first. */
  listRatings: procedure.input(ModelKey).output(z.array(Rating)),
  /** Saved at once: only the given values change. A round begins with its first answer, and a person with theirs. */
  saveRating: procedure
    .input(ModelKey.extend(RatingKey.shape).extend(RatingValues.partial().shape))
    .output(z.object({ savedAt: z.string() })),
  /** With a participant: only that person's answers. */
  deleteRound: procedure.input(ModelKey.extend({ round: RoundId, participant: RatingKey.shape.participant.optional() })).output(z.null())
}
