import type Database from 'better-sqlite3'
import type { ElementEvidence } from '../../../shared/contract/models.ts'
import type { StepStatus, Walk, WalkEntry } from '../../../shared/contract/walks.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { isStepWritten } from '../../../shared/domain/written-step.ts'
import { hasOwnMeaning, nameView, viewModel, type ModelView } from '../../../shared/models/apply-variant.ts'
import { findInView } from '../../../shared/models/list-in-view.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { HostContext } from '../context.ts'
import { extendChange, type NewChange, recordChange } from '../database/changes.ts'
import { trackNewRows, trackRows, type Watched } from '../database/row-log.ts'
import { loadWalkEntries } from '../models/load-catalogue.ts'
import { loadAllModels } from '../models/workspace-models.ts'
import { listActions } from '../repositories/actions.ts'
import {
  deleteWalkRows,
  insertWalk,
  keepEvidence,
  listWalks,
  putAnswer,
  readWalk,
  updateStep,
  updateWalk,
  watchWalkView
} from '../repositories/walks.ts'
import { readWorkspaceState } from '../repositories/workspace-state.ts'
import { host } from './base.ts'
import { elementEvidence } from './walk-evidence.ts'

/** Far above any model's; a step's answers are read into a list as long as the highest index. */
const MAX_QUESTIONS = 100

function findModel(context: HostContext, modelId: string, view: string | null): ModelView | null {
  const model = loadAllModels(context).models.find(({ id }) => id === modelId)
  return model ? viewModel(model, view ?? undefined) : null
}

/** The walk, or `not-found`. A model that is no longer there leaves its walks readable. */
function findWalk(context: HostContext, db: Database.Database, id: number): Walk {
  const walk = readWalk(db, id, ({ modelId, view }) => {
    const model = findModel(context, modelId, view)
    return (elementId) => (model && findInView(model, elementId)?.questions.length) ?? 0
  })
  if (!walk) throw new CauceError('not-found')
  return walk
}

/** What an element is once it is left: only what has something written is done; passing by leaves it as it was. */
function judgeStep(db: Database.Database, walk: Walk, elementId: string): StepStatus {
  const step = walk.stepList.find((each) => each.elementId === elementId)
  if (!step) return 'open'
  if (isStepWritten(step, listActions(db, walk.id))) return 'done'
  return step.status === 'skipped' ? 'skipped' : 'open'
}

/** Leaves an element: its status, and the evidence as it stands unless nobody answered. */
function leaveStep(db: Database.Database, walkId: number, leaving: Leaving): void {
  updateStep(db, walkId, leaving.elementId, { status: leaving.status })
  keepEvidence(db, walkId, leaving.elementId, leaving.status === 'open' ? null : leaving.evidence)
}
interface Leaving {
  elementId: string
  status: StepStatus
  evidence: ElementEvidence | null
}

/** Everything that goes, or comes back, with a walk; its actions stay and are only let go of. */
const rowsOfWalk = (id: number): Watched[] => [
  { table: 'walks', where: { id } },
  { table: 'walk_steps', where: { walk_id: id } },
  { table: 'walk_answers', where: { walk_id: id } },
  watchWalkView(id)
]

/** Writing in one place of a walk within this time is one step for undo. */
const TYPING_MS = 60_000

/** Logs what was written at `place`, together with what was written there a moment ago; nothing when no row changed. */
function recordWriting(db: Database.Database, change: NewChange, now: Date): void {
  if (!change.rows || change.rows.length === 0) return
  if (!extendChange(db, change, ['walk', 'place'], TYPING_MS, now)) recordChange(db, change, now)
}

/** What is said of a model that nobody wrote an entry for. */
function describeEntry({ id, walk }: Model): WalkEntry {
  const count = String(walk.length)
  return {
    modelId: id,
    title: { en: `Walk the ${count} elements`, es: `Recorra los ${count} elementos` },
    lead: {
      en: 'One after the other, in the order of the model. You may enter anywhere and come back.',
      es: 'Uno tras otro, en el orden del modelo. Puede entrar por cualquiera y volver.'
    },
    order: 'sequence',
    assessFirst: false
  }
}

/** What is said of the view; else of the model, where the view walks the same elements and means the same by them; else the plainest. */
function findEntry(entries: readonly WalkEntry[], { whole, view, variant }: ModelView): WalkEntry {
  const name = nameView(whole, variant?.id) ?? undefined
  const ofModel = entries.filter(({ modelId }) => modelId === whole.id)
  const ofView = ofModel.find((entry) => entry.view === name)
  if (ofView) return ofView
  const base = ofModel.find((entry) => entry.view === undefined)
  const isSame = view.walk.length === whole.walk.length && view.walk.every((id) => whole.walk.includes(id) && !hasOwnMeaning(variant, id))
  return base && isSame ? base : { ...describeEntry(view), order: base?.order ?? 'sequence' }
}

export const walksProcedures = {
  getEntry: host.walks.getEntry.handler(({ context, input }) => {
    const model = findModel(context, input.modelId, input.view)
    if (!model) throw new CauceError('not-found', { what: input.modelId })
    return findEntry(loadWalkEntries(context.resourcesDir), model)
  }),

  listWalks: host.walks.listWalks.handler(({ context }) => listWalks(context.workspace().read)),

  getWalk: host.walks.getWalk.handler(({ context, input }) => findWalk(context, context.workspace().read, input.id)),

  startWalk: host.walks.startWalk.handler(({ context, input }) => {
    const workspace = context.workspace()
    const found = findModel(context, input.modelId, input.view)
    if (!found) throw new CauceError('not-found')
    const { view: model, whole } = found
    if (input.elementId !== undefined && !model.walk.includes(input.elementId)) throw new CauceError('not-found')
    const { asOf } = readWorkspaceState(workspace)
    return workspace.change(['walks'], (db) => {
      const at = context.now().toISOString()
      const currentElementId = input.elementId ?? model.walk[0] ?? null
      const walk = insertWalk(db, {
        modelId: model.id,
        modelRevision: model.revision,
        view: nameView(whole, input.view ?? undefined),
        at,
        asOf,
        elementIds: model.walk,
        currentElementId
      })
      const rows = trackNewRows(db, rowsOfWalk(walk))
      recordChange(db, { kind: 'walk-started', details: { model: model.id, walk }, rows }, context.now())
      return findWalk(context, db, walk)
    })
  }),

  saveStep: host.walks.saveStep.handler(({ context, input: { walkId, elementId, answer, actionDraft, ...fields } }) =>
    context.workspace().change(['walks'], (db) => {
      const savedAt = context.now().toISOString()
      if (answer && answer.index >= MAX_QUESTIONS) throw new CauceError('invalid-value')
      const draft = actionDraft && JSON.stringify(actionDraft)
      const where = { walk_id: walkId, element_id: elementId }
      const watched: Watched[] = [
        { table: 'walk_steps', where },
        { table: 'walk_answers', where: { ...where, question: answer?.index ?? -1 } },
        { table: 'walks', where: { id: walkId } }
      ]
      const { rows } = trackRows(db, watched, () => {
        if (!updateStep(db, walkId, elementId, { ...fields, actionDraft: draft })) throw new CauceError('not-found')
        if (answer) putAnswer(db, walkId, elementId, answer.index, answer.text)
        updateWalk(db, walkId, {}, savedAt)
      })
      const place = [
        elementId,
        ...Object.keys(fields),
        answer ? `answer ${String(answer.index)}` : '',
        draft === undefined ? '' : 'draft'
      ].join(' ')
      recordWriting(db, { kind: 'walk-step-written', details: { walk: walkId, place }, rows }, context.now())
      return { savedAt }
    })
  ),

  saveParticipants: host.walks.saveParticipants.handler(({ context, input }) =>
    context.workspace().change(['walks'], (db) => {
      const savedAt = context.now().toISOString()
      const { rows } = trackRows(db, [{ table: 'walks', where: { id: input.walkId } }], () => {
        if (!updateWalk(db, input.walkId, { participants: input.participants }, savedAt)) throw new CauceError('not-found')
      })
      recordWriting(db, { kind: 'walk-participants', details: { walk: input.walkId, place: 'participants' }, rows }, context.now())
      return { savedAt }
    })
  ),

  goToStep: host.walks.goToStep.handler(async ({ context, input: { walkId, elementId, leaveAs } }) => {
    const workspace = context.workspace()
    const walk = findWalk(context, workspace.read, walkId)
    if (elementId !== null && !walk.stepList.some((step) => step.elementId === elementId)) throw new CauceError('not-found')
    const leaving = walk.currentElementId
    const evidence =
      leaving === null ? null : await elementEvidence(workspace, findModel(context, walk.modelId, walk.view), leaving, context.resourcesDir)
    return workspace.change(['walks'], (db) => {
      if (leaving !== null && leaving !== elementId) {
        const status = leaveAs ?? judgeStep(db, findWalk(context, db, walkId), leaving)
        const { rows } = trackRows(db, [{ table: 'walk_steps', where: { walk_id: walkId, element_id: leaving } }], () => {
          leaveStep(db, walkId, { elementId: leaving, status, evidence })
        })
        // Passing by is no change of anybody's; marking an element is.
        if (leaveAs !== undefined && rows.length > 0)
          recordChange(db, { kind: 'walk-step-left', details: { walk: walkId, place: leaving }, rows }, context.now())
      }
      updateWalk(db, walkId, { currentElementId: elementId }, context.now().toISOString())
      return findWalk(context, db, walkId)
    })
  }),

  finishWalk: host.walks.finishWalk.handler(async ({ context, input: { walkId } }) => {
    const workspace = context.workspace()
    const walk = findWalk(context, workspace.read, walkId)
    const leaving = walk.currentElementId
    if (walk.finishedAt !== null && leaving === null) return walk
    const evidence =
      leaving === null ? null : await elementEvidence(workspace, findModel(context, walk.modelId, walk.view), leaving, context.resourcesDir)
    return workspace.change(['walks'], (db) => {
      const at = context.now().toISOString()
      const watched = rowsOfWalk(walkId).slice(0, 2)
      const { rows } = trackRows(db, watched, () => {
        if (leaving !== null)
          leaveStep(db, walkId, { elementId: leaving, status: judgeStep(db, findWalk(context, db, walkId), leaving), evidence })
        updateWalk(db, walkId, { currentElementId: null, finishedAt: walk.finishedAt ?? at }, at)
      })
      if (walk.finishedAt === null) recordChange(db, { kind: 'walk-finished', details: { model: walk.modelId }, rows }, context.now())
      return findWalk(context, db, walkId)
    })
  }),

  deleteWalk: host.walks.deleteWalk.handler(({ context, input: { walkId } }) =>
    context.workspace().change(['walks', 'plan'], (db) => {
      const walk = findWalk(context, db, walkId)
      const actions = db.prepare<[number], { id: number }>('SELECT id FROM actions WHERE walk_id = ?').all(walkId)
      const watched = [...rowsOfWalk(walkId), ...actions.map(({ id }) => ({ table: 'actions', where: { id } }))]
      const { rows } = trackRows(db, watched, () => {
        deleteWalkRows(db, walkId)
      })
      recordChange(db, { kind: 'walk-deleted', details: { model: walk.modelId }, rows }, context.now())
      return null
    })
  )
}
