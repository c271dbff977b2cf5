/** Calendar periods, numbered without gaps: a week begins on Monday; month 0 is January 1970. */
export type CalendarPeriod = 'week' | 'month' | 'quarter' | 'year'

const DAY_MS = 86_400_000
const MONTHS = { month: 1, quarter: 3, year: 12 } as const
/** 1970-01-01 was a Thursday: its week began three days before. */
const DAYS_INTO_WEEK = 3

/** Number of the period a day lies in; days count from 1970-01-01. */
export function findPeriod(period: CalendarPeriod, day: number): number {
  if (period === 'week') return Math.floor((day + DAYS_INTO_WEEK) / 7)
  const date = new Date(day * DAY_MS)
  return Math.floor(((date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()) / MONTHS[period])
}

/** First day of a period. */
export function startOfPeriod(period: CalendarPeriod, index: number): number {
  return period === 'week' ? index * 7 - DAYS_INTO_WEEK : Math.round(Date.UTC(1970, index * MONTHS[period], 1) / DAY_MS)
}

/** The period of every day from `firstDay` to `lastDay`, looked up in a table: a million orders need only a few thousand days. */
export function tablePeriods(period: CalendarPeriod, firstDay: number, lastDay: number): (day: number) => number {
  const periods = new Int32Array(Math.max(0, lastDay - firstDay + 1))
  let index = findPeriod(period, firstDay)
  for (let day = firstDay, next = startOfPeriod(period, index + 1); day <= lastDay; day++) {
    if (day >= next) next = startOfPeriod(period, ++index + 1)
    periods[day - firstDay] = index
  }
  return (day) => periods[day - firstDay]!
}
