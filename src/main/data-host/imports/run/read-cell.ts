import { readAmount } from '../values/amount.ts'
import { isDate, readDate, type DateProblem } from '../values/date.ts'
import { readMoment } from '../values/moment.ts'
import { readCode, readText } from '../values/text.ts'
import type { RejectCode } from './reject-list.ts'
import type { FieldColumn } from './run-context.ts'
import type { CellValue } from './row-writer.ts'
import { findWord, type WordTable, YES_NO } from './words.ts'

/** What a cell says, or why it can't be taken. Null: it is blank. */
export type CellRead = { value: CellValue } | { code: RejectCode }
export type CellReader = (text: string, at: FieldColumn) => CellRead

const BLANK: CellRead = { value: null }
const LONGEST_TEXT = 20_000
const LONGEST_CODE = 200

function readLimited(text: string, longest: number): CellRead {
  if (text === '') return BLANK
  return text.length > longest ? { code: 'text-too-long' } : { value: text }
}

export const readTextCell: CellReader = (text) => readLimited(readText(text), LONGEST_TEXT)
export const readCodeCell: CellReader = (text) => readLimited(readCode(text), LONGEST_CODE)

function toDateRead(date: string): CellRead {
  if (isDate(date)) return { value: date }
  return date === 'date-missing' ? BLANK : { code: date as DateProblem }
}
export const readDayCell: CellReader = (text, { dateOrder }) => toDateRead(readDate(text, dateOrder))
export const readMomentCell: CellReader = (text, { dateOrder }) => toDateRead(readMoment(text, dateOrder))

/** Money spent: blank or a lone dash is none, below zero is refused. */
export const readCostCell: CellReader = (text, { amount }) => {
  const minor = readAmount(text, amount)
  if (minor === 'amount-missing') return BLANK
  if (typeof minor === 'string') return { code: minor }
  return minor < 0 ? { code: 'amount-negative' } : { value: minor }
}

/** A whole number; halves and more decimals are not rounded for the person. */
export const readWholeCell: CellReader = (text) => {
  const plain = text.trim()
  if (plain === '') return BLANK
  return /^[+-]?\d{1,9}([.,]0+)?$/.test(plain) ? { value: Number(plain.replace(',', '.')) } : { code: 'number-format' }
}

/** A whole number within limits, both included. */
export const readScaleCell =
  (lowest: number, highest: number): CellReader =>
  (text, at) => {
    const read = readWholeCell(text, at)
    if ('code' in read || read.value === null) return read
    return Number(read.value) < lowest || Number(read.value) > highest ? { code: 'number-range' } : read
  }

/** One of a closed set of words. */
export const readWordCell =
  (table: WordTable): CellReader =>
  (text) => {
    if (text.trim() === '') return BLANK
    const value = findWord(table, text)
    return value === undefined ? { code: 'word-unknown' } : { value }
  }

/** The word the app knows it by, or what is written. */
export const readNamedCell =
  (table: WordTable): CellReader =>
  (text) => {
    const read = readLimited(readText(text), LONGEST_TEXT)
    return 'code' in read || read.value === null ? read : { value: findWord(table, String(read.value)) ?? read.value }
  }

/** Yes or no as 1 or 0. */
export const readYesNoCell: CellReader = (text) => {
  if (text.trim() === '') return BLANK
  const value = text.trim() === '1' ? 1 : text.trim() === '0' ? 0 : findWord(YES_NO, text)
  return value === undefined ? { code: 'yes-no' } : { value }
}
