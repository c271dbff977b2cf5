import type Database from 'better-sqlite3'
import type { Cell, Row } from '../database/changes.ts'
import { quoteName, TABLES } from './columns.ts'

/** Somebody with whoever was merged into them, and the orders of them all. */
export interface Person {
  readonly ids: readonly number[]
  readonly orderIds: readonly number[]
  readonly idSet: ReadonlySet<number>
  readonly orderSet: ReadonlySet<number>
  /** Every text that names them: names, e-mails, phones, tax numbers; in the longest order first. */
  readonly names: readonly string[]
}

/** The customers and whoever was merged into them, however deep. */
const WITH_MERGED = `WITH RECURSIVE one(id) AS (
    SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(?))
    UNION SELECT c.id FROM customers c JOIN one ON c.merged_into_id = one.id)
  SELECT id FROM one ORDER BY id`

export function findPerson(db: Database.Database, customerIds: readonly number[]): Person {
  const ids = db.prepare<[string], number>(WITH_MERGED).pluck().all(JSON.stringify(customerIds))
  const list = JSON.stringify(ids)
  const orderIds = db
    .prepare<[string], number>('SELECT id FROM orders WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id')
    .pluck()
    .all(list)
  const identities = db
    .prepare<[string], Row>(
      'SELECT name, email, phone, tax_id, external_id, address FROM customers WHERE id IN (SELECT value FROM json_each(?))'
    )
    .all(list)
  const names = new Set(
    identities.flatMap((row) => Object.entries(row).flatMap(([column, value]) => (isTelling(column, value) ? [value] : [])))
  )
  return { ids, orderIds, idSet: new Set(ids), orderSet: new Set(orderIds), names: [...names].sort((a, b) => b.length - a.length) }
}

/** Whether a text tells who somebody is when it stands in another text: "Ana" or "12" stand in many. */
function isTelling(column: string, value: Cell): value is string {
  if (typeof value !== 'string') return false
  const text = value.trim()
  if (column === 'name') return text.length >= 6 && /\s/u.test(text)
  return text.length >= 6
}

/** `WHERE` of a person's rows in a table, with the list of ids it wants; null: no rows of persons there. */
export function wherePerson(table: string, { ids, orderIds }: Person): { where: string; list: string } | null {
  const belongs = TABLES[table]?.belongs
  if (!belongs || !('by' in belongs)) return null
  const list = JSON.stringify('through' in belongs ? orderIds : ids)
  const within = (column: string): string => `${quoteName(column)} IN (SELECT value FROM json_each(@list))`
  const both: Readonly<Record<string, string>> = { merges: 'merged_id', distinct_pairs: 'high_id' }
  const other = both[table]
  return { where: other ? `${within(belongs.by)} OR ${within(other)}` : within(belongs.by), list }
}

/** Every row of a person in a table, as it is kept. */
export function readPersonRows(db: Database.Database, table: string, person: Person): Row[] {
  const found = wherePerson(table, person)
  return found
    ? db.prepare<[{ list: string }], Row>(`SELECT * FROM ${quoteName(table)} WHERE ${found.where}`).all({ list: found.list })
    : []
}

/** Ids of the person's rows, by table: a logged change may name its row by nothing else. */
export function listOwnIds(db: Database.Database, person: Person): ReadonlyMap<string, ReadonlySet<number>> {
  const own = new Map<string, ReadonlySet<number>>()
  for (const table of Object.keys(TABLES)) {
    const ids = readPersonRows(db, table, person).flatMap(({ id }) => (typeof id === 'number' ? [id] : []))
    if (ids.length > 0) own.set(table, new Set(ids))
  }
  return own
}

/** Whether a row that a change or an import kept is the person's: by its id, or by whom it says it belongs to. */
export function isPersonRow(table: string, row: Row, person: Person, own: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  const has = (list: ReadonlySet<number>, column: string): boolean => list.has(Number(row[column] ?? Number.NaN))
  if (typeof row['id'] === 'number' && own.get(table)?.has(row['id'])) return true
  const belongs = TABLES[table]?.belongs
  if (!belongs || !('by' in belongs)) return false
  if ('through' in belongs) return has(person.orderSet, 'order_id')
  const columns = { merges: ['kept_id', 'merged_id'], distinct_pairs: ['low_id', 'high_id'] }[table] ?? [belongs.by]
  return columns.some((column) => has(person.idSet, column))
}
