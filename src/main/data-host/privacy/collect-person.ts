import type Database from 'better-sqlite3'
import type { PersonHoldings } from '../../../shared/contract/privacy.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Row, RowChange } from '../database/changes.ts'
import { TABLES } from './columns.ts'
import { findNamingTexts, takeOutNames } from './name-search.ts'
import { findPerson, isPersonRow, listOwnIds, type Person, readPersonRows } from './persons-rows.ts'

export interface Mention {
  readonly table: string
  readonly column: string
  readonly text: string
}
/** Everything there is about a person. */
export interface PersonFile {
  readonly person: Person
  readonly name: string
  /** Their rows as they are kept, by table; tables without any are left out. Derived ones are among them. */
  readonly tables: readonly { readonly table: string; readonly rows: readonly Row[] }[]
  /** Texts about other things that name them. */
  readonly mentions: readonly Mention[]
  /** What imports and the change log kept of their rows: how they were before. */
  readonly kept: readonly { readonly where: string; readonly at: string; readonly table: string; readonly row: Row }[]
  /** The files their records came from. */
  readonly sources: readonly { readonly file: string; readonly at: string; readonly kind: string }[]
}

/** Gathers everything about a person from every table; throws `not-found`. */
export function collectPerson(db: Database.Database, customerId: number): PersonFile {
  const person = findPerson(db, [customerId])
  const own = db
    .prepare<[number], { name: string | null; status: string }>(
      "SELECT coalesce(nullif(name, ''), external_id, email) AS name, status FROM customers WHERE id = ?"
    )
    .get(customerId)
  if (!own) throw new CauceError('not-found', { what: 'customer' })
  const tables = Object.keys(TABLES)
    .map((table) => ({ table, rows: readPersonRows(db, table, person) }))
    .filter(({ rows }) => rows.length > 0)
  return {
    person,
    name: own.name ?? `#${String(customerId)}`,
    tables,
    mentions: own.status === 'erased' ? [] : findMentions(db, person),
    kept: [...readImportKept(db, person), ...readChangeKept(db, person)],
    sources: readSources(
      db,
      tables.flatMap(({ rows }) => rows)
    )
  }
}

/** How much that is, in numbers. */
export function countHoldings(db: Database.Database, customerId: number): PersonHoldings {
  const { person, name, tables, mentions, kept } = collectPerson(db, customerId)
  const status = db.prepare<[number], string>('SELECT status FROM customers WHERE id = ?').pluck().get(customerId)
  return {
    id: customerId,
    name,
    merged: person.ids.length - 1,
    tables: tables.map(({ table, rows }) => ({ table, rows: rows.length })).filter(({ table }) => table !== 'customer_metrics'),
    mentions: mentions.length,
    kept: kept.length,
    isErased: status === 'erased'
  }
}

function findMentions(db: Database.Database, person: Person): Mention[] {
  // Their own records are told whole.
  const own = listOwnIds(db, person)
  const named = [...findNamingTexts(db, person.names)]
    .filter(({ table, key }) => !isPersonRow(table, key, person, own))
    .map(({ table, column, text }) => ({ table, column, text }))
  return [...named, ...findLinkedShapes(db, person)]
}

/** Shapes of diagrams that stand for a list of customers the person is in. */
function findLinkedShapes(db: Database.Database, { ids }: Person): Mention[] {
  return db
    .prepare<[string], { diagram: string; label: string | null }>(
      `SELECT d.name AS diagram, i.content ->> '$.label' AS label FROM diagram_items AS i JOIN diagrams AS d ON d.id = i.diagram_id
       WHERE i.content ->> '$.link.to' = 'customers' AND EXISTS (SELECT 1 FROM json_each(i.content, '$.link.customerIds') AS linked
         WHERE linked.value IN (SELECT value FROM json_each(?))) ORDER BY d.id, i.id`
    )
    .all(JSON.stringify(ids))
    .map(({ diagram, label }) => ({ table: 'diagram_items', column: 'link', text: label ? `${diagram}: ${label}` : diagram }))
}

function readImportKept(db: Database.Database, person: Person): PersonFile['kept'] {
  const own = listOwnIds(db, person)
  return (['before', 'after'] as const).flatMap((content) => {
    const read = db.prepare<[string, string], { at: string; file: string; row: string }>(
      `SELECT b.at, b.file_name AS file, k.${content} AS row FROM import_${content} k JOIN import_batches b ON b.id = k.batch_id
       WHERE k.table_name = ? AND k.row_id IN (SELECT value FROM json_each(?))`
    )
    return [...own].flatMap(([table, ids]) =>
      read.all(table, JSON.stringify([...ids])).map(({ at, file, row }) => ({ where: file, at, table, row: JSON.parse(row) as Row }))
    )
  })
}

function readChangeKept(db: Database.Database, person: Person): PersonFile['kept'] {
  const own = listOwnIds(db, person)
  const read = db.prepare<[number], { at: string; kind: string; rows: string | null }>('SELECT at, kind, rows FROM changes WHERE id = ?')
  const ids = db.prepare<[], number>('SELECT id FROM changes WHERE rows IS NOT NULL ORDER BY id').pluck().all()
  return ids.flatMap((id) => {
    const { at = '', kind = '', rows = null } = read.get(id) ?? {}
    return (JSON.parse(rows ?? '[]') as RowChange[]).flatMap(({ table, key, before, after }) =>
      [before, after].flatMap((row) => {
        const whole = { ...key, ...row }
        const isNamed = (): boolean => takeOutNames(JSON.stringify(row), person.names) !== JSON.stringify(row)
        return row && (isPersonRow(table, whole, person, own) || isNamed()) ? [{ where: kind, at, table, row: whole }] : []
      })
    )
  })
}

function readSources(db: Database.Database, rows: readonly Row[]): PersonFile['sources'] {
  const batches = [...new Set(rows.flatMap((row) => (typeof row['batch_id'] === 'number' ? [row['batch_id']] : [])))]
  const find = db.prepare<[number], { file: string; at: string; kind: string }>(
    'SELECT file_name AS file, at, kind FROM import_batches WHERE id = ?'
  )
  return batches.flatMap((id) => find.get(id) ?? [])
}
