import { isCalendarDay } from '../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell } from '../database/changes.ts'

/** Where a field is kept and how what a person wrote becomes what is stored; refuses with a sentence what can't be. */
export interface FieldRule {
  readonly column: string
  readonly store: (value: unknown) => Cell
}

export const LONGEST_TEXT = 20_000
const SHORT_TEXT = 500
const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?$/
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]{2,}$/
/** Far above any amount of a business, far below what a number holds exactly. */
const MOST_MINOR = 1e14

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === ''

/** Text without blanks around it; blank is none. */
function storeText(longest: number): FieldRule['store'] {
  return (value) => {
    const text = typeof value === 'string' ? value.trim() : ''
    if (text.length > longest) throw new CauceError('text-too-long', { longest })
    return text === '' ? null : text
  }
}

/** A rule that takes no blank. */
function needed(store: FieldRule['store']): FieldRule['store'] {
  return (value) => {
    const stored = store(value)
    if (stored === null) throw new CauceError('field-empty')
    return stored
  }
}

const storeDay: FieldRule['store'] = (value) => {
  if (isBlank(value)) return null
  if (typeof value !== 'string' || !isCalendarDay(value)) throw new CauceError('date-wrong')
  return value
}

/** A day, or a day with its time. */
const storeMoment: FieldRule['store'] = (value) => {
  if (isBlank(value)) return null
  const day = typeof value === 'string' ? MOMENT.exec(value)?.[1] : undefined
  if (typeof value !== 'string' || day === undefined || !isCalendarDay(day) || Number.isNaN(Date.parse(value)))
    throw new CauceError('date-wrong')
  return value
}

const storeAmount: FieldRule['store'] = (value) => {
  if (isBlank(value)) return null
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > MOST_MINOR) throw new CauceError('amount-wrong')
  return value
}

const storePositive: FieldRule['store'] = (value) => {
  const stored = storeAmount(value)
  if (typeof stored === 'number' && stored < 0) throw new CauceError('amount-below-zero')
  return stored
}

const storeEmail: FieldRule['store'] = (value) => {
  const text = storeText(320)(value)
  if (typeof text === 'string' && !EMAIL.test(text)) throw new CauceError('email-wrong')
  return typeof text === 'string' ? text.toLowerCase() : null
}

function storeScale(lowest: number, highest: number): FieldRule['store'] {
  return (value) => {
    if (isBlank(value)) return null
    if (typeof value !== 'number' || !Number.isInteger(value) || value < lowest || value > highest)
      throw new CauceError('entry-out-of-range', { lowest, highest })
    return value
  }
}

const rule =
  (store: FieldRule['store']) =>
  (column: string): FieldRule => ({ column, store })

export const short = rule(storeText(SHORT_TEXT))
export const code = rule(storeText(200))
export const long = rule(storeText(LONGEST_TEXT))
export const name = rule(needed(storeText(SHORT_TEXT)))
export const email = rule(storeEmail)
export const day = rule(storeDay)
export const neededDay = rule(needed(storeDay))
export const moment = rule(storeMoment)
export const neededMoment = rule(needed(storeMoment))
export const amount = rule(needed(storeAmount))
export const positive = rule(storePositive)
export const scale = (column: string, lowest: number, highest: number): FieldRule => ({ column, store: storeScale(lowest, highest) })
/** Already checked by the contract: one of a closed set, or the id of a row, whose reference SQLite checks. */
export const plain = rule((value) => (typeof value === 'string' || typeof value === 'number' ? value : null))
export const yesNo = rule((value) => (value === true ? 1 : 0))

/** The columns and values of the fields given; what is not given is left alone. */
export function storeFields(rules: Readonly<Record<string, FieldRule>>, fields: Readonly<Record<string, unknown>>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([field, { column, store }]) => (fields[field] === undefined ? [] : [[column, store(fields[field])]]))
  )
}

/** `SELECT` list that reads the stored columns under the names of the fields. */
export const selectFields = (rules: Readonly<Record<string, FieldRule>>): string =>
  Object.entries(rules)
    .map(([field, { column }]) => `${column} AS "${field}"`)
    .join(', ')
