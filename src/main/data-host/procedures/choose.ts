import type Database from 'better-sqlite3'
import type { ChoiceState } from '../../../shared/contract/choose.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { measureChoiceFacts } from '../evidence/choice-facts.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { loadModelChoice } from '../models/load-catalogue.ts'
import { deleteChoiceAnswer, readChoiceAnswers, watchChoiceAnswers, writeChoiceAnswer } from '../repositories/choice-answers.ts'
import { host } from './base.ts'

export const chooseProcedures = {
  getChoice: host.choose.getChoice.handler(({ context }) => readChoice(context)),

  setAnswer: host.choose.setAnswer.handler(async ({ context, input: { questionId, answerId } }) => {
    const question = loadModelChoice(context.resourcesDir).find(({ id }) => id === questionId)
    if (!question || (answerId !== null && !question.answers.some(({ id }) => id === answerId)))
      throw new CauceError('not-found', { what: 'answer' })
    await changeAnswers(context, [questionId], 'choice-answered', (db) => {
      writeChoiceAnswer(db, questionId, answerId)
    })
    return readChoice(context)
  }),

  forgetAnswers: host.choose.forgetAnswers.handler(async ({ context, input: { questionId } }) => {
    const given = Object.keys(readChoiceAnswers(context.workspace().read))
    const ids = questionId === undefined ? given : given.filter((id) => id === questionId)
    await changeAnswers(context, ids, 'choice-forgotten', (db) => {
      for (const id of ids) deleteChoiceAnswer(db, id)
    })
    return readChoice(context)
  })
}

async function readChoice(context: HostContext): Promise<ChoiceState> {
  const workspace = context.workspace()
  const figures = await ensureFigures(workspace, context.resourcesDir)
  return {
    questions: loadModelChoice(context.resourcesDir),
    facts: measureChoiceFacts(workspace.read, figures),
    answers: readChoiceAnswers(workspace.read)
  }
}

/** Answers are kept as settings but no figure hangs on them: only the workspace's own state changes. */
async function changeAnswers(
  context: HostContext,
  questionIds: readonly string[],
  kind: string,
  work: (db: Database.Database) => void
): Promise<void> {
  await context.workspace().change(['workspace'], (db) => {
    const { rows } = trackRows(db, watchChoiceAnswers(questionIds), () => {
      work(db)
    })
    if (rows.length > 0) recordChange(db, { kind, details: {}, rows }, context.now())
  })
}
