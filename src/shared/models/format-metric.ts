import type { Kpi } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatMoney, formatNumber } from '../i18n/formats.ts'

type Unit = Kpi['unit']
type OperandUnit = 'currency' | 'count' | 'share'

/** Figures whose numerator or denominator is not a plain count. */
const OPERANDS: Readonly<Record<string, { numerator: OperandUnit; denominator: OperandUnit }>> = {
  k_identified_sales: { numerator: 'currency', denominator: 'currency' },
  k_top20_share: { numerator: 'currency', denominator: 'currency' },
  k_unrealised_value: { numerator: 'currency', denominator: 'count' },
  k_uplift: { numerator: 'share', denominator: 'share' }
}

/** What stands between the number and the unit: Spanish writes `71,4 %`, English `71.4%`. */
function joinPercent(value: string, language: Language): string {
  return language === 'es' ? `${value}\u00a0%` : `${value}%`
}

const UNIT_WORDS: Readonly<Record<string, { en: string; es: string }>> = {
  hours: { en: 'h', es: 'h' },
  days: { en: 'days', es: 'días' },
  pp: { en: 'pp', es: 'pp' },
  'per 100': { en: 'per 100', es: 'por 100' }
}

/** A figure's value with its unit, in the locale's format: `71,4 %`, `48.210 €`, `+3,2 pp`, `42`. */
export function formatMetricValue(value: number, unit: Unit, currency: string, language: Language): string {
  if (unit === '%') return joinPercent(formatNumber(value, language, 1), language)
  if (unit === 'currency') return formatMoney(value, currency, language, { whole: true })
  if (unit === '−100…100') return formatNumber(Math.round(value), language)
  const digits = unit === '0–1' || unit === 'ratio' ? 2 : 1
  const number = (unit === 'pp' && value > 0 ? '+' : '') + formatNumber(value, language, digits)
  const word = UNIT_WORDS[unit]
  return word ? `${number}\u00a0${word[language]}` : number
}

/** One of the two numbers a figure is made of: money, a percentage or a count, as the figure has it. */
export function formatOperand(metricId: string, part: 'numerator' | 'denominator', value: number, currency: string, language: Language): string {
  const unit = OPERANDS[metricId]?.[part] ?? 'count'
  if (unit === 'currency') return formatMoney(value, currency, language)
  if (unit === 'share') return joinPercent(formatNumber(value, language, 1), language)
  return formatNumber(value, language)
}
