/** Whether `YYYY-MM-DD` is a day of the calendar; 2026-02-30 is not. */
export function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
