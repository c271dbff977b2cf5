import type Database from 'better-sqlite3'
import { first } from './0001-first.ts'
import { actionDrafts } from './0002-action-drafts.ts'
import { bringInAndTrust } from './0003-bring-in-and-trust.ts'
import { diagramItems } from './0004-diagrams.ts'

export interface Migration {
  version: number
  sql: string
}

/** Every step of the schema, ascending. A released one is never edited: what follows is a new file. */
export const migrations: readonly Migration[] = [
  { version: 1, sql: first },
  { version: 2, sql: actionDrafts },
  { version: 3, sql: bringInAndTrust },
  { version: 4, sql: diagramItems }
]

export const newestVersion = (list: readonly Migration[] = migrations): number => list.at(-1)?.version ?? 0

/** Brings a file from its version to the newest, each step in one transaction together with its number. */
export function migrate(db: Database.Database, list: readonly Migration[] = migrations): void {
  const from = Number(db.pragma('user_version', { simple: true }))
  for (const migration of list.filter(({ version }) => version > from)) {
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${String(migration.version)}`)
    }).immediate()
  }
}
