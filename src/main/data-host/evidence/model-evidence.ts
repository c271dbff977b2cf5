import type { ElementEvidence, Metric, ModelEvidence, SegmentEvidence } from '../../../shared/contract/models.ts'
import { judgeContainer, judgeElement } from '../../../shared/models/element-state.ts'
import type { Model, ModelElement } from '../../../shared/models/model.ts'
import type { OpenWorkspace } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { loadKpis } from '../models/load-catalogue.ts'
import { readKpiTargets } from '../repositories/kpi-targets.ts'
import { describeBelowZero } from '../segments/below-zero.ts'
import { describeElementLinks, type ElementLinks } from './element-links.ts'
import { describeModel } from './measured-model.ts'
import { measureMetric } from './measure-metric.ts'
import type { MetricSource } from './metric-definition.ts'
import { findMetric } from './metrics/index.ts'

/** Metrics by KPI id, kept while the figures they come from are the current ones. */
const metricCache = new WeakMap<Figures, Map<string, Promise<Metric>>>()

/** What a model's elements show about this workspace: segments, metrics and a state for each. Warm it reads no orders. */
export async function computeModelEvidence(
  workspace: OpenWorkspace,
  model: Model,
  resourcesDir: string,
  figures?: Figures
): Promise<ModelEvidence> {
  const current = figures ?? (await ensureFigures(workspace, resourcesDir))
  const { currency } = readSettings(workspace.read)
  const links = describeElementLinks(workspace.read, model)
  const own = new Map<string, ElementEvidence>()
  for (const element of model.elements) {
    const metrics = await measureElement(workspace, model, element, resourcesDir, current)
    const { segments, removedSegments } = describeLinks(current, links.get(element.id))
    own.set(element.id, { id: element.id, ...judgeElement(metrics, segments, currency), segments, removedSegments, metrics })
  }
  return {
    model: model.id,
    asOf: current.asOf,
    window: current.window,
    provisional: current.lifetime.isProvisional,
    elements: model.elements.map((element) => inherit(model, element, own))
  }
}

/** One KPI of the catalogue over the workspace, for the model that shows it where it is about the model itself; null for an id the catalogue does not have. */
export async function computeMetric(
  workspace: OpenWorkspace,
  kpiId: string,
  resourcesDir: string,
  figures: Figures,
  model?: Model,
  targets: ReadonlyMap<string, number> = readKpiTargets(workspace.read)
): Promise<Metric | null> {
  const kpi = loadKpis(resourcesDir).find(({ id }) => id === kpiId)
  if (!kpi) return null
  const cached = metricCache.get(figures) ?? new Map<string, Promise<Metric>>()
  metricCache.set(figures, cached)
  const measured = cached.get(kpiId) ?? measureMetric(kpi, describeSource(workspace, figures, resourcesDir, model))
  if (!findMetric(kpiId)?.isVolatile) cached.set(kpiId, measured)
  return { ...(await measured), target: targets.get(kpiId) ?? null }
}

function describeSource(workspace: OpenWorkspace, figures: Figures, resourcesDir: string, model: Model | undefined): MetricSource {
  const source = { db: workspace.read, figures, period: 'current' } as const
  if (!model) return source
  const measure = (kpiId: string): Promise<Metric | null> => computeMetric(workspace, kpiId, resourcesDir, figures, model)
  return { ...source, model: describeModel(workspace.read, model, resourcesDir, measure) }
}

async function measureElement(
  workspace: OpenWorkspace,
  model: Model,
  element: ModelElement,
  resourcesDir: string,
  figures: Figures
): Promise<Metric[]> {
  const metrics: Metric[] = []
  const targets = readKpiTargets(workspace.read)
  for (const id of element.kpis) {
    const metric = await computeMetric(workspace, id, resourcesDir, figures, model, targets)
    if (metric) metrics.push(metric)
  }
  return metrics
}

/** A link to a segment that is no longer there shows nothing; it comes back with the segment. */
function describeLinks(figures: Figures, links: ElementLinks | undefined): Pick<ElementEvidence, 'segments' | 'removedSegments'> {
  const { linked = [], removed = [] } = links ?? {}
  return {
    segments: linked.filter(({ id }) => figures.hasSegment(id)).map(({ id, link }) => ({ ...describeSegment(figures, id), link })),
    removedSegments: removed.filter(figures.hasSegment).map((id) => ({ id, name: figures.segmentSummary(id).name }))
  }
}

function describeSegment(figures: Figures, id: string): Omit<SegmentEvidence, 'link'> {
  const { name, customers, share, revenueMinor, revenueShare, missing } = figures.segmentSummary(id)
  const note = describeBelowZero({ id, missing }, figures)
  return { id, name, customers, share, revenueMinor, revenueShare, missing, ...(note && { note }) }
}

/** An element without figures of its own takes its state from those it contains. */
function inherit(model: Model, element: ModelElement, own: ReadonlyMap<string, ElementEvidence>): ElementEvidence {
  const evidence = own.get(element.id) ?? { id: element.id, ...judgeContainer([]), segments: [], removedSegments: [], metrics: [] }
  if (element.kpis.length > 0 || element.segments.length > 0 || evidence.segments.length > 0) return evidence
  const contained = model.elements.filter(({ id, parent }) => parent === element.id || isContained(model, element.id, id))
  const within = model.elements.filter(({ id }) => id === element.parent || isContained(model, id, element.id))
  return {
    ...evidence,
    ...judgeContainer(
      contained.map(({ id, name }) => ({ name, state: own.get(id)?.state ?? 'no-data' })),
      within.map(({ name }) => name)
    )
  }
}

function isContained({ relations }: Model, container: string, element: string): boolean {
  return relations.some(({ kind, from, to }) => kind === 'contains' && from === container && to === element)
}
