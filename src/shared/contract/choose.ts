import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { ChoiceFactId, GivenAnswers, ModelChoice } from '../models/model-choice.ts'
import { procedure } from './base.ts'

/** What the data say to a question, in words; without a value the words say what is missing. */
export const ChoiceFact = z.object({ id: ChoiceFactId, value: z.number().nullable(), text: Text })
export type ChoiceFact = z.infer<typeof ChoiceFact>

export const ChoiceState = z.object({ questions: ModelChoice, facts: z.array(ChoiceFact), answers: GivenAnswers })
export type ChoiceState = z.infer<typeof ChoiceState>

export const choose = {
  /** The questions of "which model suits me", what the data say to each, and the answers given so far. */
  getChoice: procedure.output(ChoiceState),
  /** Keeps a person's answer; null: "I don't know". Undoable. */
  setAnswer: procedure.input(z.object({ questionId: z.string(), answerId: z.string().nullable() })).output(ChoiceState),
  /** Forgets the answer to one question, or to all: what the data say is in force again. Undoable. */
  forgetAnswers: procedure.input(z.object({ questionId: z.string().optional() })).output(ChoiceState)
}
