import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { SourceMark } from './model.ts'

/** What the data can say about a business, each one number. */
export const CHOICE_FACTS = [
  'company_share',
  'gap_days',
  'customers',
  'channels',
  'complaints_per_100',
  'campaigns',
  'partner_share'
] as const
export const ChoiceFactId = z.enum(CHOICE_FACTS)
export type ChoiceFactId = z.infer<typeof ChoiceFactId>

/** Points an answer gives a model (below zero: speaks against it), the sentence that says why, and where that comes from. */
export const ChoicePoints = z.object({ model: z.string(), points: z.number().int().min(-3).max(3), reason: Text, mark: SourceMark })
export type ChoicePoints = z.infer<typeof ChoicePoints>

export const ChoiceAnswer = z.object({
  id: z.string(),
  text: Text,
  /** The data suggest this answer when the question's fact is at least `from` and below `below`; null: no figure speaks for it. */
  when: z.object({ from: z.number().nullable(), below: z.number().nullable() }).nullable(),
  points: z.array(ChoicePoints)
})
export type ChoiceAnswer = z.infer<typeof ChoiceAnswer>

export const ChoiceQuestion = z.object({
  id: z.string().regex(/^[a-z_]+$/),
  text: Text,
  /** The figure that can answer it; null: only a person knows. */
  fact: ChoiceFactId.nullable(),
  answers: z.array(ChoiceAnswer).min(2)
})
export type ChoiceQuestion = z.infer<typeof ChoiceQuestion>
export const ModelChoice = z.array(ChoiceQuestion)

/** Answers a person gave: an answer's id, or null for "I don't know", which also sets aside what the data say. */
export const GivenAnswers = z.record(z.string(), z.string().nullable())
export type GivenAnswers = z.infer<typeof GivenAnswers>

/** Figures by id; a fact without a value is left out. */
export type ChoiceFigures = Readonly<Partial<Record<ChoiceFactId, number>>>

/** The answer in force of a question, and who gave it. */
export interface ChosenAnswer {
  readonly question: ChoiceQuestion
  readonly answer: ChoiceAnswer | null
  readonly from: 'person' | 'data' | 'nobody'
}

/** One reason of a ranking: the question, the answer it came from and what it gave. */
export interface ChoiceReason {
  readonly questionId: string
  readonly answerId: string
  readonly from: 'person' | 'data'
  readonly points: number
  readonly reason: Text
  readonly mark: string
}

export interface RankedModel {
  readonly modelId: string
  readonly total: number
  /** 1 for the highest; models with the same total share a place, and the next one leaves out as many. */
  readonly place: number
  readonly isTied: boolean
  readonly speaksFor: readonly ChoiceReason[]
  readonly speaksAgainst: readonly ChoiceReason[]
}

/** The answer the figure of a question speaks for; null when there is no figure or no answer covers it. */
export function suggestAnswer({ fact, answers }: ChoiceQuestion, figures: ChoiceFigures): ChoiceAnswer | null {
  const value = fact === null ? undefined : figures[fact]
  if (value === undefined) return null
  return (
    answers.find(({ when }) => when && (when.from === null || value >= when.from) && (when.below === null || value < when.below)) ?? null
  )
}

/** For each question the person's own answer, else what the data suggest. An answer the table no longer has counts as none. */
export function chooseAnswers(questions: readonly ChoiceQuestion[], given: GivenAnswers, figures: ChoiceFigures): ChosenAnswer[] {
  return questions.map((question) => {
    const own = given[question.id]
    if (own === null) return { question, answer: null, from: 'person' }
    const answer = question.answers.find(({ id }) => id === own)
    if (answer) return { question, answer, from: 'person' }
    const suggested = suggestAnswer(question, figures)
    return { question, answer: suggested, from: suggested ? 'data' : 'nobody' }
  })
}

/**
 * Adds up the points of the answers per model, with every reason; highest first, ties in the order of `modelIds`. Empty when
 * nothing was answered: no verdict without its why. The rule is ours.
 */
export function rankModels(chosen: readonly ChosenAnswer[], modelIds: readonly string[]): RankedModel[] {
  if (!chosen.some(({ answer }) => answer !== null)) return []
  const scored = modelIds.map((modelId) => {
    const reasons = chosen.flatMap((each) => listReasons(each, modelId))
    return {
      modelId,
      total: reasons.reduce((sum, { points }) => sum + points, 0),
      speaksFor: sortReasons(reasons.filter(({ points }) => points > 0)),
      speaksAgainst: sortReasons(reasons.filter(({ points }) => points < 0))
    }
  })
  return scored
    .map((each) => ({
      ...each,
      place: 1 + scored.filter(({ total }) => total > each.total).length,
      isTied: scored.some(({ modelId, total }) => modelId !== each.modelId && total === each.total)
    }))
    .sort((a, b) => a.place - b.place)
}

function listReasons({ question, answer, from }: ChosenAnswer, modelId: string): ChoiceReason[] {
  if (!answer || from === 'nobody') return []
  return answer.points
    .filter(({ model }) => model === modelId)
    .map(({ points, reason, mark }) => ({ questionId: question.id, answerId: answer.id, from, points, reason, mark }))
}

/** The weightiest first; the order of the questions among equals. */
const sortReasons = (reasons: readonly ChoiceReason[]): ChoiceReason[] =>
  [...reasons].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
