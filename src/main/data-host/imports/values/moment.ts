import type { DateOrder } from '../../../../shared/contract/imports.ts'
import { isDate, readDate } from './date.ts'

const TIME = /(?:^|[T\s,])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*(?<half>a\.?\s?m\.?|p\.?\s?m\.?)?/iu

/**
 * ISO date, with the time where the cell has one (`2026-03-05T09:30:00Z`), or a `DateProblem`. The clock is kept as written: a
 * file says when something happened where it happened.
 */
export function readMoment(text: string, order: DateOrder | null): string {
  const date = readDate(text, order)
  if (!isDate(date) || text.length <= 10) return date
  const match = TIME.exec(text.trim().slice(5))
  if (!match) return date
  const [, hourText = '', minute = '', second = '00'] = match
  const half = match.groups?.['half']?.toLowerCase().charAt(0)
  const written = Number(hourText)
  const hour = half === 'p' && written < 12 ? written + 12 : half === 'a' && written === 12 ? 0 : written
  if (hour > 23 || Number(minute) > 59 || Number(second) > 59) return date
  return `${date}T${String(hour).padStart(2, '0')}:${minute}:${second}Z`
}
