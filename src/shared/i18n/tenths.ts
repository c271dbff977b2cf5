import type { Language } from '../domain/text.ts'

/** A figure as it is shown, so that what is computed from shown figures adds up. */
export function roundToTenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** With one decimal, so that a column's figures stand under each other: `64,0`. */
export function formatTenth(value: number, language: Language): string {
  return roundToTenth(value)
    .toLocaleString(language === 'es' ? 'es-ES' : 'en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    .replace('-', '−')
}

/** From `before` to `now` as both are shown, so that the reader can check it: `+4,5`, `−3,0`, `±0,0`. */
export function formatChange(now: number, before: number, language: Language): string {
  const difference = roundToTenth(roundToTenth(now) - roundToTenth(before))
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±'
  return `${sign}${formatTenth(Math.abs(difference), language)}`
}
