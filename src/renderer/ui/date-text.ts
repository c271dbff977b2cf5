import type { Language } from '../../shared/domain/text.ts'

/** `2026-10-31` as it is typed: `31/10/2026`, `10/31/2026`. */
export function writeDate(isoDate: string, language: Language): string {
  const [year = '', month = '', day = ''] = isoDate.split('-')
  if (isoDate === '') return ''
  return language === 'es' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`
}

/** The ISO date somebody typed: in the language's order or, where only that makes a day, in the other one, or as ISO; null: no day of the calendar. */
export function readDate(text: string, language: Language): string | null {
  const iso = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text.trim())
  if (iso) return findDay(iso[1], iso[2], iso[3])
  const local = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(text.trim())
  const dayFirst = findDay(local?.[3], local?.[2], local?.[1])
  const monthFirst = findDay(local?.[3], local?.[1], local?.[2])
  return language === 'es' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
}

/** The ISO date of a day there is. */
function findDay(year?: string, month?: string, day?: string): string | null {
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null
}
