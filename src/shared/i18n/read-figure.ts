import type { Kpi } from '../contract/models.ts'
import type { Language } from '../domain/text.ts'
import { formatNumber, minorDigits, nameCurrency } from './formats.ts'

const MARKS: Readonly<Record<Language, { decimal: string; group: string }>> = {
  es: { decimal: ',', group: '.' },
  en: { decimal: '.', group: ',' }
}
/** What may stand around a number: its unit, as people write it. */
const AROUND = /[\s%€$£]|pp$|h$|días$|days$/giu

/**
 * A figure as a person types it (`71,4`, `71.4 %`, `1.234,56 €`), in the KPI's unit: percentages 0 to 100, currency in minor
 * units. A lone mark that cannot group thousands is the decimal one, whatever the language. Null: no number.
 */
export function readFigure(text: string, unit: Kpi['unit'], currency: string, language: Language): number | null {
  const { decimal, group } = MARKS[language]
  const bare = text.trim().replace('−', '-').replace(AROUND, '')
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(bare)
  const plain = (isGrouped ? bare.replaceAll(group, '') : bare).replace(',', '.')
  if (!/^-?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return null
  const value = Number(plain)
  return unit === 'currency' ? Math.round(value * 10 ** minorDigits(currency)) : value
}

/** A figure as it is put into a field to be changed: no unit, no grouping. */
export function writeFigure(value: number, unit: Kpi['unit'], currency: string, language: Language): string {
  const shown = unit === 'currency' ? value / 10 ** minorDigits(currency) : value
  return String(Math.round(shown * 100) / 100).replace('.', MARKS[language].decimal)
}

/** A figure as it is read in a field: no unit, thousands grouped, and an amount that is not whole with all its decimals. */
export function writeGrouped(value: number, unit: Kpi['unit'], currency: string, language: Language): string {
  const digits = unit === 'currency' ? minorDigits(currency) : 2
  const shown = Math.round((unit === 'currency' ? value / 10 ** digits : value) * 100) / 100
  return formatNumber(shown, language, digits, unit === 'currency' && !Number.isInteger(shown))
}

/** What stands behind the field of a figure: `%`, the currency's sign, `h`… Empty for plain numbers. */
export function nameUnit(unit: Kpi['unit'], currency: string, language: Language): string {
  if (unit === 'currency') return nameCurrency(currency, language)
  if (unit === 'hours') return 'h'
  if (unit === 'days') return language === 'es' ? 'días' : 'days'
  return unit === '%' || unit === 'pp' ? unit : ''
}
