import type { Assessment, Rating } from '../../../shared/contract/assessments.ts'
import type { ModelEvidence } from '../../../shared/contract/models.ts'
import type { Action } from '../../../shared/contract/plan.ts'
import type { ReportRequest } from '../../../shared/contract/reports.ts'
import type { Walk } from '../../../shared/contract/walks.ts'
import type { Settings } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Language, Text } from '../../../shared/domain/text.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { HostContext } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { computeModelEvidence } from '../evidence/model-evidence.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { findAssessment } from '../models/load-assessments.ts'
import { findAnyModel } from '../models/workspace-models.ts'
import { listActions } from '../repositories/actions.ts'
import { listRatings } from '../repositories/assessments.ts'
import { readWalk } from '../repositories/walks.ts'

/** Everything a report says, before it is put into words. */
export interface Report {
  readonly language: Language
  readonly settings: Settings
  readonly model: Model
  readonly evidence: ModelEvidence
  readonly walk: Walk | null
  readonly actions: readonly Action[]
  readonly segmentNames: ReadonlyMap<string, Text>
  /** What people rated about the model, and all their answers; null without an answer, and without a walk. */
  readonly assessed: { readonly assessment: Assessment; readonly ratings: readonly Rating[] } | null
}

/** Reads what the report needs. With a walk, an element that was left shows its evidence as it stood then. */
export async function collectReport(context: HostContext, { modelId, walkId, language }: ReportRequest): Promise<Report> {
  const workspace = context.workspace()
  const model = findAnyModel(context, modelId)
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const current = await computeModelEvidence(workspace, model, context.resourcesDir, figures)
  const walk = walkId === undefined ? null : findWalk(context, model, walkId)
  return {
    language,
    settings: readSettings(workspace.read),
    model,
    evidence: walk ? overlayWalk(current, walk) : current,
    walk,
    actions: walk ? listActions(workspace.read, walk.id) : [],
    segmentNames: new Map(figures.segmentSummaries().map(({ id, name }) => [id, name])),
    assessed: walk ? collectRatings(context, model) : null
  }
}

function findWalk(context: HostContext, model: Model, id: number): Walk {
  const questions = new Map(model.elements.map((element) => [element.id, element.questions.length]))
  const walk = readWalk(context.workspace().read, id, (elementId) => questions.get(elementId) ?? 0)
  if (!walk || walk.modelId !== model.id) throw new CauceError('not-found', { what: `walk ${String(id)}` })
  return walk
}

function collectRatings(context: HostContext, model: Model): Report['assessed'] {
  const ratings = listRatings(context.workspace().read, model.id)
  const assessment = ratings.length > 0 ? findAssessment(context.resourcesDir, model) : null
  return assessment && { assessment, ratings }
}

function overlayWalk(evidence: ModelEvidence, walk: Walk): ModelEvidence {
  const kept = new Map(walk.stepList.flatMap((step) => (step.evidence ? [[step.elementId, step.evidence] as const] : [])))
  return { ...evidence, elements: evidence.elements.map((element) => kept.get(element.id) ?? element) }
}
