const DAY_MS = 86_400_000

/** Days since 1970-01-01 of an ISO date. */
export const toDay = (isoDate: string): number => Date.parse(`${isoDate}T00:00:00Z`) / DAY_MS
export const toIso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10)
/** A moment of that day, `minutes` after midnight. */
export const toMoment = (day: number, minutes: number): string => new Date(day * DAY_MS + minutes * 60_000).toISOString().slice(0, 19) + 'Z'
/** 1 to 12. */
export const monthOf = (day: number): number => Number(toIso(day).slice(5, 7))
