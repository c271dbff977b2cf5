import type { Kpi, Metric } from '../../../shared/contract/models.ts'
import type { Missing } from '../../../shared/contract/segments.ts'
import { formatOperand, type Operand } from '../../../shared/models/format-operand.ts'
import { readSettings } from '../database/settings.ts'
import type { Figures } from '../figures/figures.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { reachesBack } from './comparable.ts'
import { evidenceText, isReading, type MetricDefinition, type MetricSource, type Outcome, type Reading } from './metric-definition.ts'
import { findMetric } from './metrics/index.ts'

/** Below this many cases a figure is shown as "few data" (domain 4). */
export const FEW_DATA = 30

/** One KPI with its value, both numbers it is made of, its window and the figure one window earlier. */
export async function measureMetric(kpi: Kpi, source: MetricSource): Promise<Metric> {
  const definition = findMetric(kpi.id)
  if (!definition)
    return makeEmpty(kpi, source.figures, {
      code: 'needs-analysis',
      needs: [],
      hint: evidenceText('missing.metric')
    })
  const enterable = definition.isEnterable ?? false
  const outcome = await definition.measure(source)
  if (!isReading(outcome)) return { ...makeEmpty(kpi, source.figures, outcome), enterable }
  const measured = { ...makeEmpty(kpi, source.figures, null), ...describeReading(kpi.id, outcome), enterable }
  const { entry } = outcome
  if (entry) return { ...measured, previous: entry.previous, fewData: outcome.sample < FEW_DATA, enteredByHand: true, enteredAt: entry.at }
  const previous = await measurePrevious(definition, source)
  return {
    ...measured,
    span: definition.span,
    noTrend: previous === null ? explainNoTrend(definition, source) : null,
    window: outcome.window ?? (definition.span === 'window' ? source.figures.window : null),
    previous,
    fewData: outcome.sample < FEW_DATA,
    listable: definition.listCustomers !== undefined,
    listed: definition.listCustomers ? describeLists(kpi.id, outcome, source) : null
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
    noTrend: null,
    span: null,
    fewData: false,
    listable: false,
    margin: null,
    listed: null,
    target: null,
    enterable: false,
    enteredByHand: false,
    enteredAt: null,
    missing
  }
}

function describeReading(
  id: string,
  { value, numerator, denominator, params, margin, written, names = id }: Reading
): Pick<Metric, 'value' | 'margin' | 'numerator' | 'denominator' | 'numeratorName' | 'denominatorName'> {
  return {
    value,
    margin: margin ?? null,
    numerator,
    denominator,
    numeratorName: evidenceText(`metrics.${names}.numerator`, params, written),
    denominatorName: evidenceText(`metrics.${names}.denominator`, params, written)
  }
}

/** A figure that counts messages or money has fewer, other customers behind it: the lists say which. */
function describeLists(id: string, { numerator, denominator, params }: Reading, { db }: MetricSource): NonNullable<Metric['listed']> {
  const { currency } = readSettings(db)
  const describe = (part: Operand, amount: number): Text =>
    evidenceText(`listed.${id}.${part}`, params, (language) => ({
      amount: formatOperand(id, part, amount, currency, language),
      rest: formatOperand(id, part, (denominator ?? 0) - (numerator ?? 0), currency, language)
    }))
  return { numerator: describe('numerator', numerator ?? 0), denominator: describe('denominator', denominator ?? 0) }
}

/** Why nothing is compared: the figure itself has no earlier one, the data does not reach back to it, or holds nothing for it there. */
function explainNoTrend({ noTrend, measurePrevious: before, lookBack = 0 }: MetricDefinition, { figures }: MetricSource): Text | null {
  if (noTrend !== undefined) return evidenceText(`noTrend.${noTrend}`)
  if (!before) return evidenceText('noTrend.now')
  if (!figures.window) return null
  return evidenceText(reachesBack(figures, lookBack) ? 'noTrend.empty' : 'noTrend.short')
}

/** The value one window earlier; null when there is none, or the data does not reach far enough back to compare. */
async function measurePrevious(definition: MetricDefinition, source: MetricSource): Promise<number | null> {
  if (!definition.measurePrevious || !reachesBack(source.figures, definition.lookBack ?? 0)) return null
  const outcome: Outcome = await definition.measurePrevious({ ...source, period: 'previous' })
  return isReading(outcome) ? outcome.value : null
}
