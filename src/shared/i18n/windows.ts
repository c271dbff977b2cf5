import type { Window } from '../contract/base.ts'
import { nextDay } from '../domain/calendar-day.ts'
import type { Language } from '../domain/text.ts'
import { formatDate } from './formats.ts'
import { translate } from './translate.ts'

/** A window by the first and the last day counted: its own `from` is the day before the first, which reads as one day too many. */
export function listDaysCounted({ from, to, days }: Window): Window {
  return { from: nextDay(from), to, days }
}

/** `365 days, 1 Nov 2025 to 31 Oct 2026`: the first and the last day counted. */
export function describeWindow(window: Window, language: Language): string {
  const { from, to, days } = listDaysCounted(window)
  return translate(language, 'canvas.panel.windowValue', { days, from: formatDate(from, language), to: formatDate(to, language) })
}
