import type { Kpi } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatMoney, formatNumber, formatShare } from './formats.ts'

type Writer = (value: number, language: Language, currency: string) => string

const HOURS = { es: 'h', en: 'h' } as const
const DAYS = { es: 'días', en: 'days' } as const
const POINTS = { es: 'pp', en: 'pp' } as const

const WRITERS: Readonly<Record<Kpi['unit'], Writer>> = {
  '%': (value, language) => formatShare(value / 100, language),
  currency: (value, language, currency) => formatMoney(value, currency, language, { whole: Math.abs(value) >= 10_000 }),
  count: (value, language) => formatNumber(value, language, 1),
  ratio: (value, language) => formatNumber(value, language, 2),
  '0–1': (value, language) => formatNumber(value, language, 2),
  hours: (value, language) => `${formatNumber(value, language, 1)}\u00a0${HOURS[language]}`,
  days: (value, language) => `${formatNumber(value, language)}\u00a0${DAYS[language]}`,
  pp: (value, language) => `${formatNumber(value, language, 1)}\u00a0${POINTS[language]}`,
  'per 100': (value, language) => formatNumber(value, language, 1),
  '−100…100': (value, language) => formatNumber(value, language),
  '0–100': (value, language) => formatNumber(value, language)
}

/** A figure in its KPI's unit (percentages 0 to 100, currency in minor units): `71,4 %`, `48.210 €`, `3,5 h`. */
export function formatFigure(value: number, unit: Kpi['unit'], currency: string, language: Language): string {
  return WRITERS[unit](value, language, currency)
}

/** Half the width of a figure's interval: points keep a decimal, whatever the figure itself is rounded to. */
export function formatMargin(margin: number, unit: Kpi['unit'], language: Language): string {
  return formatFigure(margin, unit === 'pp' || unit === '%' ? 'pp' : 'count', '', language)
}

/** The difference of two figures, signed; percentages differ in percentage points: `+2,1 pp`. */
export function formatDifference(difference: number, unit: Kpi['unit'], currency: string, language: Language): string {
  const sign = isNoMove(difference, unit) ? '±' : difference > 0 ? '+' : '−'
  return sign + formatFigure(Math.abs(difference), unitOfDifference(unit), currency, language)
}

/** Whether a difference prints as 0 at the decimals its unit is shown with: to the reader the figure has not moved. */
export function isNoMove(difference: number, unit: Kpi['unit']): boolean {
  const write = (value: number): string => formatFigure(value, unitOfDifference(unit), 'EUR', 'en')
  return write(Math.abs(difference)) === write(0)
}

const unitOfDifference = (unit: Kpi['unit']): Kpi['unit'] => (unit === '%' ? 'pp' : unit)
