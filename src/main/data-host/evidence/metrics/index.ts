import type { MetricDefinition } from '../metric-definition.ts'
import { cac, cacPerCrc } from './acquisition-cost.ts'
import { actionOnTime } from './action-on-time.ts'
import { belowZeroShare } from './below-zero-share.ts'
import { campaignRoi } from './campaign-roi.ts'
import { channelConsistency } from './channel-consistency.ts'
import { channelCost } from './channel-cost.ts'
import { churn } from './churn.ts'
import { competitorLosses } from './competitor-losses.ts'
import { complaintRate } from './complaint-rate.ts'
import { contactable } from './contactable.ts'
import { continuingRevenueGrowth } from './continuing-revenue-growth.ts'
import { costToServe, customerMargin } from './cost-per-customer.ts'
import { crossCategory } from './cross-category.ts'
import { csat } from './csat.ts'
import { customerEquityGrowth } from './customer-equity-growth.ts'
import { customerEquity, lifetimeValueMean } from './customer-equity.ts'
import { dataFreshness } from './data-freshness.ts'
import { duplicateRate } from './duplicate-rate.ts'
import { enteredMetrics } from './entered.ts'
import { executiveContacts } from './executive-contacts.ts'
import { fieldCompleteness } from './field-completeness.ts'
import { firstResponse } from './first-response.ts'
import { forecastError } from './forecast-error.ts'
import { gini } from './gini.ts'
import { identifiedSales } from './identified-sales.ts'
import { dialogueRatio, interactionLearning } from './interaction-shares.ts'
import { kpiCoverage } from './kpi-coverage.ts'
import { leadConversion } from './lead-conversion.ts'
import { maturity } from './maturity.ts'
import { multichannelShare } from './multichannel-share.ts'
import { nps } from './nps.ts'
import { onTime } from './on-time.ts'
import { partnerQuality } from './partner-quality.ts'
import { partnerShare } from './partner-share.ts'
import { personalisedShare } from './personalised-share.ts'
import { postComplaintRetention } from './post-complaint-retention.ts'
import { propositionCoverage } from './proposition-coverage.ts'
import { propositionFit } from './proposition-fit.ts'
import { readiness } from './readiness.ts'
import { recoverySatisfaction } from './recovery-satisfaction.ts'
import { repeat } from './repeat.ts'
import { resolutionSla } from './resolution-sla.ts'
import { responseRate } from './response-rate.ts'
import { retentionCost } from './retention-cost.ts'
import { retention, sscRetention } from './retention.ts'
import { secondPurchase } from './second-purchase.ts'
import { segmentPlan } from './segment-plan.ts'
import { singleView } from './single-view.ts'
import { supplierOnTime } from './supplier-on-time.ts'
import { targetHit } from './target-hit.ts'
import { topFifthShare } from './top-fifth-share.ts'
import { unrealisedValue } from './unrealised-value.ts'
import { uplift } from './uplift.ts'
import { valueDiffCoverage } from './value-diff-coverage.ts'
import { welcomeCoverage } from './welcome-coverage.ts'
import { winbackRate } from './winback-rate.ts'
import { winbackRoi } from './winback-roi.ts'

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
  singleView,
  forecastError,
  firstResponse,
  channelConsistency,
  leadConversion,
  targetHit,
  cac,
  cacPerCrc,
  welcomeCoverage,
  secondPurchase,
  onTime,
  complaintRate,
  resolutionSla,
  recoverySatisfaction,
  postComplaintRetention,
  csat,
  churn,
  crossCategory,
  continuingRevenueGrowth,
  winbackRate,
  winbackRoi,
  campaignRoi,
  propositionCoverage,
  propositionFit,
  segmentPlan,
  competitorLosses,
  kpiCoverage,
  maturity,
  readiness,
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
