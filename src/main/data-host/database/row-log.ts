import type Database from 'better-sqlite3'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Cell, Row, RowChange } from './changes.ts'

/**
 * Tables whose rows a person edits, with their keys; parents before children. Undo writes to no other: the log comes out
 * of a file that somebody may have sent.
 */
const LOGGED_TABLES: Readonly<Record<string, readonly string[]>> = {
  settings: ['key'],
  customer_flags: ['customer_id', 'kind'],
  segments: ['id'],
  segment_members: ['segment_id', 'as_of'],
  campaigns: ['id'],
  walks: ['id'],
  walk_steps: ['walk_id', 'element_id'],
  walk_answers: ['walk_id', 'element_id', 'question'],
  actions: ['id'],
  assessments: ['id'],
  kpi_targets: ['kpi_id'],
  element_segments: ['model_id', 'element_id', 'segment_id'],
  kpi_entries: ['id'],
  own_models: ['id'],
  own_presets: ['id'],
  diagrams: ['id'],
  diagram_items: ['diagram_id', 'id'],
  diagram_versions: ['id'],
  customers: ['id'],
  orders: ['id'],
  order_lines: ['id'],
  interactions: ['id'],
  complaints: ['id'],
  consents: ['id'],
  surveys: ['id'],
  campaign_members: ['campaign_id', 'customer_id'],
  attributes: ['id'],
  merges: ['id'],
  distinct_pairs: ['low_id', 'high_id'],
  customer_views: ['id'],
  accuracy_checks: ['customer_id', 'field']
}

/** Tables logged list by list: a hundred thousand members of a segment are one row of the log, their ids in one column. */
const LISTS: Readonly<Record<string, { readonly list: string; readonly member: string }>> = {
  segment_members: { list: 'customers', member: 'customer_id' }
}

/**
 * Rows to watch: all of `table` where every column of `where` has its value, or one of its numbers. A list (`LISTS`) is watched
 * whole: by its key, never by a member.
 */
export interface Watched {
  table: string
  where: Readonly<Record<string, Cell | readonly number[]>>
}

/** Runs `work` and returns with its result what it changed in the rows watched, ready for `recordChange`. */
export function trackRows<T>(db: Database.Database, watched: readonly Watched[], work: () => T): { result: T; rows: RowChange[] } {
  const before = watched.map((each) => readRows(db, each))
  const result = work()
  const rows = watched.flatMap((each, index) => compareRows(each.table, before[index] ?? [], readRows(db, each)))
  return { result, rows }
}

/** The log of a row that was just inserted. */
export function trackNewRow(db: Database.Database, table: string, key: Row): RowChange[] {
  return trackNewRows(db, [{ table, where: key }])
}

/** The log of rows that were all just inserted. */
export function trackNewRows(db: Database.Database, watched: readonly Watched[]): RowChange[] {
  return watched.flatMap((each) =>
    readRows(db, each).map((after) => ({ table: each.table, key: keyOf(each.table, after), before: null, after }))
  )
}

/**
 * Sets columns of the row with this key and returns the log of those that differ; none when all stood so already. Throws
 * `not-found`. For edits of many rows, where `trackRows` would keep every column twice. `stamp`: columns that are written only
 * with others (when the row was changed last).
 */
export function changeRow(db: Database.Database, table: string, key: Row, values: Row, stamp: Row = {}): RowChange[] {
  const all = { ...values, ...stamp }
  const columns = Object.keys(all)
  const sql = `SELECT ${columns.map(quote).join(', ')} FROM ${quote(table)} WHERE ${whereKey(table)}`
  const was = columns.length > 0 ? (prepareOnce(db, sql).get(...keyValues(table, key)) as Row | undefined) : {}
  if (!was) throw new CauceError('not-found')
  const changed = columns.filter((column) => was[column] !== all[column])
  if (changed.every((column) => column in stamp)) return []
  const change: RowChange = { table, key: keyOf(table, key), before: pick(was, changed), after: pick(all, changed) }
  updateRow(db, change, pick(all, changed))
  return [change]
}

/** The row with this key as it stands. */
export function readRow(db: Database.Database, table: string, key: Row): Row | undefined {
  const sql = `SELECT * FROM ${quote(table)} WHERE ${whereKey(table)}`
  return prepareOnce(db, sql).get(...keyValues(table, key)) as Row | undefined
}

/** Inserts a whole row and returns its log. */
export function addRow(db: Database.Database, table: string, row: Row): RowChange {
  const change: RowChange = { table, key: keyOf(table, row), before: null, after: row }
  insertRow(db, table, row)
  return change
}

/** Takes a row away and returns its log; none when it was not there. */
export function removeRow(db: Database.Database, table: string, key: Row): RowChange[] {
  const before = readRow(db, table, key)
  if (!before) return []
  const change: RowChange = { table, key: keyOf(table, key), before, after: null }
  deleteRow(db, change)
  return [change]
}

/** Whether a table is logged list by list. */
export const isListTable = (table: string): boolean => table in LISTS

/**
 * Puts the members a change took out of a list back into it, as far as list and members are there; `rename` gives the number
 * a member has now. Returns the log.
 */
export function joinList(db: Database.Database, { table, key, before, after }: RowChange, rename: (member: number) => number): RowChange[] {
  const lists = LISTS[table]
  if (!lists) return []
  const members = (row: Row | null): number[] => JSON.parse(String(row?.[lists.list] ?? '[]')) as number[]
  const staying = new Set(members(after))
  const back = members(before)
    .filter((member) => !staying.has(member))
    .map(rename)
  const columns = keyColumns(table)
  return trackRows(db, [{ table, where: key }], () => {
    db.prepare(
      `INSERT OR IGNORE INTO ${quote(table)} (${columns.map(quote).join(', ')}, ${lists.member})
       SELECT ${columns.map(() => '?').join(', ')}, id FROM customers WHERE id IN (SELECT value FROM json_each(?))`
    ).run(...keyValues(table, key), JSON.stringify(back))
  }).rows
}

function readRows(db: Database.Database, { table, where }: Watched): Row[] {
  keyColumns(table)
  const conditions = Object.entries(where).map(([column, value]) =>
    isList(value) ? `${quote(column)} IN (SELECT value FROM json_each(?))` : `${quote(column)} = ?`
  )
  const values = Object.values(where).map((value) => (isList(value) ? JSON.stringify(value) : value))
  return db.prepare<Cell[], Row>(selectRows(table, conditions.join(' AND ') || '1')).all(...values)
}

const isList = (value: Cell | readonly number[]): value is readonly number[] => Array.isArray(value)

function selectRows(table: string, condition: string): string {
  const lists = LISTS[table]
  if (!lists) return `SELECT * FROM ${quote(table)} WHERE ${condition}`
  const keys = keyColumns(table).map(quote).join(', ')
  return `SELECT ${keys}, json_group_array(${lists.member}) AS ${lists.list}
    FROM (SELECT * FROM ${quote(table)} WHERE ${condition} ORDER BY ${lists.member}) GROUP BY ${keys}`
}

/** Changed rows keep only the columns that differ: undoing one edit leaves what was typed elsewhere in the row. */
function compareRows(table: string, before: readonly Row[], after: readonly Row[]): RowChange[] {
  const left = new Map(before.map((row) => [idOf(table, row), row]))
  const right = new Map(after.map((row) => [idOf(table, row), row]))
  const changes: RowChange[] = []
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const was = left.get(id) ?? null
    const is = right.get(id) ?? null
    const key = keyOf(table, was ?? is ?? {})
    if (!was || !is) changes.push({ table, key, before: was, after: is })
    else {
      const columns = Object.keys(is).filter((column) => was[column] !== is[column])
      if (columns.length > 0) changes.push({ table, key, before: pick(was, columns), after: pick(is, columns) })
    }
  }
  return changes
}

/** Rows put back in one step: a few milliseconds of writing. */
const STEP = 100

/**
 * Puts every row back to `before` (undo) or to `after` (redo), step by step. Run inside a transaction; throws `undo-blocked` when
 * the log does not fit the tables.
 */
export function* applyRows(db: Database.Database, rows: readonly RowChange[], side: 'before' | 'after'): Generator<void, void, void> {
  // Parents and children come and go in one go: references are checked when all is done.
  db.pragma('defer_foreign_keys = ON')
  const known = new Map<string, ReadonlySet<string>>()
  // Back in the order it was not done in: a number one row gave up is taken again by nobody else meanwhile.
  let taken = 0
  for (const row of side === 'before' ? [...rows].reverse() : rows) {
    if (++taken % STEP === 0) yield
    const target = side === 'before' ? row.before : row.after
    const current = side === 'before' ? row.after : row.before
    if (!known.has(row.table)) known.set(row.table, listColumns(db, row.table))
    checkColumns(known.get(row.table), row)
    if (LISTS[row.table]) replaceList(db, row, target)
    else if (!target) deleteRow(db, row)
    else if (!current) insertRow(db, row.table, target)
    else {
      const alike = readAlike(row.table, row.key)
      if (alike) yield* updateAlike(db, alike, target)
      else updateRow(db, row, target)
    }
  }
}

function* updateAlike(db: Database.Database, ids: readonly number[], target: Row): Generator<void, void, void> {
  const set = Object.keys(target).map((column) => `${quote(column)} = ?`)
  const sql = `UPDATE customers SET ${set.join(', ')} WHERE id IN (SELECT value FROM json_each(?))`
  for (let first = 0; first < ids.length; first += STEP) {
    const some = ids.slice(first, first + STEP)
    if (prepareOnce(db, sql).run(...Object.values(target), JSON.stringify(some)).changes !== some.length)
      throw new CauceError('undo-blocked')
    yield
  }
}

function replaceList(db: Database.Database, row: RowChange, target: Row | null): void {
  const { table, key } = row
  const lists = LISTS[table]
  if (!lists) return
  deleteRow(db, row)
  if (!target) return
  const columns = keyColumns(table)
  db.prepare(
    `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}, ${lists.member}) SELECT ${columns.map(() => '?').join(', ')}, value FROM json_each(?)`
  ).run(...keyValues(table, key), target[lists.list] ?? '[]')
}

/** Statements are kept: a change may hold a hundred thousand rows of one shape. */
const statements = new WeakMap<Database.Database, Map<string, Database.Statement<Cell[]>>>()

function prepareOnce(db: Database.Database, sql: string): Database.Statement<Cell[]> {
  const known = statements.get(db) ?? new Map<string, Database.Statement<Cell[]>>()
  statements.set(db, known)
  const statement = known.get(sql) ?? db.prepare<Cell[]>(sql)
  // Few shapes are in use; a file that makes up others must not fill the memory.
  if (known.size > 200) known.clear()
  known.set(sql, statement)
  return statement
}

function insertRow(db: Database.Database, table: string, row: Row): void {
  const columns = Object.keys(row)
  prepareOnce(db, `INSERT INTO ${quote(table)} (${columns.map(quote).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
    ...Object.values(row)
  )
}

function updateRow(db: Database.Database, { table, key }: RowChange, target: Row): void {
  const set = Object.keys(target).map((column) => `${quote(column)} = ?`)
  const result = prepareOnce(db, `UPDATE ${quote(table)} SET ${set.join(', ')} WHERE ${whereKey(table)}`).run(
    ...Object.values(target),
    ...keyValues(table, key)
  )
  if (result.changes !== 1) throw new CauceError('undo-blocked')
}

/** Many customers who changed alike are one entry of the log, their numbers in a list in its key. Null: an entry of one row. */
function readAlike(table: string, { id }: Row): number[] | null {
  if (table !== 'customers' || typeof id !== 'string' || !id.startsWith('[')) return null
  const ids: unknown = JSON.parse(id)
  if (!Array.isArray(ids) || !ids.every((each) => typeof each === 'number')) throw new CauceError('undo-blocked')
  return ids
}

function deleteRow(db: Database.Database, { table, key }: RowChange): void {
  prepareOnce(db, `DELETE FROM ${quote(table)} WHERE ${whereKey(table)}`).run(...keyValues(table, key))
}

function listColumns(db: Database.Database, table: string): ReadonlySet<string> {
  keyColumns(table)
  const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
  const list = LISTS[table]?.list
  return new Set(list ? [...names, list] : names)
}

function checkColumns(known: ReadonlySet<string> | undefined, { key, before, after }: RowChange): void {
  const used = [key, before ?? {}, after ?? {}].flatMap((row) => Object.keys(row))
  if (!used.every((column) => known?.has(column))) throw new CauceError('undo-blocked')
}

function keyColumns(table: string): readonly string[] {
  const columns = Object.hasOwn(LOGGED_TABLES, table) ? LOGGED_TABLES[table] : undefined
  if (!columns) throw new CauceError('undo-blocked')
  return columns
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`
const pick = (row: Row, columns: readonly string[]): Row => Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
const keyOf = (table: string, row: Row): Row => pick(row, keyColumns(table))
const keyValues = (table: string, key: Row): Cell[] => keyColumns(table).map((column) => key[column] ?? null)
const whereKey = (table: string): string =>
  keyColumns(table)
    .map((column) => `${quote(column)} = ?`)
    .join(' AND ')
const idOf = (table: string, row: Row): string => JSON.stringify(keyValues(table, row))
