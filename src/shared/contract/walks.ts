import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { IsoDate, procedure, RowId } from './base.ts'
import { ElementEvidence } from './models.ts'

export const StepStatus = z.enum(['open', 'done', 'skipped'])
export type StepStatus = z.infer<typeof StepStatus>

/** An action being written and not yet added; what is still empty is the empty text. */
export const ActionDraft = z.object({
  title: z.string().max(500),
  owner: z.string().max(200),
  /** `YYYY-MM-DD`, or empty. */
  dueDate: z.union([IsoDate, z.literal('')]),
  segmentId: z.string().max(200)
})
export type ActionDraft = z.infer<typeof ActionDraft>

/** What was said at one element of a walk. */
export const WalkStep = z.object({
  elementId: z.string(),
  /** done: left with something written, scored, decided or agreed; open: not answered. */
  status: StepStatus,
  /** Maturity 1 to 5 with its justification. */
  score: z.number().int().min(1).max(5).nullable(),
  justification: z.string(),
  decision: z.string(),
  notes: z.string(),
  /** One text per question, in the order of the model file. */
  answers: z.array(z.string()),
  /** The action whose form is still open; null: none. */
  actionDraft: ActionDraft.nullable(),
  /** The evidence as it stood when the step was left; null while open. */
  evidence: ElementEvidence.nullable()
})
export type WalkStep = z.infer<typeof WalkStep>

export const WalkSummary = z.object({
  id: RowId,
  modelId: z.string(),
  modelRevision: z.number().int(),
  /** The view of the model it walks; null: the model as it stands. */
  view: z.string().nullable(),
  startedAt: z.string(),
  updatedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** The element the walk stands at; null: at the closing page. */
  currentElementId: z.string().nullable(),
  participants: z.string(),
  asOf: IsoDate.nullable(),
  doneSteps: z.number().int(),
  steps: z.number().int()
})
export type WalkSummary = z.infer<typeof WalkSummary>

export const Walk = WalkSummary.extend({ stepList: z.array(WalkStep) })
export type Walk = z.infer<typeof Walk>

/** How a walk of a model is entered. */
export const WalkEntry = z.object({
  modelId: z.string(),
  /** The view it is said of; left out: the model as it stands, and every view that walks the same elements. */
  view: z.string().optional(),
  title: Text,
  lead: Text,
  /** any: the model has no order; whatever comes next is chosen. */
  order: z.enum(['sequence', 'any']),
  /** The walk is better begun with the model's assessment. */
  assessFirst: z.boolean()
})
export type WalkEntry = z.infer<typeof WalkEntry>

export const walks = {
  /** How a walk of the model is entered; for a model that nothing is said about, in the order of its file. */
  getEntry: procedure.input(z.object({ modelId: z.string(), view: z.string().nullable().default(null) })).output(WalkEntry),
  listWalks: procedure.output(z.array(WalkSummary)),
  getWalk: procedure.input(z.object({ id: RowId })).output(Walk),
  /** `view`: which view of the model is walked, its elements in its order; left out, or of an id no view has: the model as it stands. */
  startWalk: procedure
    .input(z.object({ modelId: z.string(), view: z.string().nullable().default(null), elementId: z.string().optional() }))
    .output(Walk),
  /** Saved as typed: only the given fields change. */
  saveStep: procedure
    .input(
      z.object({
        walkId: RowId,
        elementId: z.string(),
        score: z.number().int().min(1).max(5).nullable().optional(),
        justification: z.string().max(20_000).optional(),
        decision: z.string().max(20_000).optional(),
        notes: z.string().max(20_000).optional(),
        answer: z.object({ index: z.number().int().min(0), text: z.string().max(20_000) }).optional(),
        actionDraft: ActionDraft.nullable().optional()
      })
    )
    .output(z.object({ savedAt: z.string() })),
  saveParticipants: procedure
    .input(z.object({ walkId: RowId, participants: z.string().max(2000) }))
    .output(z.object({ savedAt: z.string() })),
  /**
   * Leaves the current element and goes to another; null: the closing page. The element left is done when something was
   * written at it, else it stays open (a skipped one skipped); `leaveAs: 'skipped'` skips it. Done or skipped, its evidence
   * is kept as it stands.
   */
  goToStep: procedure
    .input(z.object({ walkId: RowId, elementId: z.string().nullable(), leaveAs: z.literal('skipped').optional() }))
    .output(Walk),
  finishWalk: procedure.input(z.object({ walkId: RowId })).output(Walk),
  deleteWalk: procedure.input(z.object({ walkId: RowId })).output(z.null())
}
