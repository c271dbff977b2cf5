import type Database from 'better-sqlite3'
import type { Cell, RowChange } from '../database/changes.ts'
import { type ColumnRule, quoteName, TABLES } from './columns.ts'
import { eraseFromItemIds, eraseFromLinks } from './erase-diagrams.ts'
import { keepErasure } from './erasures.ts'
import { findNamingTexts, TAKEN_OUT, takeOutNames, takeOutOfKept } from './name-search.ts'
import { findPerson, isPersonRow, listOwnIds, type Person, wherePerson } from './persons-rows.ts'

/**
 * Erases customers, and whoever was merged into them, inside the caller's transaction: who they were is gone from every
 * table, from the change log, from what imports kept and from texts about others; their orders stay, so that no figure about
 * orders changes. Cannot be taken back, and is no entry of the change log. Afterwards `leaveNoTrace` clears the file.
 * Returns how many customers it was (merged ones are the same person).
 */
export function erasePeople(db: Database.Database, customerIds: readonly number[], reason: string, now: Date): number {
  const erasable = db
    .prepare<[number], number>("SELECT 1 FROM customers WHERE id = ? AND status <> 'erased' AND merged_into_id IS NULL")
    .pluck()
  const ids = [...new Set(customerIds)].filter((id) => erasable.get(id) !== undefined)
  if (ids.length === 0) return 0
  const all = findPerson(db, ids)
  const said = takeOutNames(reason, all.names)
  for (const id of ids) keepErasure(db, findPerson(db, [id]), said, now)
  eraseKept(db, all)
  eraseNamingTexts(db, all)
  eraseFromItemIds(db, all)
  eraseFromLinks(db, all)
  eraseRows(db, all, now)
  db.exec('DELETE FROM figure_cache')
  return ids.length
}

function eraseRows(db: Database.Database, person: Person, now: Date): void {
  for (const [table, { isDeleted, texts }] of Object.entries(TABLES)) {
    const found = wherePerson(table, person)
    if (!found) continue
    const { where, list } = found
    if (isDeleted) db.prepare(`DELETE FROM ${quoteName(table)} WHERE ${where}`).run({ list })
    else {
      const set = Object.entries(texts).flatMap(([column, rule]) => describeErasure(table, column, rule))
      if (set.length > 0) db.prepare(`UPDATE ${quoteName(table)} SET ${set.join(', ')} WHERE ${where}`).run({ list })
    }
  }
  db.prepare(
    `UPDATE customers SET status = 'erased', lost_reason = NULL, updated_at = ?, batch_id = NULL WHERE id IN (SELECT value FROM json_each(?))`
  ).run(now.toISOString(), JSON.stringify(person.ids))
}

/** `SET` of a column that is emptied; the two that may not be null become empty text. */
function describeErasure(table: string, column: string, { erase }: ColumnRule): string[] {
  const name = quoteName(column)
  if (erase === 'wipe') return [`${name} = ${table === 'customers' && ['name', 'search_key'].includes(column) ? "''" : 'NULL'}`]
  if (erase === 'dash') return [`${name} = CASE WHEN ${name} <> '' THEN '—' ELSE ${name} END`]
  return []
}

/** What imports and the change log kept of the person's rows. */
function eraseKept(db: Database.Database, person: Person): void {
  const own = listOwnIds(db, person)
  for (const [kept, content] of [
    ['import_before', 'before'],
    ['import_after', 'after']
  ] as const) {
    for (const [table, ids] of own)
      db.prepare(`DELETE FROM ${kept} WHERE table_name = ? AND row_id IN (SELECT value FROM json_each(?))`).run(
        table,
        JSON.stringify([...ids])
      )
    // An import that was undone may have made the person under another id.
    for (const name of person.names) db.prepare(`DELETE FROM ${kept} WHERE instr(${content}, ?) > 0`).run(JSON.stringify(name).slice(1, -1))
  }
  const write = db.prepare('UPDATE changes SET details = ?, rows = ? WHERE id = ?')
  const drop = db.prepare('DELETE FROM changes WHERE id = ?')
  const ids = db.prepare<[], number>('SELECT id FROM changes ORDER BY id').pluck().all()
  const read = db.prepare<[number], { details: string; rows: string | null }>('SELECT details, rows FROM changes WHERE id = ?')
  for (const id of ids) {
    const { details, rows } = read.get(id) ?? { details: '{}', rows: null }
    const before = rows === null ? null : (JSON.parse(rows) as RowChange[])
    const left = before?.filter((change) => !isAbout(change, person, own)) ?? null
    const isTouched = before !== null && left?.length !== before.length
    const cleanRows = left === null ? null : takeOutOfKept(JSON.stringify(left), person.names)
    const clean = isTouched ? hideName(takeOutOfKept(details, person.names)) : takeOutOfKept(details, person.names)
    // A change that was about this person alone is nothing to take back any more.
    if (isTouched && left?.length === 0) drop.run(id)
    else if (clean !== details || cleanRows !== rows) write.run(clean, cleanRows, id)
  }
}

/** What a change says it was about may be a name too short to be searched for. */
function hideName(details: string): string {
  const said = JSON.parse(details) as Record<string, string | number>
  return JSON.stringify('name' in said ? { ...said, name: TAKEN_OUT } : said)
}

function isAbout({ table, key, before, after }: RowChange, person: Person, own: ReadonlyMap<string, ReadonlySet<number>>): boolean {
  return [before, after].some((row) => isPersonRow(table, { ...key, ...row }, person, own))
}

/** Names in texts that people wrote, about others too. */
function eraseNamingTexts(db: Database.Database, person: Person): void {
  for (const { table, column, text, key } of [...findNamingTexts(db, person.names)]) {
    const where = Object.keys(key).map((each) => `${quoteName(each)} = ?`)
    db.prepare<Cell[]>(`UPDATE ${quoteName(table)} SET ${quoteName(column)} = ? WHERE ${where.join(' AND ')}`).run(
      takeOutOfKept(text, person.names),
      ...Object.values(key)
    )
  }
}

/**
 * Clears the file of what was erased: freed bytes are overwritten already (`secure_delete`), what is left stands in the log
 * beside it. False when somebody still reads from it; closing the workspace clears it too.
 */
export function leaveNoTrace(db: Database.Database): boolean {
  const [answer] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return answer?.busy === 0
}
