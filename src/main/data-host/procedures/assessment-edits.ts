import { listRounds } from '../../../shared/analytics/assessment/score-round.ts'
import {
  addStatement,
  changeStatement,
  findAsked,
  findStatement,
  removeStatement,
  restoreStatements,
  type StatementChange,
  type StatementPlace
} from '../../../shared/analytics/assessment/statement-edits.ts'
import type { Assessment, AssessmentEdits, Rating } from '../../../shared/contract/assessments.ts'
import type { ChangeEntry } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { completeText } from '../../../shared/models/own-model.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { requireAssessment } from '../models/load-assessments.ts'
import { findAnyModel } from '../models/workspace-models.ts'
import { readAssessmentEdits, watchAssessmentEdits, writeAssessmentEdits } from '../repositories/assessment-edits.ts'
import { listRatings } from '../repositories/assessments.ts'
import { host } from './base.ts'

interface Edited {
  readonly assessment: Assessment
  readonly edits: AssessmentEdits
  readonly ratings: readonly Rating[]
}

/** One undoable change of what this workspace made of an assessment; writes no entry when nothing changed. */
async function changeEdits(
  context: HostContext,
  modelId: string,
  { kind, details = {} }: { kind: string; details?: ChangeEntry['details'] },
  change: (edited: Edited) => AssessmentEdits
): Promise<null> {
  const model = findAnyModel(context, modelId)
  return context.workspace().change(['assessments', 'models'], (db) => {
    const assessment = requireAssessment(db, context.resourcesDir, model)
    const edits = change({ assessment, edits: readAssessmentEdits(db, modelId), ratings: listRatings(db, modelId) })
    const { rows } = trackRows(db, [watchAssessmentEdits(modelId)], () => {
      writeAssessmentEdits(db, modelId, edits)
    })
    if (rows.length > 0) recordChange(db, { kind, details, rows }, context.now())
    return null
  })
}

function requireWords(text: Text): Text {
  if (text.en === '' && text.es === '') throw new CauceError('statement-empty')
  return completeText(text)
}

function requireElement({ groups }: Assessment, elementId: string): void {
  const isKnown = groups.some(({ elements }) => elements.some((element) => element.elementId === elementId))
  if (!isKnown) throw new CauceError('not-found', { what: elementId })
}

function requireStatement(assessment: Assessment, place: StatementPlace): void {
  if (!findStatement(assessment, place)) throw new CauceError('not-found', { what: place.statementId })
}

function requireOther(assessment: Assessment, { elementId, statementId }: StatementPlace): void {
  const elements = findAsked(assessment, null).groups.flatMap((group) => group.elements)
  const statements = elements.find((element) => element.elementId === elementId)?.statements ?? []
  if (statements.every(({ id }) => id === statementId)) throw new CauceError('statement-last')
}

export const assessmentEditProcedures = {
  saveStatement: host.assessments.saveStatement.handler(async ({ context, input: { modelId, elementId, statementId, ...given } }) => {
    const change: StatementChange = { text: requireWords(given.text), weight: given.weight }
    let saved = statementId ?? ''
    await changeEdits(
      context,
      modelId,
      { kind: statementId === undefined ? 'statement-added' : 'statement-saved' },
      ({ assessment, edits, ratings }) => {
        requireElement(assessment, elementId)
        if (statementId === undefined) {
          const added = addStatement(edits, elementId, change, listRounds(ratings).at(-1) ?? null)
          saved = added.statementId
          return added.edits
        }
        const place = { elementId, statementId }
        requireStatement(assessment, place)
        return changeStatement(assessment, edits, place, change, ratings)
      }
    )
    return { statementId: saved }
  }),

  removeStatement: host.assessments.removeStatement.handler(({ context, input: { modelId, ...place } }) =>
    changeEdits(context, modelId, { kind: 'statement-removed' }, ({ assessment, edits, ratings }) => {
      requireStatement(assessment, place)
      requireOther(assessment, place)
      return removeStatement(assessment, edits, place, ratings)
    })
  ),

  restoreStatements: host.assessments.restoreStatements.handler(({ context, input: { modelId, elementId, statementId } }) =>
    changeEdits(context, modelId, { kind: 'statements-restored' }, ({ assessment, edits, ratings }) => {
      if (elementId !== undefined) requireElement(assessment, elementId)
      const chosen = { ...(elementId === undefined ? {} : { elementId }), ...(statementId === undefined ? {} : { statementId }) }
      return restoreStatements(assessment, edits, chosen, ratings)
    })
  ),

  setElementTarget: host.assessments.setElementTarget.handler(({ context, input: { modelId, elementId, target } }) => {
    const name = findAnyModel(context, modelId).elements.find(({ id }) => id === elementId)?.name
    if (!name) throw new CauceError('not-found', { what: elementId })
    const what = { kind: 'assessment-target-set', details: { nameEn: name.en, nameEs: name.es } }
    return changeEdits(context, modelId, what, ({ assessment, edits }) => {
      requireElement(assessment, elementId)
      const others = Object.fromEntries(Object.entries(edits.targets).filter(([id]) => id !== elementId))
      return { ...edits, targets: target === null ? others : { ...others, [elementId]: target } }
    })
  }),

  nameRound: host.assessments.nameRound.handler(({ context, input: { modelId, round, name } }) =>
    changeEdits(context, modelId, { kind: 'round-named' }, ({ edits, ratings }) => {
      if (!listRounds(ratings).includes(round)) throw new CauceError('not-found', { what: round })
      const others = Object.fromEntries(Object.entries(edits.roundNames).filter(([id]) => id !== round))
      return { ...edits, roundNames: name === '' ? others : { ...others, [round]: name } }
    })
  )
}
