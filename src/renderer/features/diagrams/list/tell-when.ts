import type { Formats } from '../../../ui/formats.tsx'

const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')

/** An ISO date-time in local time: `10:42` of today, else `31 oct 2026`. */
export function tellWhen(isoDateTime: string, formats: Formats): string {
  const day = dayOf(new Date(isoDateTime))
  return day === dayOf(new Date()) ? formats.time(isoDateTime) : formats.date(day)
}

/** The same with the time of any day: `31 oct 2026, 10:42`. */
export function tellMoment(isoDateTime: string, formats: Formats): string {
  const day = dayOf(new Date(isoDateTime))
  const time = formats.time(isoDateTime)
  return day === dayOf(new Date()) ? time : `${formats.date(day)}, ${time}`
}
