import type { Assessment, Rating } from '../../../shared/contract/assessments.ts'
import type { ModelEvidence } from '../../../shared/contract/models.ts'
import type { Action, ActionPlace } from '../../../shared/contract/plan.ts'
import type { ReportRequest } from '../../../shared/contract/reports.ts'
import type { Walk } from '../../../shared/contract/walks.ts'
import type { Settings } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Language, Text } from '../../../shared/domain/text.ts'
import { hasOwnMeaning, viewModel, type ModelView } from '../../../shared/models/apply-variant.ts'
import { findInView } from '../../../shared/models/list-in-view.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { HostContext } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { computeModelEvidence } from '../evidence/model-evidence.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { findWorkspaceAssessment } from '../models/load-assessments.ts'
import { findAnyModel } from '../models/workspace-models.ts'
import { listActionPlaces } from '../repositories/action-places.ts'
import { listActions } from '../repositories/actions.ts'
import { listRatings } from '../repositories/assessments.ts'
import { readWalk } from '../repositories/walks.ts'

/** Everything a report says, before it is put into words. */
export interface Report {
  readonly language: Language
  readonly settings: Settings
  /** As the view told of has it. */
  readonly model: Model
  readonly inView: ModelView
  /** Without what the view leaves out or does not carry over. */
  readonly evidence: ModelEvidence
  readonly walk: Walk | null
  readonly actions: readonly Action[]
  /** Where they stand in diagrams. */
  readonly places: readonly ActionPlace[]
  readonly segmentNames: ReadonlyMap<string, Text>
  /** What people rated about the model, and all their answers; null without an answer, and without a walk. */
  readonly assessed: { readonly assessment: Assessment; readonly ratings: readonly Rating[] } | null
}

/**
 * Reads what the report needs. With a walk, it is told in the view the walk was begun in, and an element that was left shows its
 * evidence as it stood then.
 */
export async function collectReport(context: HostContext, { modelId, walkId, view, language }: ReportRequest): Promise<Report> {
  const workspace = context.workspace()
  const model = findAnyModel(context, modelId)
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const walk = walkId === undefined ? null : findWalk(context, model, walkId)
  const inView = viewModel(model, walk ? (walk.view ?? undefined) : view)
  const current = carryEvidence(await computeModelEvidence(workspace, model, context.resourcesDir, figures), inView, walk)
  return {
    language,
    settings: readSettings(workspace.read),
    model: inView.view,
    inView,
    evidence: walk ? overlayWalk(current, walk) : current,
    walk,
    actions: walk ? listActions(workspace.read, walk.id) : [],
    places: walk ? listActionPlaces(workspace.read) : [],
    segmentNames: new Map(figures.segmentSummaries().map(({ id, name }) => [id, name])),
    assessed: walk ? collectRatings(context, model) : null
  }
}

function findWalk(context: HostContext, model: Model, id: number): Walk {
  const walk = readWalk(context.workspace().read, id, ({ view }) => {
    const inView = viewModel(model, view ?? undefined)
    return (elementId) => findInView(inView, elementId)?.questions.length ?? 0
  })
  if (!walk || walk.modelId !== model.id) throw new CauceError('not-found', { what: `walk ${String(id)}` })
  return walk
}

/** Evidence of what the view has and means as the model does, and of what the walk has a step for. */
function carryEvidence(evidence: ModelEvidence, { view, variant }: ModelView, walk: Walk | null): ModelEvidence {
  const told = new Set([...view.elements.map(({ id }) => id), ...(walk?.stepList ?? []).map(({ elementId }) => elementId)])
  return { ...evidence, elements: evidence.elements.filter(({ id }) => told.has(id) && !hasOwnMeaning(variant, id)) }
}

function collectRatings(context: HostContext, model: Model): Report['assessed'] {
  const ratings = listRatings(context.workspace().read, model.id)
  const assessment = ratings.length > 0 ? findWorkspaceAssessment(context.workspace().read, context.resourcesDir, model) : null
  return assessment && { assessment, ratings }
}

function overlayWalk(evidence: ModelEvidence, walk: Walk): ModelEvidence {
  const kept = new Map(walk.stepList.flatMap((step) => (step.evidence ? [[step.elementId, step.evidence] as const] : [])))
  return { ...evidence, elements: evidence.elements.map((element) => kept.get(element.id) ?? element) }
}
