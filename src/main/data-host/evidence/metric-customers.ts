import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { isReading, type MetricPart } from './metric-definition.ts'
import { findMetric } from './metrics/index.ts'

/** Ids of the live customers counted in that part of a figure, ascending; null when the figure has no answer or nobody to list. */
export async function metricCustomerIds(
  workspace: OpenWorkspace,
  figures: Figures,
  metricId: string,
  part: MetricPart
): Promise<Int32Array | null> {
  const definition = findMetric(metricId)
  const source = { db: workspace.read, figures, period: 'current' } as const
  if (!definition?.listCustomers) return null
  const outcome = await definition.measure(source)
  // Nobody is known behind a value entered by hand.
  if (!isReading(outcome) || outcome.entry) return null
  return definition.listCustomers(source, part)
}
