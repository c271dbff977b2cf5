import { minorDigits } from '../../../shared/i18n/formats.ts'
import type { Formats } from '../formats.tsx'

/** How a column's values are meant: `money` in minor units, `share` from 0 to 1, `date` ISO. */
export type ColumnType = 'text' | 'count' | 'money' | 'share' | 'number' | 'date'
export interface ChartColumn {
  readonly title: string
  readonly type: ColumnType
  /** Decimals at most, where the figures are not known to more. */
  readonly decimals?: number
}
export type ChartValue = string | number | null
/** The data a chart is drawn from, the same values: shown as a table and saved as CSV. */
export interface ChartData {
  readonly columns: readonly ChartColumn[]
  readonly rows: readonly (readonly ChartValue[])[]
}

/** What a column's numbers have after the point at most; a share is told in per cent. */
const MOST_DECIMALS: Readonly<Partial<Record<ColumnType, number>>> = { share: 1, number: 2 }

/** How many decimals a column takes so that its numbers all have the same: none where none needs one. */
export function countDecimals(values: readonly ChartValue[], { type, decimals: most = MOST_DECIMALS[type] ?? 0 }: ChartColumn): number {
  const factor = type === 'share' ? 100 : 1
  const needed = values.map((value) => (typeof value === 'number' ? (Number((value * factor).toFixed(most)) % 1 === 0 ? 0 : most) : 0))
  return Math.max(0, ...needed)
}

const WRITERS: Readonly<Record<ColumnType, (value: number, formats: Formats, decimals: number) => string>> = {
  text: (value) => String(value),
  count: (value, formats) => formats.count(value),
  money: (value, formats) => formats.money(value),
  share: (value, formats, decimals) => formats.share(value, decimals, true),
  number: (value, formats, decimals) => formats.count(value, decimals, true),
  date: (value) => String(value)
}

/** A value in words, with the decimals of its column. */
export function writeValue(value: ChartValue, type: ColumnType, formats: Formats, decimals: number): string {
  if (value === null) return '—'
  if (typeof value === 'string') return type === 'date' ? formats.date(value) : value
  return WRITERS[type](value, formats, decimals)
}

/** More digits than any figure is known to, and few enough that 0.47 is not written 0.46999999999999997. */
const PLAIN_DIGITS = 12

/** A value for a spreadsheet: amounts in whole units with a point and the currency's decimals, numbers without the noise of their last digits. */
export function writePlain(value: ChartValue, type: ColumnType, currency: string): ChartValue {
  if (typeof value !== 'number') return value
  if (type !== 'money') return Number(value.toPrecision(PLAIN_DIGITS))
  const digits = minorDigits(currency)
  return (value / 10 ** digits).toFixed(digits)
}

/** A column's heading for a spreadsheet, where a bare amount would not say its currency. */
export function writeHeading({ title, type }: ChartColumn, currency: string): string {
  return type === 'money' ? `${title} (${currency})` : title
}
