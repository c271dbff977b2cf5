import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import type { ModelEvidence } from '../../../../shared/contract/models.ts'
import { isShape, type Link, type LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { segmentColor } from '../../../../shared/domain/segment-colors.ts'
import { formatFigure } from '../../../../shared/i18n/figures.ts'
import { formatDate } from '../../../../shared/i18n/formats.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import { SEGMENT_INKS } from '../../../../shared/models/diagram-shapes.ts'
import type { HostContext, OpenWorkspace } from '../../context.ts'
import { readSettings } from '../../database/settings.ts'
import { computeMetric, computeModelEvidence } from '../../evidence/model-evidence.ts'
import { ensureLiveFigures } from '../../figures/ensure-figures.ts'
import type { Figures } from '../../figures/figures.ts'
import { loadKpis } from '../../models/load-catalogue.ts'
import { loadAllModels } from '../../models/workspace-models.ts'
import { readAction } from '../../repositories/actions.ts'
import { readDiagramEntry, readKeptItems } from '../../repositories/diagrams.ts'
import { hideNames } from '../../repositories/names/hide-names.ts'
import { answerCustomers } from './customer-links.ts'
import { answerElement } from './element-links.ts'
import { answered, GONE, inBoth, tellCount, unanswered, type LinkAnswer } from './link-texts.ts'

export interface ItemLink {
  readonly itemId: string
  readonly link: Link
}

/** The links of a diagram that is kept. */
export function listLinks(workspace: OpenWorkspace, diagramId: number): ItemLink[] {
  return readKeptItems(workspace.read, diagramId).flatMap((item) =>
    isShape(item) && item.link ? [{ itemId: item.id, link: item.link }] : []
  )
}

/** What answers are made of; what several links need is computed once. */
interface Sources {
  readonly context: HostContext
  readonly workspace: OpenWorkspace
  readonly currency: string
  readonly figures: () => Promise<Figures>
  readonly evidenceOf: (modelId: string) => Promise<ModelEvidence>
  readonly models: () => ReturnType<typeof loadAllModels>['models']
}

/** Actions and diagrams are there whatever the data say. */
const WITHOUT_FIGURES: ReadonlySet<LinkTarget> = new Set(['action', 'diagram'])

/**
 * What every link says today, each subject asked once however many shapes show it. `asOf`: of the figures; null when no link needs
 * any, or there is no date.
 */
export async function readLinks(
  context: HostContext,
  links: readonly ItemLink[]
): Promise<{ asOf: string | null; currency: string; links: LinkState[] }> {
  const workspace = context.workspace()
  const { currency } = readSettings(workspace.read)
  const sources = openSources(context, workspace, currency)
  const answers = new Map<string, Promise<LinkAnswer>>()
  const states: LinkState[] = []
  for (const { itemId, link } of links) {
    const key = JSON.stringify(link)
    const known = answers.get(key) ?? answer(link, sources)
    answers.set(key, known)
    states.push({ ...(await known), itemId })
  }
  const needsFigures = links.some(({ link }) => !WITHOUT_FIGURES.has(link.to))
  return { asOf: needsFigures ? (await sources.figures()).asOf : null, currency, links: await hideInNames(context, states) }
}

/** Actions, diagrams and segments are called as somebody called them: without the names of customers while identities are hidden. */
async function hideInNames(context: HostContext, states: LinkState[]): Promise<LinkState[]> {
  if (!context.mask.isOn) return states
  const names = states.flatMap((state) => (state.state === 'gone' ? [] : [state.name]))
  const [es, en] = await Promise.all(
    (['es', 'en'] as const).map((language) =>
      hideNames(
        context.workspace(),
        names.map((name) => name[language]),
        language
      )
    )
  )
  return states.map((state) =>
    state.state === 'gone'
      ? state
      : { ...state, name: { es: es?.get(state.name.es)?.shown ?? state.name.es, en: en?.get(state.name.en)?.shown ?? state.name.en } }
  )
}

function openSources(context: HostContext, workspace: OpenWorkspace, currency: string): Sources {
  let figures: Promise<Figures> | undefined
  let models: ReturnType<Sources['models']> | undefined
  const evidence = new Map<string, Promise<ModelEvidence>>()
  const sources: Sources = {
    context,
    workspace,
    currency,
    figures: () => (figures ??= ensureLiveFigures(workspace, context.resourcesDir)),
    models: () => (models ??= loadAllModels(context).models),
    evidenceOf: (modelId) => {
      const known = evidence.get(modelId) ?? computeEvidence(sources, modelId)
      evidence.set(modelId, known)
      return known
    }
  }
  return sources
}

async function computeEvidence({ context, workspace, figures, models }: Sources, modelId: string): Promise<ModelEvidence> {
  const model = models().find(({ id }) => id === modelId)
  if (!model) throw new Error('evidence of a model that is not there')
  return computeModelEvidence(workspace, model, context.resourcesDir, await figures())
}

type Of<To extends LinkTarget> = Extract<Link, { to: To }>
const ANSWERS: { readonly [To in LinkTarget]: (link: Of<To>, sources: Sources) => Promise<LinkAnswer> } = {
  segment: async ({ segmentId }, { figures }) => {
    const current = await figures()
    if (!current.hasSegment(segmentId)) return GONE
    const { name, customers, share, revenueMinor, missing } = current.segmentSummary(segmentId)
    if (missing) return unanswered(name, missing)
    const colour = SEGMENT_INKS[segmentColor(segmentId).replace(/^var\(--|\)$/g, '')] ?? null
    return answered({ name, customers, share, revenueMinor, colour, text: tellCount('customers', customers ?? 0) })
  },

  metric: async ({ kpiId }, { context, workspace, currency, figures }) => {
    const kpi = loadKpis(context.resourcesDir).find(({ id }) => id === kpiId)
    const metric = kpi && (await computeMetric(workspace, kpiId, context.resourcesDir, await figures()))
    if (!kpi || !metric) return GONE
    const { value, missing } = metric
    if (value === null || missing)
      return unanswered(kpi.name, missing ?? { code: 'needs-analysis', needs: [], hint: kpi.definition ?? kpi.name })
    return answered({ name: kpi.name, value, text: inBoth((language) => formatFigure(value, kpi.unit, currency, language)) })
  },

  customers: async ({ customerIds }, { context, workspace, figures }) =>
    answerCustomers(workspace, await figures(), customerIds, context.mask.isOn),

  action: ({ actionId }, { workspace }) => {
    const action = readAction(workspace.read, actionId)
    if (!action) return Promise.resolve(GONE)
    const { title, status, dueDate } = action
    const text = inBoth((language) => translate(language, `linkStates.${status}`, { date: formatDate(dueDate, language) }))
    return Promise.resolve(answered({ name: { en: title, es: title }, text, status }))
  },

  diagram: ({ diagramId }, { workspace }) => {
    const diagram = readDiagramEntry(workspace.read, diagramId)
    if (!diagram) return Promise.resolve(GONE)
    return Promise.resolve(answered({ name: { en: diagram.name, es: diagram.name }, text: tellCount('shapes', diagram.shapes) }))
  },

  element: async ({ modelId, elementId }, { models, evidenceOf, currency }) => {
    const model = models().find(({ id }) => id === modelId)
    const element = model?.elements.find(({ id }) => id === elementId)
    if (!model || !element) return GONE
    const { elements } = await evidenceOf(modelId)
    const evidence = elements.find(({ id }) => id === elementId)
    return evidence ? answerElement(model, element.name, evidence, currency) : GONE
  }
}

function answer<To extends LinkTarget>(link: Of<To>, sources: Sources): Promise<LinkAnswer> {
  const to: To = link.to
  return ANSWERS[to](link, sources)
}
