import type { MetricDefinition } from '../metric-definition.ts'
import { actionOnTime } from './action-on-time.ts'
import { channelCost } from './channel-cost.ts'
import { costToServe, customerMargin } from './cost-per-customer.ts'
import { customerEquity, lifetimeValueMean } from './customer-equity.ts'
import { customerEquityGrowth } from './customer-equity-growth.ts'
import { dataFreshness } from './data-freshness.ts'
import { executiveContacts } from './executive-contacts.ts'
import { gini } from './gini.ts'
import { multichannelShare } from './multichannel-share.ts'
import { partnerQuality } from './partner-quality.ts'
import { partnerShare } from './partner-share.ts'
import { repeat } from './repeat.ts'
import { retentionCost } from './retention-cost.ts'
import { supplierOnTime } from './supplier-on-time.ts'
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
  ...enteredMetrics,
  actionOnTime,
  channelCost,
  costToServe,
  customerMargin,
  customerEquity,
  lifetimeValueMean,
  customerEquityGrowth,
  dataFreshness,
  executiveContacts,
  gini,
  multichannelShare,
  partnerQuality,
  partnerShare,
  repeat,
  retentionCost,
  supplierOnTime
]
const byId = new Map(metricDefinitions.map((definition) => [definition.id, definition]))

export function findMetric(id: string): MetricDefinition | undefined {
  return byId.get(id)
}
