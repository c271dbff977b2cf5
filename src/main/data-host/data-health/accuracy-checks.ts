import type Database from 'better-sqlite3'
import { z } from 'zod'
import { FieldName, type SampledCustomer } from '../../../shared/contract/data-health.ts'
import { isFilled } from '../../../shared/analytics/completeness.ts'
import { HEALTH_KEY_PREFIX } from '../database/settings.ts'
import { CONTACT_COLUMNS, type ContactRow } from './contact-columns.ts'

/** The fields a person can hold against reality: whether a channel or a language is "right" nobody would know to say. */
export const CHECKED_FIELDS = ['name', 'email', 'phone', 'address', 'city', 'taxId'] as const satisfies readonly FieldName[]

export const SAMPLE_KEY = `${HEALTH_KEY_PREFIX}sample`
const Ids = z.array(z.number().int())

/** Marks are few and customers many: CROSS JOIN keeps SQLite from walking the customers. */
const LIVE_MARKS = `accuracy_checks AS mark CROSS JOIN customers AS customer ON customer.id = mark.customer_id
  WHERE customer.merged_into_id IS NULL AND customer.status <> 'erased'`

/** What was marked so far, of customers who are still there. */
export function countMarks(db: Database.Database): { customers: number; fields: { id: FieldName; checked: number; correct: number }[] } {
  const fields = db
    .prepare<[], { id: string; checked: number; correct: number }>(
      `SELECT mark.field AS id, count(*) AS checked, sum(mark.correct) AS correct FROM ${LIVE_MARKS} GROUP BY mark.field ORDER BY mark.field`
    )
    .all()
  const customers = db.prepare<[], number>(`SELECT count(DISTINCT mark.customer_id) FROM ${LIVE_MARKS}`).pluck().get() ?? 0
  return { customers, fields: fields.flatMap(({ id, ...counts }) => (isField(id) ? [{ id, ...counts }] : [])) }
}
const isField = (id: string): id is FieldName => FieldName.safeParse(id).success

/** The customers of the sample in hand with what their records say and what was marked; who is gone is left out. */
export function readSample(db: Database.Database): SampledCustomer[] {
  const stored = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(SAMPLE_KEY)
  const ids = Ids.safeParse(stored === undefined ? [] : JSON.parse(stored))
  const find = db.prepare<[number], ContactRow>(
    `SELECT ${CONTACT_COLUMNS} FROM customers WHERE id = ? AND merged_into_id IS NULL AND status <> 'erased'`
  )
  const marks = db.prepare<[number], { field: string; correct: number }>('SELECT field, correct FROM accuracy_checks WHERE customer_id = ?')
  return (ids.success ? ids.data : []).flatMap((id) => {
    const row = find.get(id)
    if (!row) return []
    const marked = new Map(marks.all(id).map(({ field, correct }) => [field, correct === 1]))
    return [{ id, name: row.name || row.externalId || `#${String(id)}`, fields: listValues(row, marked) }]
  })
}

function listValues(row: ContactRow, marked: ReadonlyMap<string, boolean>): SampledCustomer['fields'] {
  return CHECKED_FIELDS.flatMap((field) => {
    const value = row[field]
    return isFilled(value) ? [{ id: field, value, correct: marked.get(field) ?? null }] : []
  })
}
