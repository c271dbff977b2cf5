import type { MetricDefinition } from '../metric-definition.ts'
import { belowZeroShare } from './below-zero-share.ts'
import { contactable } from './contactable.ts'
import { duplicateRate } from './duplicate-rate.ts'
import { enteredMetrics } from './entered.ts'
import { fieldCompleteness } from './field-completeness.ts'
import { identifiedSales } from './identified-sales.ts'
import { dialogueRatio, interactionLearning } from './interaction-shares.ts'
import { nps } from './nps.ts'
import { personalisedShare } from './personalised-share.ts'
import { responseRate } from './response-rate.ts'
import { retention, sscRetention } from './retention.ts'
import { topFifthShare } from './top-fifth-share.ts'
import { unrealisedValue } from './unrealised-value.ts'
import { uplift } from './uplift.ts'
import { valueDiffCoverage } from './value-diff-coverage.ts'

/** Every figure the app computes. A model may name others: they say that they are not computed yet. */
export const metricDefinitions: readonly MetricDefinition[] = [
  identifiedSales,
  fieldCompleteness,
  duplicateRate,
  topFifthShare,
  valueDiffCoverage,
  unrealisedValue,
  belowZeroShare,
  interactionLearning,
  dialogueRatio,
  responseRate,
  personalisedShare,
  uplift,
  contactable,
  nps,
  retention,
  sscRetention,
  ...enteredMetrics
]
const byId = new Map(metricDefinitions.map((definition) => [definition.id, definition]))

export function findMetric(id: string): MetricDefinition | undefined {
  return byId.get(id)
}
