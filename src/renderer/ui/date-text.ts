import type { Language } from '../../shared/domain/text.ts'

/** `2026-10-31` as it is typed: `31/10/2026`, `10/31/2026`. */
export function writeDate(isoDate: string, language: Language): string {
  const [year = '', month = '', day = ''] = isoDate.split('-')
  if (isoDate === '') return ''
  return language === 'es' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`
}

/** The ISO date somebody typed, in the language's order or as ISO; null when it is no day of the calendar. */
export function readDate(text: string, language: Language): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim())
  const local = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim())
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]]
    : local
      ? language === 'es'
        ? [local[3], local[2], local[1]]
        : [local[3], local[1], local[2]]
      : []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null
}
