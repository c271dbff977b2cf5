import type Database from 'better-sqlite3'
import { rmSync, statSync } from 'node:fs'
import { Settings } from '../../../shared/contract/workspace.ts'
import { buildSearchKey, normaliseForSearch } from '../../../shared/domain/search-key.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { replaceFile } from '../../files/atomic-write.ts'
import type { OpenWorkspace } from '../context.ts'
import { takeLock } from '../database/lock-file.ts'
import { openScratch } from '../database/scratch-file.ts'
import { toWorkspaceError } from '../database/sqlite-errors.ts'
import { RFM_OPTIONS_KEY } from '../repositories/rfm-options.ts'
import { type ColumnRule, type InTraining, quoteName, TABLES } from './columns.ts'
import { takeOutKnown } from './name-search.ts'
import { keepPlainAttributes, keepProvince, MadeUp } from './made-up.ts'

export interface TrainingOptions {
  /** Days by which every date moves; 0: dates stay. */
  readonly shiftDays: number
  readonly language: Language
}

/**
 * Writes a copy of the workspace with nobody real in it: made-up names and contacts, no notes, no history; amounts, dates
 * (moved by the same days) and who bought what stay. Made beside its place and written out once more, so that no freed page
 * holds anybody; the target has its old content until the whole copy is there. Returns how many customers it holds.
 */
export async function writeTrainingCopy(workspace: OpenWorkspace, path: string, options: TrainingOptions): Promise<number> {
  const lock = takeLock(path)
  let customers = 0
  try {
    await replaceFile(path, (temporary) => {
      const rough = `${temporary}.rough`
      try {
        workspace.read.prepare('VACUUM INTO ?').run(rough)
        customers = disguiseFile(rough, temporary, options)
      } finally {
        for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(rough + ending, { force: true })
      }
      return Promise.resolve(statSync(temporary).size)
    })
    return customers
  } catch (error) {
    throw toWorkspaceError(error)
  } finally {
    lock.release()
  }
}

function disguiseFile(rough: string, target: string, options: TrainingOptions): number {
  const db = openScratch(rough)
  try {
    db.transaction(() => {
      disguise(db, options)
    })()
    db.prepare('VACUUM INTO ?').run(target)
    return db.prepare("SELECT count(*) FROM customers WHERE merged_into_id IS NULL AND status <> 'erased'").pluck().get() as number
  } finally {
    db.close()
  }
}

function disguise(db: Database.Database, options: TrainingOptions): void {
  const real = readRealNames(db)
  lendFunctions(db, new MadeUp(options.language, real), real)
  for (const [table, { isLeftOut, texts }] of Object.entries(TABLES)) {
    if (isLeftOut) db.exec(`DELETE FROM ${quoteName(table)}`)
    else for (const [column, rule] of Object.entries(texts)) disguiseColumn(db, table, column, rule, options)
  }
  // Nothing says any more which file a row came from.
  for (const table of Object.keys(TABLES))
    if (listColumns(db, table).some(({ name }) => name === 'batch_id')) db.exec(`UPDATE ${quoteName(table)} SET batch_id = NULL`)
  db.exec('UPDATE customers SET search_key = made_search_key(name, email, city, external_id)')
  keepPlainSettings(db, options)
}

/** Names, e-mails, phones and tax numbers, in search form: they are looked for in texts that stay. */
function readRealNames(db: Database.Database): ReadonlySet<string> {
  const names = new Set<string>()
  const rows = db.prepare<[], (string | null)[]>('SELECT name, email, phone, tax_id FROM customers').raw()
  for (const row of rows.iterate()) for (const value of row) if (value && value.length >= 6) names.add(normaliseForSearch(value))
  return names
}

type Cell = string | number | null
const whenText =
  (make: (text: string) => string | null) =>
  (value: Cell): Cell =>
    typeof value === 'string' ? make(value) : value

function lendFunctions(db: Database.Database, madeUp: MadeUp, real: ReadonlySet<string>): void {
  const one = (name: string, make: (text: string) => string | null): void => {
    db.function(name, { deterministic: true }, (value) => whenText(make)(value as Cell))
  }
  db.function('made_name', { deterministic: true }, (name, type) => madeUp.name(String(name), type === null ? null : String(type)))
  one('made_email', (text) => madeUp.email(text))
  one('made_phone', (text) => madeUp.phone(text))
  one('made_tax_id', (text) => madeUp.taxId(text))
  one('made_address', (text) => madeUp.address(text))
  one('made_staff', (text) => madeUp.staff(text))
  one('made_postal_code', keepProvince)
  one('made_attributes', keepPlainAttributes)
  one('without_names', (text) => takeOutKnown(text, real))
  db.function('made_search_key', { deterministic: true }, (name, email, city, externalId) =>
    buildSearchKey({
      name: String(name),
      email: email as string | null,
      city: city as string | null,
      externalId: externalId as string | null
    })
  )
}

interface Column {
  name: string
  notnull: number
}
const listColumns = (db: Database.Database, table: string): Column[] =>
  db.prepare<[string], Column>('SELECT name, "notnull" FROM pragma_table_info(?)').all(table)

/** What a text becomes, as SQL over the column's quoted name. Null: it stays as it is. */
const MAKE: Readonly<Record<InTraining, (name: string, options: TrainingOptions, isNeeded: boolean) => string | null>> = {
  keep: () => null,
  empty: (_name, _options, isNeeded) => (isNeeded ? "''" : 'NULL'),
  dash: (name) => `CASE WHEN ${name} <> '' THEN '—' ELSE ${name} END`,
  name: (name) => `made_name(${name}, type)`,
  email: (name) => `made_email(${name})`,
  phone: (name) => `made_phone(${name})`,
  taxId: (name) => `made_tax_id(${name})`,
  address: (name) => `made_address(${name})`,
  postalCode: (name) => `made_postal_code(${name})`,
  // The year alone: age stays what it is, the day tells who it is.
  birthDate: (name) => `substr(${name}, 1, 4) || '-01-01'`,
  number: (name) => `CASE WHEN ${name} IS NULL THEN NULL ELSE printf('N-%06d', rowid) END`,
  staff: (name) => `made_staff(${name})`,
  title: (_name, { language }) => `'${translate(language, 'privacy.training.heading')} ' || rowid`,
  attributes: (name) => `made_attributes(${name})`,
  day: (name, { shiftDays }) =>
    shiftDays === 0
      ? null
      : `CASE WHEN ${name} IS NULL OR length(${name}) < 10 THEN ${name}
         ELSE date(substr(${name}, 1, 10), '${shiftDays > 0 ? '+' : ''}${String(shiftDays)} days') || substr(${name}, 11) END`,
  supplier: (name) =>
    `CASE WHEN ${name} IS NULL THEN NULL WHEN ${name} LIKE '%supplier%' OR ${name} LIKE '%proveedor%' THEN 'proveedor' ELSE '—' END`
}

function disguiseColumn(db: Database.Database, table: string, column: string, rule: ColumnRule, options: TrainingOptions): void {
  const name = quoteName(column)
  const isNeeded = listColumns(db, table).some((each) => each.name === column && each.notnull === 1)
  const kept = rule.training === 'keep' && rule.erase === 'scrub'
  const value = kept ? `without_names(${name})` : MAKE[rule.training](name, options, isNeeded)
  if (value === null) return
  // Numbers are unique: no new one may meet an old one on the way.
  if (rule.training === 'number') db.exec(`UPDATE ${quoteName(table)} SET ${name} = char(1) || rowid WHERE ${name} IS NOT NULL`)
  db.exec(`UPDATE ${quoteName(table)} SET ${name} = ${value} WHERE ${name} IS NOT NULL`)
}

/** What figures are computed with stays; whatever else somebody wrote goes, the business's name too. */
function keepPlainSettings(db: Database.Database, { shiftDays, language }: TrainingOptions): void {
  const kept = [...Object.keys(Settings.shape), RFM_OPTIONS_KEY]
  db.prepare('DELETE FROM settings WHERE key NOT IN (SELECT value FROM json_each(?))').run(JSON.stringify(kept))
  db.prepare("UPDATE settings SET value = ? WHERE key = 'title'").run(JSON.stringify(translate(language, 'privacy.training.title')))
  if (shiftDays !== 0)
    db.prepare(
      `UPDATE settings SET value = json_quote(date(json_extract(value, '$'), ? || ' days')) WHERE key = 'asOf' AND json_type(value) = 'text'`
    ).run(String(shiftDays))
}
