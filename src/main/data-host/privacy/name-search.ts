import type Database from 'better-sqlite3'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import type { Cell } from '../database/changes.ts'
import { quoteName, TABLES } from './columns.ts'

/** What stands where a name was taken out of a text somebody wrote. */
export const TAKEN_OUT = '▇▇▇'
const MOST_WORDS = 6
/** More names than this are looked for word by word: one search for each would take too long. */
const FEW_NAMES = 60

const escape = (text: string): string => JSON.stringify(text).slice(1, -1)

/** The text without the names, upper and lower case alike. Within JSON the names stand escaped, twice where it is kept within other JSON. */
export function takeOutNames(text: string, names: readonly string[]): string {
  if (names.length > FEW_NAMES) return takeOutKnown(text, new Set(names.map(normaliseForSearch)))
  let clean = text
  for (const name of names) {
    for (const written of new Set([name, escape(name), escape(escape(name))])) {
      const pattern = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      clean = clean.replace(new RegExp(pattern, 'giu'), TAKEN_OUT)
    }
  }
  return clean
}

/**
 * The same where the text may be JSON, or hold JSON: there the names are taken out of its texts alone. A number of a customer may well
 * be some other number of a drawing or a rule.
 */
export function takeOutOfKept(text: string, names: readonly string[]): string {
  const plain = takeOutNames(text, names)
  const kept = plain === text ? null : parseKept(text)
  return kept === null ? plain : JSON.stringify(cleanKept(kept, names))
}

/** What the text holds when it is a JSON object or list; null: it is words. */
function parseKept(text: string): object | null {
  if (!/^\s*[[{]/u.test(text)) return null
  try {
    return JSON.parse(text) as object
  } catch {
    // Words that begin with a bracket.
    return null
  }
}

function cleanKept(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'string') return takeOutOfKept(value, names)
  if (Array.isArray(value)) return value.map((each) => cleanKept(each, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [takeOutNames(key, names), cleanKept(each, names)]))
}

/** The same as `takeOutNames` for a great many names, given in search form: every run of up to six words of the text is looked up among them. */
export function takeOutKnown(text: string, known: ReadonlySet<string>): string {
  const words = [...text.matchAll(/[^\s"«»“”<>,;:()[\]{}]+/gu)]
  let clean = text
  for (let from = 0; from < words.length; from++)
    for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
      const last = words[to]
      const written = text.slice(words[from]?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0))
      if (known.has(normaliseForSearch(written))) clean = clean.replaceAll(written, TAKEN_OUT)
    }
  return clean
}

export interface NamingText {
  readonly table: string
  readonly column: string
  readonly text: string
  /** Columns and values that find the row again. */
  readonly key: Readonly<Record<string, Cell>>
}

/** Columns somebody writes freely in: of records, and of everything else that is no row of a person. */
function listWrittenColumns(): { table: string; column: string }[] {
  return Object.entries(TABLES).flatMap(([table, { belongs, texts }]) =>
    table === 'changes' || 'keptRows' in belongs
      ? []
      : Object.entries(texts).flatMap(([column, { erase, training }]) =>
          erase === 'scrub' ||
          (erase !== 'keep' && ['empty', 'dash'].includes(training) && !['merges', 'customers'].includes(table)) ||
          column === 'notes'
            ? [{ table, column }]
            : []
        )
  )
}

/** Every text that names one of `names`, wherever somebody wrote it. */
export function* findNamingTexts(db: Database.Database, names: readonly string[]): Generator<NamingText> {
  if (names.length === 0) return
  for (const { table, column } of listWrittenColumns()) {
    const keys = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk').pluck().all(table)
    const name = quoteName(column)
    const escaped = [...new Set(names.flatMap((each) => [each, JSON.stringify(each).slice(1, -1)]))].map(
      (each) => `%${each.replace(/[\\%_]/g, '\\$&')}%`
    )
    const isFew = names.length <= FEW_NAMES
    const condition = isFew ? escaped.map(() => `${name} LIKE ? ESCAPE '\\'`).join(' OR ') : `${name} <> ''`
    const rows = db
      .prepare<string[], Cell[]>(`SELECT ${[name, ...keys.map(quoteName)].join(', ')} FROM ${quoteName(table)} WHERE ${condition}`)
      .raw()
      .all(...(isFew ? escaped : []))
    for (const [text, ...values] of rows) {
      if (typeof text !== 'string') continue
      const key = Object.fromEntries(keys.map((each, place) => [each, values[place] ?? null]))
      if (isFew || takeOutNames(text, names) !== text) yield { table, column, text, key }
    }
  }
}
