import type { Kpi, Metric } from '../../../shared/contract/models.ts'
import type { Missing } from '../../../shared/contract/segments.ts'
import type { Window } from '../../../shared/contract/base.ts'
import type { Figures } from '../figures/figures.ts'
import { evidenceText, isReading, type MetricDefinition, type MetricSource, type Outcome, type Reading } from './metric-definition.ts'
import { findMetric } from './metrics/index.ts'

/** Below this many cases a figure is shown as "few data" (domain 4). */
export const FEW_DATA = 30
/** The share of the window before that the data must reach back over before the two windows are compared. */
const COMPARABLE_SHARE = 0.9

/** One KPI with its value, both numbers it is made of, its window and the figure one window earlier. */
export async function measureMetric(kpi: Kpi, source: MetricSource): Promise<Metric> {
  const definition = findMetric(kpi.id)
  if (!definition)
    return makeEmpty(kpi, source.figures, {
      code: 'needs-analysis',
      needs: [],
      hint: evidenceText('missing.metric')
    })
  const outcome = definition.measure(source)
  if (!isReading(outcome)) return makeEmpty(kpi, source.figures, outcome)
  return {
    ...makeEmpty(kpi, source.figures, null),
    ...describeReading(kpi.id, outcome),
    window: definition.span === 'window' ? source.figures.window : null,
    previous: await measurePrevious(definition, source),
    fewData: outcome.sample < FEW_DATA,
    listable: definition.listCustomers !== undefined
  }
}

function makeEmpty(kpi: Kpi, figures: Figures, missing: Missing | null): Metric {
  return {
    id: kpi.id,
    kpi,
    value: null,
    numerator: null,
    denominator: null,
    numeratorName: null,
    denominatorName: null,
    window: null,
    asOf: figures.asOf,
    previous: null,
    fewData: false,
    listable: false,
    missing
  }
}

function describeReading(
  id: string,
  { value, numerator, denominator, params }: Reading
): Pick<Metric, 'value' | 'numerator' | 'denominator' | 'numeratorName' | 'denominatorName'> {
  return {
    value,
    numerator,
    denominator,
    numeratorName: evidenceText(`metrics.${id}.numerator`, params),
    denominatorName: evidenceText(`metrics.${id}.denominator`, params)
  }
}

/** The value one window earlier; null when there is none, or the data does not reach far enough back to compare. */
async function measurePrevious(definition: MetricDefinition, source: MetricSource): Promise<number | null> {
  if (!definition.measurePrevious || !reachesBack(source.figures)) return null
  const outcome: Outcome = await definition.measurePrevious({ ...source, period: 'previous' })
  return isReading(outcome) ? outcome.value : null
}

function reachesBack({ orders, previousWindow }: Figures): boolean {
  if (!previousWindow || orders.firstDay === null) return false
  const start = toDay(previousWindow)
  return orders.firstDay <= start + previousWindow.days * (1 - COMPARABLE_SHARE)
}

function toDay({ from }: Window): number {
  return Date.parse(`${from}T00:00:00Z`) / 86_400_000
}
