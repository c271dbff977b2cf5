/** Days are counted from 1970-01-01 (day 0): whole numbers compare, subtract and fit typed arrays. */

/** `YYYY-MM-DD` (longer text is cut) to its day number. NaN when it is no date text; the calendar is not checked. */
export function dayOfIsoDate(isoDate: string): number {
  const year = Number(isoDate.slice(0, 4))
  const month = Number(isoDate.slice(5, 7))
  const day = Number(isoDate.slice(8, 10))
  // Days from civil (Howard Hinnant): March starts the year, so the leap day is last.
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** A day number as `YYYY-MM-DD`. */
export function isoDateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
