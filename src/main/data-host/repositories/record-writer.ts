import type Database from 'better-sqlite3'
import type { RecordKind, StoredRecord } from '../../../shared/contract/customer-edits.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell, Row, RowChange } from '../database/changes.ts'
import { changeRow, trackNewRow, trackRows, type Watched } from '../database/row-log.ts'
import { selectFields, storeFields } from './field-rules.ts'
import { RECORD_TABLES, SURVEY_SCALES } from './record-tables.ts'

type Fields = Readonly<Record<string, unknown>>

/** A record of a kind as it is kept, or `not-found`. */
export function readRecord(db: Database.Database, kind: RecordKind, id: number): StoredRecord {
  const { table, fields } = RECORD_TABLES[kind]
  const row = db.prepare<[number], Record<string, Cell>>(`SELECT ${selectFields(fields)} FROM ${table} WHERE id = ?`).get(id)
  if (!row) throw new CauceError('not-found')
  const found = 'reopened' in row ? { ...row, reopened: row['reopened'] === 1 } : row
  // The table of fields and the contract name the same ones; a test reads every kind through the contract.
  return { kind, id, fields: found } as StoredRecord
}

/** Adds a record; returns its id with the log of the row. Throws `number-taken`, `dates-reversed`, or what a field's check throws. */
export function insertRecord(db: Database.Database, kind: RecordKind, given: Fields): { id: number; rows: RowChange[] } {
  const { table, fields } = RECORD_TABLES[kind]
  const row = storeFields(fields, given)
  checkRecord(db, kind, row, null)
  if (kind === 'order' && row['external_id'] == null) row['occurrence'] = nextOccurrence(db, row)
  const columns = Object.keys(row)
  const result = db
    .prepare<Cell[]>(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    .run(...Object.values(row))
  const id = Number(result.lastInsertRowid)
  return { id, rows: trackNewRow(db, table, { id }) }
}

/** Changes the fields given; returns the log of what differs. Throws like `insertRecord`, or `not-found`. */
export function editRecord(db: Database.Database, kind: RecordKind, id: number, given: Fields): RowChange[] {
  const { table, fields } = RECORD_TABLES[kind]
  const columns = storeFields(fields, given)
  const stored = db.prepare<[number], Row>(`SELECT * FROM ${table} WHERE id = ?`).get(id)
  if (!stored) throw new CauceError('not-found')
  checkRecord(db, kind, { ...stored, ...columns }, id)
  return changeRow(db, table, { id }, columns)
}

/** Deletes a record with what belongs to it; what speaks of it speaks of none afterwards. */
export function deleteRecordRows(db: Database.Database, kind: RecordKind, id: number): RowChange[] {
  const { table } = RECORD_TABLES[kind]
  const around = (AROUND[kind] ?? []).flatMap(({ name, column }) => watchPointers(db, name, column, id))
  const { rows } = trackRows(db, [{ table, where: { id } }, ...around], () => {
    for (const { name, column, isPart } of AROUND[kind] ?? [])
      db.prepare(isPart ? `DELETE FROM ${name} WHERE ${column} = ?` : `UPDATE ${name} SET ${column} = NULL WHERE ${column} = ?`).run(id)
    db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
  })
  if (rows.length === 0) throw new CauceError('not-found')
  return rows
}

/** What points at a record: its parts go with it, the others let go of it. */
const AROUND: Partial<Record<RecordKind, readonly { name: string; column: string; isPart: boolean }[]>> = {
  order: [
    { name: 'order_lines', column: 'order_id', isPart: true },
    { name: 'complaints', column: 'order_id', isPart: false },
    { name: 'campaign_members', column: 'converted_order_id', isPart: false }
  ],
  campaign: [
    { name: 'campaign_members', column: 'campaign_id', isPart: true },
    { name: 'orders', column: 'campaign_id', isPart: false },
    { name: 'customers', column: 'acquisition_campaign_id', isPart: false }
  ]
}

/** The rows themselves, not the column that points: it changes, and the row must be found again afterwards. */
function watchPointers(db: Database.Database, name: string, column: string, id: number): Watched[] {
  if (name === 'campaign_members') {
    const keys = db.prepare<[number], Row>(`SELECT campaign_id, customer_id FROM campaign_members WHERE ${column} = ?`).all(id)
    return column === 'campaign_id' ? [{ table: name, where: { campaign_id: id } }] : keys.map((where) => ({ table: name, where }))
  }
  const ids = db.prepare<[number], number>(`SELECT id FROM ${name} WHERE ${column} = ?`).pluck().all(id)
  return ids.length === 0 ? [] : [{ table: name, where: { id: ids } }]
}

function checkRecord(db: Database.Database, kind: RecordKind, row: Row, id: number | null): void {
  for (const [from, to] of RECORD_TABLES[kind].order ?? []) {
    const [first, last] = [row[from], row[to]]
    if (typeof first === 'string' && typeof last === 'string' && isBefore(last, first)) throw new CauceError('dates-reversed')
  }
  const customerId = row['customer_id']
  if (customerId != null && !isThere(db, 'customers', customerId)) throw new CauceError('not-found', { what: 'customer' })
  if (row['order_id'] != null && !isThere(db, 'orders', row['order_id'])) throw new CauceError('not-found', { what: 'order' })
  if (row['campaign_id'] != null && !isThere(db, 'campaigns', row['campaign_id'])) throw new CauceError('not-found', { what: 'campaign' })
  if (kind === 'survey') checkScores(row)
  const externalId = row['external_id']
  if (externalId == null) return
  const taken = db.prepare<[Cell, Cell], number>(`SELECT id FROM ${RECORD_TABLES[kind].table} WHERE external_id = ? AND id IS NOT ?`)
  if (taken.get(externalId, id) !== undefined) throw new CauceError('number-taken')
}

/** A day without a time is the whole day: it is not before a moment of that day. */
const isBefore = (one: string, other: string): boolean =>
  one.length === 10 || other.length === 10 ? one.slice(0, 10) < other.slice(0, 10) : Date.parse(one) < Date.parse(other)

const isThere = (db: Database.Database, table: string, id: Cell): boolean =>
  db.prepare<[Cell], number>(`SELECT 1 FROM ${table} WHERE id = ?`).get(id) !== undefined

function checkScores(row: Row): void {
  const [lowest, highest] = SURVEY_SCALES[String(row['kind'])] ?? [0, 10]
  for (const score of [row['score'], row['competitor_score']])
    if (typeof score === 'number' && (score < lowest || score > highest)) throw new CauceError('entry-out-of-range', { lowest, highest })
}

/** Which of several equal orders without a number the next one is. */
function nextOccurrence(db: Database.Database, row: Row): number {
  const last = db
    .prepare<[Cell, Cell, Cell], number | null>(
      'SELECT max(occurrence) FROM orders WHERE external_id IS NULL AND customer_id IS ? AND order_date = ? AND net_minor = ?'
    )
    .pluck()
    .get(row['customer_id'] ?? null, row['order_date'] ?? null, row['net_minor'] ?? null)
  return (last ?? 0) + 1
}
