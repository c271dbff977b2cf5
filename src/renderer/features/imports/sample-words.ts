import type { Column, SampleRead } from '../../../shared/contract/imports.ts'
import type { Formats } from '../../ui/formats.tsx'

/** A day read out in full, so that nobody takes the month for the day: `5 de marzo de 2024`. */
function writeDay(isoDate: string, language: Formats['language']): string {
  const day = new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)
  return new Intl.DateTimeFormat(language === 'es' ? 'es-ES' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(day)
}

/** What was read of a cell, in the person's words. */
export function sayReading(read: string, type: Column['type'], { language, count }: Formats, yesNo: readonly [string, string]): string {
  if (type === 'date') return writeDay(read, language)
  if (type === 'amount') return count(Number(read), 2, true)
  return read === 'true' ? yesNo[0] : read === 'false' ? yesNo[1] : read
}

/** The reading of a sample under an answer: the first one is day before month, comma for decimals. */
export function pickReading({ read, otherwise }: SampleRead, isFirst: boolean): string | null {
  return isFirst ? read : (otherwise ?? read)
}
