import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { SourceMark } from '../models/model.ts'
import { procedure } from './base.ts'

/** Heaviest weight of a statement: ten times the usual one. */
export const MOST_WEIGHT = 10

/**
 * How a statement is answered. maturity: intention and reality from 0 to 4, with written evidence; practice: reality from 0 to
 * 4; performance: performance from 1 to 5, beside the importance of its element.
 */
export const AssessmentScale = z.enum(['maturity', 'practice', 'performance'])
export type AssessmentScale = z.infer<typeof AssessmentScale>

/** The beginning of a round, ISO date-time: what tells rounds of a model apart. */
export const RoundId = z.iso.datetime()

const Wording = z.object({ text: Text, weight: z.number().positive().max(MOST_WEIGHT).default(1) })
/** A statement as it was asked up to a round, that one included; rounds keep the wording they were answered in. */
const EarlierWording = Wording.extend({ until: RoundId, isOut: z.boolean() })
export type EarlierWording = z.infer<typeof EarlierWording>
/** What was made of a statement in this workspace. */
export const StatementEdit = z.object({
  /** kept: as in the file again, with an earlier wording that some round was answered in. */
  state: z.enum(['added', 'changed', 'removed', 'kept']),
  /** Rounds before this one were never asked it; null: asked in all. */
  since: RoundId.nullable(),
  /** Oldest first. */
  earlier: z.array(EarlierWording)
})
export type StatementEdit = z.infer<typeof StatementEdit>

export const Statement = Wording.extend({
  id: z.string().regex(/^[a-z0-9_]+$/),
  /** Only where this workspace asks another thing, or another way, than the file. */
  edit: StatementEdit.optional(),
  /** What the file says, beside an edit of its statement. */
  original: Wording.optional()
})
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
  /** What it is and whose; says that it compares with nothing published. `{{count}}` stands for how many statements are asked (`tellNote`). */
  note: Text,
  groups: z.array(AssessmentGroup).min(1),
  /** Names of the stages 1, 2, 3…; empty: no stage is asked for. */
  stages: z.array(Text).default([]),
  barriers: z.array(z.object({ id: z.string().regex(/^[a-z]+$/), name: Text })).default([]),
  /** By element, 0 to 100: where this workspace wants to be. */
  targets: z.record(z.string(), z.number().min(0).max(100)).default({}),
  /** By round: what its people call it. */
  roundNames: z.record(RoundId, z.string()).default({}),
  sources: z.array(z.object({ text: Text, mark: SourceMark })).min(1)
})
export type Assessment = z.infer<typeof Assessment>

/** What this workspace made of a model's assessment; statements in the order they were added or first edited. */
export const AssessmentEdits = z.object({
  statements: z.array(Statement.omit({ original: true }).extend({ elementId: z.string(), edit: StatementEdit })),
  targets: Assessment.shape.targets.unwrap(),
  roundNames: Assessment.shape.roundNames.unwrap()
})
export type AssessmentEdits = z.infer<typeof AssessmentEdits>

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
const StatementKey = ModelKey.extend({ elementId: z.string(), statementId: Statement.shape.id })
const WrittenText = z.string().trim().max(500)
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
  deleteRound: procedure.input(ModelKey.extend({ round: RoundId, participant: RatingKey.shape.participant.optional() })).output(z.null()),
  /**
   * Changes a statement's wording or weight; without a `statementId` adds one. One language is enough: it then stands for both.
   * Rounds that answered it keep the wording they answered.
   */
  saveStatement: procedure
    .input(
      StatementKey.partial({ statementId: true }).extend({
        text: z.object({ en: WrittenText, es: WrittenText }),
        weight: z.number().positive().max(MOST_WEIGHT)
      })
    )
    .output(z.object({ statementId: z.string() })),
  /** No longer asked; rounds that answered it keep it. An element keeps at least one statement: `statement-last`. */
  removeStatement: procedure.input(StatementKey).output(z.null()),
  /** As the file has them: one statement, an element's, or all of the model. */
  restoreStatements: procedure.input(StatementKey.partial({ elementId: true, statementId: true })).output(z.null()),
  /** Where the business wants to be at an element, 0 to 100; null takes the target away. */
  setElementTarget: procedure
    .input(ModelKey.extend({ elementId: z.string(), target: z.number().min(0).max(100).nullable() }))
    .output(z.null()),
  /** An empty name leaves the round its date. */
  nameRound: procedure.input(ModelKey.extend({ round: RoundId, name: z.string().trim().max(80) })).output(z.null())
}
