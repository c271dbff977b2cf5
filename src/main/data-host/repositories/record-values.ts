import type Database from 'better-sqlite3'
import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import type { PlainValue } from '../../../shared/segments/compare.ts'
import type { FieldDefinition } from '../../../shared/segments/field-types.ts'
import { parseAttributeField } from '../../../shared/segments/find-field.ts'
import { readAttribute } from '../../../shared/segments/read-attribute.ts'
import { startPace } from '../pause.ts'

/** A number per customer that rises as the column does; NaN: nothing stands there. */
export type Values = Float64Array

export const dayOf = (text: PlainValue): number => (typeof text === 'string' ? dayOfIsoDate(text.slice(0, 10)) : Number.NaN)

/** What a field of the record says of the customers `ids`, which ascend. */
export async function readRecordValues(db: Database.Database, ids: Int32Array, column: FieldDefinition): Promise<Values> {
  const read = makeReader(column)
  const places = column.choices && new Map(column.choices.map(({ value }, place) => [value, place]))
  if (column.type === 'date') return readRows(db, ids, read.expression, (value) => dayOf(read.take(value)))
  if (places && column.id !== 'flags')
    return readRows(db, ids, read.expression, (value) => places.get(String(read.take(value))) ?? Number.NaN)
  if (column.type !== 'text' && column.type !== 'tags' && column.id !== 'acquisition-campaign')
    return readRows(db, ids, read.expression, (value) => numberOf(read.take(value)))
  return rankTexts(db, ids, read)
}

const numberOf = (value: PlainValue): number => (value === null || value === '' ? Number.NaN : Number(value))

/** Texts as their place among all different ones, accents and case aside, numbers by their size. */
async function rankTexts(db: Database.Database, ids: Int32Array, read: Reader): Promise<Values> {
  const codes = new Map<string, number>()
  const values = await readRows(db, ids, read.expression, (stored) => {
    const value = read.take(stored)
    if (value === null || value === '') return Number.NaN
    const key = sortKey(String(value))
    const code = codes.get(key) ?? codes.size
    codes.set(key, code)
    return code
  })
  const ranks = new Float64Array(codes.size)
  // In one go, by code unit: a base large enough for anybody to notice is read in a thread of its own.
  const sorted = [...codes.keys()].sort()
  for (let rank = 0; rank < sorted.length; rank += 1) ranks[codes.get(sorted[rank]!)!] = rank
  for (let i = 0; i < values.length; i += 1) if (!Number.isNaN(values[i]!)) values[i] = ranks[values[i]!]!
  return values
}

const LONGEST_NUMBER = 20
const sortKey = (text: string): string => {
  const key = normaliseForSearch(text)
  return /^\d+$/.test(key) ? key.padStart(LONGEST_NUMBER, '0') : key
}

/** Rows read at once: a few milliseconds. */
const SLICE = 1000

async function readRows(db: Database.Database, ids: Int32Array, expression: string, take: (value: PlainValue) => number): Promise<Values> {
  const values = new Float64Array(ids.length).fill(Number.NaN)
  const slice = db
    .prepare<[number, number], [number, PlainValue]>(`SELECT id, ${expression} FROM customers c WHERE id > ? ORDER BY id LIMIT ?`)
    .raw()
  const pace = startPace()
  for (let last = 0, i = 0; ;) {
    if (!db.open) return values
    const rows = slice.all(last, SLICE)
    for (const [id, value] of rows) {
      while (i < ids.length && ids[i]! < id) i += 1
      if (ids[i] === id) values[i] = take(value)
    }
    last = rows.at(-1)?.[0] ?? last
    if (rows.length < SLICE) return values
    await pace()
  }
}

interface Reader {
  /** Over a row of customers, named `c`. */
  readonly expression: string
  readonly take: (stored: PlainValue) => PlainValue
}

/** Where a field of the record stands, and what is made of it. */
export function makeReader({ id, type, column }: FieldDefinition): Reader {
  const attribute = parseAttributeField(id)
  if (attribute) return { expression: 'c.attributes', take: (stored) => readAttribute(stored, attribute.type, attribute.name) }
  const expression = EXPRESSIONS[id] ?? `c.${column}`
  return { expression, take: type === 'date' ? (stored) => (typeof stored === 'string' ? stored.slice(0, 10) : null) : (stored) => stored }
}

const EXPRESSIONS: Readonly<Record<string, string>> = {
  flags: `(SELECT group_concat(kind, ', ') FROM customer_flags f WHERE f.customer_id = c.id)`,
  'acquisition-campaign': '(SELECT name FROM campaigns g WHERE g.id = c.acquisition_campaign_id)'
}
