import type { Language } from '../domain/text.ts'

/** With one decimal, so that a column's figures stand under each other: `64,0`. */
export function formatTenth(value: number, language: Language): string {
  return value.toLocaleString(language === 'es' ? 'es-ES' : 'en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

/** `+4,5`, `−3,0`, `±0,0`. */
export function formatChange(difference: number, language: Language): string {
  const rounded = Math.round(difference * 10)
  const sign = rounded > 0 ? '+' : rounded < 0 ? '−' : '±'
  return `${sign}${formatTenth(Math.abs(difference), language)}`
}
