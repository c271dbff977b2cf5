import type { ElementEvidence, Metric, ModelEvidence, SegmentEvidence } from '../../../shared/contract/models.ts'
import { judgeContainer, judgeElement } from '../../../shared/models/element-state.ts'
import type { Model, ModelElement } from '../../../shared/models/model.ts'
import type { OpenWorkspace } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { loadKpis } from '../models/load-catalogue.ts'
import { describeBelowZero } from '../segments/below-zero.ts'
import { readElementLinks } from './element-links.ts'
import { measureMetric } from './measure-metric.ts'
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
  const links = readElementLinks(workspace.read, model)
  const own = new Map<string, ElementEvidence>()
  for (const element of model.elements) {
    const metrics = await measureElement(workspace, element, resourcesDir, current)
    const segments = (links.get(element.id) ?? []).map((id) => describeSegment(current, id))
    own.set(element.id, { id: element.id, ...judgeElement(metrics, segments, currency), segments, metrics })
  }
  return {
    model: model.id,
    asOf: current.asOf,
    window: current.window,
    elements: model.elements.map((element) => inherit(model, element, own))
  }
}

/** One KPI of the catalogue over the workspace; null for an id the catalogue does not have. */
export async function computeMetric(
  workspace: OpenWorkspace,
  kpiId: string,
  resourcesDir: string,
  figures: Figures
): Promise<Metric | null> {
  const kpi = loadKpis(resourcesDir).find(({ id }) => id === kpiId)
  if (!kpi) return null
  const cached = metricCache.get(figures) ?? new Map<string, Promise<Metric>>()
  metricCache.set(figures, cached)
  const metric = cached.get(kpiId) ?? measureMetric(kpi, { db: workspace.read, figures, period: 'current' })
  if (!findMetric(kpiId)?.isVolatile) cached.set(kpiId, metric)
  return metric
}

async function measureElement(workspace: OpenWorkspace, element: ModelElement, resourcesDir: string, figures: Figures): Promise<Metric[]> {
  const metrics: Metric[] = []
  for (const id of element.kpis) {
    const metric = await computeMetric(workspace, id, resourcesDir, figures)
    if (metric) metrics.push(metric)
  }
  return metrics
}

function describeSegment(figures: Figures, id: string): SegmentEvidence {
  const { name, customers, share, revenueMinor, revenueShare, missing } = figures.segmentSummary(id)
  const note = describeBelowZero({ id, missing }, figures)
  return { id, name, customers, share, revenueMinor, revenueShare, missing, ...(note && { note }) }
}

/** An element without figures of its own takes its state from those it contains. */
function inherit(model: Model, element: ModelElement, own: ReadonlyMap<string, ElementEvidence>): ElementEvidence {
  const evidence = own.get(element.id) ?? { id: element.id, ...judgeContainer([]), segments: [], metrics: [] }
  if (element.kpis.length > 0 || element.segments.length > 0) return evidence
  const contained = model.elements
    .filter(({ parent }) => parent === element.id)
    .flatMap(({ id, name }) => (own.has(id) ? [{ name, state: own.get(id)?.state ?? 'no-data' }] : []))
  return { ...evidence, ...judgeContainer(contained) }
}
