import type Database from 'better-sqlite3'
import { COMPLETENESS_TOTAL } from '../../../shared/analytics/completeness.ts'
import { findColumn } from '../../../shared/contract/customer-columns.ts'
import type { CellValue } from '../../../shared/contract/customers.ts'
import { isoDateOfDay } from '../../../shared/domain/day-number.ts'
import type { PlainValue } from '../../../shared/segments/compare.ts'
import { FIGURE_CHOICES, FIGURE_READERS } from '../figures/figure-readers.ts'
import type { Figures } from '../figures/figures.ts'
import { countSegments, untilOf } from './customer-values.ts'
import { makeReader } from './record-values.ts'

/** What one column says of the customers at some positions. */
type ReadCells = (ids: readonly number[], positions: Int32Array) => readonly CellValue[]

/** A line per customer, a cell per column; a column that is gone is empty. */
export async function readCells(
  db: Database.Database,
  figures: Figures,
  positions: Int32Array,
  columns: readonly string[]
): Promise<CellValue[][]> {
  const ids = Array.from(positions, (i) => figures.customerIds[i]!)
  const records = readRecords(db, ids, columns)
  const read = await Promise.all(columns.map(async (id) => (await findCells(db, figures, id)) ?? records(id)))
  const cells = read.map((each) => each(ids, positions))
  return ids.map((_, row) => cells.map((column) => column[row] ?? null))
}

async function findCells(db: Database.Database, figures: Figures, id: string): Promise<ReadCells | null> {
  const figure = FIGURE_READERS[id]?.(figures)
  if (figure) return (_, positions) => Array.from(positions, (i) => writeFigure(id, figure(i)))
  const extra = EXTRAS[id]
  return extra ? extra(db, figures) : null
}

/** A figure as a cell shows it: choices by their id, days as dates. */
function writeFigure(id: string, value: number): CellValue {
  if (!Number.isFinite(value)) return null
  const choices = FIGURE_CHOICES[id]
  if (choices) return choices[value] ?? null
  const type = findColumn(id)?.type
  return type === 'date' ? isoDateOfDay(value) : type === 'amount' ? Math.round(value) : value
}

const EXTRAS: Readonly<Record<string, (db: Database.Database, figures: Figures) => ReadCells | Promise<ReadCells>>> = {
  'rfm-scores':
    (_, { r, f, m }) =>
    (_ids, positions) =>
      Array.from(positions, (i) => (r[i] === 0 ? null : `${r[i]!}-${f[i]!}-${m[i]!}`)),
  segments: async (_, figures) => {
    const counts = await countSegments(figures)
    return (_ids, positions) => Array.from(positions, (i) => counts[i]!)
  },
  'last-interaction': (db, figures) => {
    const one = db.prepare<[number, string], string | null>('SELECT max(at) FROM interactions WHERE customer_id = ? AND at < ?').pluck()
    return (ids) => ids.map((id) => one.get(id, untilOf(figures))?.slice(0, 10) ?? null)
  },
  'open-complaints': (db, figures) => {
    const one = db
      .prepare<[number, string, string], number>(
        'SELECT count(*) FROM complaints WHERE customer_id = ? AND opened_at < ? AND (resolved_at IS NULL OR resolved_at >= ?)'
      )
      .pluck()
    return (ids) => ids.map((id) => one.get(id, untilOf(figures), untilOf(figures)) ?? 0)
  },
  completeness:
    (_, { attributes }) =>
    (_ids, positions) =>
      Array.from(positions, (i) => attributes.completeness[i]! / COMPLETENESS_TOTAL),
  contactable:
    (_, { contactable }) =>
    (_ids, positions) =>
      Array.from(positions, (i) => contactable?.[i] ?? null)
}

/** All columns of the record in one query. */
function readRecords(db: Database.Database, ids: readonly number[], columns: readonly string[]): (id: string) => ReadCells {
  const readers = new Map(
    columns.flatMap((id) => {
      const column = findColumn(id)
      return column && !FIGURE_READERS[id] && !EXTRAS[id] ? [[id, makeReader(column)] as const] : []
    })
  )
  const names = [...readers.keys()]
  const rows =
    names.length === 0
      ? []
      : db
          .prepare<[string], [number, ...PlainValue[]]>(
            `SELECT c.id, ${[...readers.values()].map(({ expression }) => expression).join(', ')} FROM customers c WHERE c.id IN (SELECT value FROM json_each(?))`
          )
          .raw()
          .all(JSON.stringify(ids))
  const byId = new Map(rows.map(([id, ...values]) => [id, values]))
  return (id) => {
    const reader = readers.get(id)
    const place = names.indexOf(id)
    return (asked) => asked.map((each) => (reader ? reader.take(byId.get(each)?.[place] ?? null) : null))
  }
}
