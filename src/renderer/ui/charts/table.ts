import { minorDigits } from '../../../shared/i18n/formats.ts'
import type { Formats } from '../formats.tsx'

/** How a column's values are meant: `money` in minor units, `share` from 0 to 1, `date` ISO. */
export type ColumnType = 'text' | 'count' | 'money' | 'share' | 'number' | 'date'
export interface ChartColumn {
  readonly title: string
  readonly type: ColumnType
}
export type ChartValue = string | number | null
/** The data a chart is drawn from, the same values: shown as a table and saved as CSV. */
export interface ChartData {
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly (readonly ChartValue[])[]
}

const WRITERS: Readonly<Record<ColumnType, (value: number, formats: Formats) => string>> = {
  text: (value) => String(value),
  count: (value, formats) => formats.count(value),
  money: (value, formats) => formats.money(value),
  share: (value, formats) => formats.share(value),
  number: (value, formats) => formats.count(value, 3),
  date: (value) => String(value)
}

/** A value in words. */
export function writeValue(value: ChartValue, type: ColumnType, formats: Formats): string {
  if (value === null) return '—'
  if (typeof value === 'string') return type === 'date' ? formats.date(value) : value
  return WRITERS[type](value, formats)
}

/** A value for a spreadsheet: amounts in whole units with a point and the currency's decimals, everything else as it is. */
export function writePlain(value: ChartValue, type: ColumnType, currency: string): ChartValue {
  if (type !== 'money' || typeof value !== 'number') return value
  const digits = minorDigits(currency)
  return (value / 10 ** digits).toFixed(digits)
}
