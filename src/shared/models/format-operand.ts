import type { Kpi } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatMoney, formatNumber, formatShare } from '../i18n/formats.ts'

/** rate: per 100, with a decimal. */
type OperandUnit = 'currency' | 'count' | 'share' | 'rate'
export type Operand = 'numerator' | 'denominator'

/** Figures whose numerator or denominator is not a plain count. */
const UNITS: Readonly<Record<string, Readonly<Record<Operand, OperandUnit>>>> = {
  k_identified_sales: { numerator: 'currency', denominator: 'currency' },
  k_top20_share: { numerator: 'currency', denominator: 'currency' },
  k_unrealised_value: { numerator: 'currency', denominator: 'count' },
  k_uplift: { numerator: 'share', denominator: 'share' },
  k_gini: { numerator: 'currency', denominator: 'currency' },
  k_customer_equity: { numerator: 'currency', denominator: 'count' },
  k_clv_mean: { numerator: 'currency', denominator: 'count' },
  k_customer_equity_growth: { numerator: 'currency', denominator: 'currency' },
  k_customer_margin: { numerator: 'currency', denominator: 'count' },
  k_cost_to_serve: { numerator: 'currency', denominator: 'count' },
  k_channel_cost: { numerator: 'currency', denominator: 'count' },
  k_crc: { numerator: 'currency', denominator: 'count' },
  k_partner_share: { numerator: 'currency', denominator: 'currency' },
  k_partner_quality: { numerator: 'rate', denominator: 'rate' },
  k_channel_consistency: { numerator: 'share', denominator: 'share' },
  k_prop_fit: { numerator: 'share', denominator: 'share' },
  k_cac: { numerator: 'currency', denominator: 'count' },
  k_cac_crc: { numerator: 'currency', denominator: 'currency' },
  k_arpc_growth: { numerator: 'currency', denominator: 'currency' },
  k_winback_roi: { numerator: 'currency', denominator: 'currency' },
  k_campaign_roi: { numerator: 'currency', denominator: 'currency' },
  k_segment_plan: { numerator: 'currency', denominator: 'currency' }
}
type OperandLink = 'of' | 'against' | 'across'

/** Figures whose numbers hang together in another way than their unit says. */
const LINKS: Readonly<Record<string, OperandLink>> = {
  k_cac_crc: 'against',
  k_arpc_growth: 'against',
  k_winback_roi: 'against',
  k_campaign_roi: 'against',
  k_cross_category: 'across',
  k_complaint_rate: 'across',
  k_readiness: 'across',
  k_partner_quality: 'against',
  k_customer_equity_growth: 'against'
}

/** How the two numbers hang together: one is part of the other, they are set against each other, or one is spread over the other. */
export function linkOperands({ id, unit }: Pick<Kpi, 'id' | 'unit'>): OperandLink {
  const own = LINKS[id]
  if (own) return own
  if (unit === 'pp') return 'against'
  return unit === 'currency' ? 'across' : 'of'
}

/** One of the two numbers a figure is made of: money (minor units), a percentage (0 to 100) or a count, as the figure has it. */
export function formatOperand(metricId: string, part: Operand, value: number, currency: string, language: Language): string {
  const unit = UNITS[metricId]?.[part] ?? 'count'
  if (unit === 'currency') return formatMoney(value, currency, language)
  return unit === 'share' ? formatShare(value / 100, language) : formatNumber(value, language, unit === 'rate' ? 1 : 0)
}
