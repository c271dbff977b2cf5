import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OpenWorkspace } from '../../../src/main/data-host/context.ts'
import { type Migration, migrations, newestVersion } from '../../../src/main/data-host/database/migrations/index.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { Publisher } from '../../../src/main/data-host/publisher.ts'

const fixture = fileURLToPath(new URL('../../fixtures/workspaces/version-1.cauce', import.meta.url))
let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-migrations-'))
  path = join(folder, 'old.cauce')
  copyFileSync(fixture, path)
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
const open = (list?: readonly Migration[]): OpenWorkspace =>
  openWorkspaceFile(path, { changes: new Publisher(), now: () => new Date('2027-01-01T08:00:00Z'), ...(list ? { migrations: list } : {}) })
const schemaOf = (db: Database.Database): unknown =>
  db.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name`).all()

/** Every row of every table. */
function readTables(db: Database.Database): Record<string, Record<string, unknown>[]> {
  const names = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all()
  return Object.fromEntries(names.map((name) => [name, db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all()]))
}

/** A step of the future, and one that fails halfway. */
const nextVersion = newestVersion() + 1
const next: Migration = {
  version: nextVersion,
  sql: `ALTER TABLE customers ADD COLUMN nickname TEXT; UPDATE customers SET nickname = 'apodo';`
}
const broken: Migration = { version: nextVersion, sql: `ALTER TABLE customers ADD COLUMN nickname TEXT; INSERT INTO nowhere VALUES (1);` }

describe('migrations', () => {
  it('are numbered upwards without gaps', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1))
  })

  it('open the frozen file of version 1 with everything in it', () => {
    const workspace = open()
    const one = (sql: string): unknown => workspace.read.prepare(sql).pluck().get()
    expect(one('PRAGMA user_version')).toBe(newestVersion())
    expect([
      one('SELECT count(*) FROM customers'),
      one('SELECT sum(net_minor) FROM orders'),
      one('SELECT text FROM walk_answers'),
      one('SELECT title FROM actions')
    ]).toEqual([2, 9749, 'En dos cuadernos.', 'Unir los cuadernos'])
    expect(one('PRAGMA foreign_key_check')).toBeUndefined()
    workspace.close()
  })

  it('bring every row of version 1 along unchanged and keep a copy of the file as it was', () => {
    const old = new Database(fixture, { readonly: true })
    const before = readTables(old)
    expect(before['walk_steps']?.length).toBeGreaterThan(0)
    expect(old.pragma('user_version', { simple: true })).toBe(1)
    old.close()
    const workspace = open()
    const steps = workspace.read.prepare('SELECT DISTINCT action_draft FROM walk_steps').pluck().all()
    expect(steps).toEqual([null])
    const after = readTables(workspace.read)
    workspace.close()
    const walkSteps = after['walk_steps']?.map(({ action_draft: _, ...row }) => row)
    const added = Object.keys(after).filter((table) => !(table in before))
    expect(added.flatMap((table) => after[table] ?? [])).toEqual([])
    const kept = Object.fromEntries(Object.keys(before).map((table) => [table, after[table]]))
    expect({ ...kept, walk_steps: walkSteps }).toEqual(before)
    const [name] = readdirSync(folder).filter((each) => each !== 'old.cauce')
    expect(name).toBe('old (version 1, 2027-01-01T08-00-00).cauce')
    const copy = new Database(join(folder, name ?? ''), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
    expect(readTables(copy)).toEqual(before)
    copy.close()
    open().close()
    expect(readdirSync(folder).length).toBe(2)
  })

  it('lead to the same schema as a new file', () => {
    const fresh = join(folder, 'new.cauce')
    createWorkspaceFile(fresh, {})
    open().close()
    const [a, b] = [new Database(path), new Database(fresh)]
    expect(schemaOf(a)).toEqual(schemaOf(b))
    a.close()
    b.close()
  })

  it('copy the file before they change it', () => {
    open().close()
    const [first] = readdirSync(folder).filter((name) => name !== 'old.cauce')
    const workspace = open([...migrations, next])
    expect(workspace.read.prepare('SELECT DISTINCT nickname FROM customers').pluck().all()).toEqual(['apodo'])
    workspace.close()
    const copies = readdirSync(folder).filter((name) => name !== 'old.cauce' && name !== first)
    expect(copies).toEqual([`old (version ${String(newestVersion())}, 2027-01-01T08-00-00).cauce`])
    const copy = new Database(join(folder, copies[0] ?? ''), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(newestVersion())
    expect(copy.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(2)
    copy.close()
  })

  it('leave version and content alone when one fails', () => {
    open().close()
    expect(() => open([...migrations, broken])).toThrow()
    const db = new Database(path)
    expect(db.pragma('user_version', { simple: true })).toBe(newestVersion())
    expect(db.prepare(`SELECT count(*) FROM pragma_table_info('customers') WHERE name = 'nickname'`).pluck().get()).toBe(0)
    db.close()
    open().close()
  })
})
