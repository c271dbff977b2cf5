import type Database from 'better-sqlite3'

/** Who was meant by a typed or pasted list. */
export interface FoundCustomers {
  readonly ids: readonly number[]
  readonly unknown: readonly string[]
  /** Entries that fit several customers, who are left out. */
  readonly ambiguous: readonly string[]
}

/** Entries of a list: one a line, or parted by commas, semicolons or tabs; quotes around them are no part of them. */
function splitEntries(text: string): string[] {
  const entries = text.split(/[\n\r,;\t]+/).map((entry) =>
    entry
      .trim()
      .replace(/^["'<]+|["'>]+$/g, '')
      .trim()
  )
  return [...new Set(entries.filter((entry) => entry !== ''))]
}

interface Match {
  entry: string
  id: number
}

/** A record that was merged stands for the one it was merged into; erased ones are nobody. */
const LIVE = `SELECT e.value AS entry, coalesce(m.id, c.id) AS id FROM json_each(?) e`
const ALIVE = `LEFT JOIN customers m ON m.id = c.merged_into_id WHERE coalesce(m.status, c.status) <> 'erased' AND coalesce(m.merged_into_id, 0) = 0`

/**
 * Finds customers by customer number (theirs, then ours) or e-mail. Numbers are taken as they stand, e-mails without case.
 */
export function findCustomers(db: Database.Database, text: string): FoundCustomers {
  const entries = splitEntries(text)
  const look = (sql: string, asked: readonly string[]): Match[] => db.prepare<[string], Match>(sql).all(JSON.stringify(asked))
  const found = new Map<string, Set<number>>()
  const take = (matches: readonly Match[]): void => {
    for (const { entry, id } of matches) found.set(entry, (found.get(entry) ?? new Set()).add(id))
  }
  const rest = (): string[] => entries.filter((entry) => !found.has(entry))
  take(look(`${LIVE} JOIN customers c ON c.external_id = e.value ${ALIVE}`, entries))
  take(
    look(
      `${LIVE} CROSS JOIN customers c ON c.id = CAST(e.value AS INTEGER) ${ALIVE}`,
      rest().filter((entry) => /^[1-9]\d{0,14}$/.test(entry))
    )
  )
  const mails = new Map<string, string[]>()
  for (const entry of rest().filter((each) => each.includes('@')))
    mails.set(entry.toLowerCase(), [...(mails.get(entry.toLowerCase()) ?? []), entry])
  if (mails.size > 0)
    for (const { entry, id } of look(`${LIVE} JOIN customers c ON lower(trim(c.email)) = e.value ${ALIVE}`, [...mails.keys()]))
      take((mails.get(entry) ?? []).map((typed) => ({ entry: typed, id })))
  const several = [...found].filter(([, ids]) => ids.size > 1).map(([entry]) => entry)
  const ids = new Set([...found.values()].flatMap((each) => (each.size === 1 ? [...each] : [])))
  return { ids: [...ids], unknown: rest(), ambiguous: several }
}
