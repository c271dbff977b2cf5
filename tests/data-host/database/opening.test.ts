import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection, PRAGMAS } from '../../../src/main/data-host/database/connection.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import type { OpenWorkspace } from '../../../src/main/data-host/context.ts'
import { Publisher } from '../../../src/main/data-host/publisher.ts'
import { codeOf } from '../../support/local-host.ts'

let folder = ''
const now = (): Date => new Date('2026-11-01T09:00:00Z')
const open = (path: string): OpenWorkspace => openWorkspaceFile(path, { changes: new Publisher(), now })
const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-opening-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A sound workspace with enough rows that damage in the middle hits some of them. */
function makeWorkspace(name = 'shop.cauce'): string {
  const path = join(folder, name)
  createWorkspaceFile(path, { title: 'Tienda' }, { now })
  const db = new Database(path)
  const insert = db.prepare(`INSERT INTO customers (name, created_at, updated_at) VALUES (?, '2026-01-01', '2026-01-01')`)
  db.transaction(() => {
    for (let index = 0; index < 2000; index += 1) insert.run(`Cliente ${String(index)}`)
  })()
  db.close()
  return path
}

function patch(path: string, offset: number, bytes: readonly number[]): void {
  const content = readFileSync(path)
  content.set(bytes, offset)
  writeFileSync(path, content)
}

/** What is refused, and why; each must keep its bytes and leave nothing beside it. */
const REFUSED: readonly { what: string; code: string; make: () => string }[] = [
  { what: 'a file of zero bytes', code: 'file-empty', make: () => write('empty.cauce', '') },
  { what: 'a text file', code: 'file-not-ours', make: () => write('text.cauce', 'cliente;fecha;importe\n1;2026-01-01;12\n'.repeat(50)) },
  { what: 'a short file', code: 'file-not-ours', make: () => write('short.cauce', 'SQLite format 3\0') },
  {
    what: 'a database of another program',
    code: 'file-not-ours',
    make: () => {
      const path = join(folder, 'other.cauce')
      new Database(path).exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)').close()
      return path
    }
  },
  {
    what: 'a database with our mark and none of our tables',
    code: 'file-damaged',
    make: () => {
      const path = join(folder, 'bare.cauce')
      new Database(path).exec('PRAGMA application_id = 0x43415543; PRAGMA user_version = 1; CREATE TABLE t (a)').close()
      return path
    }
  },
  { what: 'a workspace of a newer version', code: 'file-newer', make: () => patched(60, [0, 0, 0, 99]) },
  {
    what: 'a workspace cut off in the middle',
    code: 'file-damaged',
    make: () => write('cut.cauce', readFileSync(makeWorkspace()).subarray(0, 120_000))
  },
  {
    what: 'a workspace with overwritten pages',
    code: 'file-damaged',
    make: () =>
      patched(
        4096 * 12,
        Array.from({ length: 4096 * 30 }, (_, index) => (index * 7) % 251)
      )
  }
]

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
function patched(offset: number, bytes: readonly number[]): string {
  const path = makeWorkspace()
  patch(path, offset, bytes)
  return path
}

describe('opening a workspace', () => {
  it.each(REFUSED)('refuses $what and leaves it untouched', async ({ code, make }) => {
    const path = make()
    const before = digest(path)
    const beside = readdirSync(folder)
    expect(await codeOf(() => open(path))).toBe(code)
    expect(digest(path)).toBe(before)
    expect(readdirSync(folder)).toEqual(beside)
  })

  it('says which version a newer file has', () => {
    expect(() => open(patched(60, [0, 0, 0, 99]))).toThrow(expect.objectContaining({ details: { version: 99 } }))
  })

  it('refuses a folder and a file that is not there, and makes none', async () => {
    mkdirSync(join(folder, 'folder.cauce'))
    expect(await codeOf(() => open(join(folder, 'folder.cauce')))).toBe('file-is-folder')
    expect(await codeOf(() => open(join(folder, 'nowhere.cauce')))).toBe('file-missing')
    expect(existsSync(join(folder, 'nowhere.cauce'))).toBe(false)
  })

  it('does not make a workspace over a file that is there, unless the person agreed', async () => {
    const path = write('notes.cauce', 'mine')
    expect(
      await codeOf(() => {
        createWorkspaceFile(path, {})
      })
    ).toBe('file-exists')
    expect(readFileSync(path, 'utf8')).toBe('mine')
    createWorkspaceFile(path, { title: 'Nueva' }, { mayReplace: true })
    open(path).close()
    expect(readdirSync(folder)).toEqual(['notes.cauce'])
  })

  it('reads back every setting it was opened with', () => {
    const path = makeWorkspace()
    for (const readOnly of [false, true]) {
      const db = openConnection(path, { readOnly })
      for (const { name, reads, writerOnly, platform } of PRAGMAS) {
        if ((platform && platform !== process.platform) || (readOnly && writerOnly)) continue
        expect([name, db.pragma(name, { simple: true })]).toEqual([name, reads])
      }
      db.close()
    }
    const db = openConnection(path, { readOnly: false })
    // The binding would quietly take NORMAL in WAL mode, and lose what was acknowledged when the power goes.
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('application_id', { simple: true })).toBe(0x43415543)
    db.close()
  })

  it('leaves one file when it is closed', async () => {
    const path = makeWorkspace()
    const workspace = open(path)
    await workspace
      .change(['workspace'], (db) => db.prepare(`INSERT INTO settings VALUES ('title', '"Otra"')`).run().changes)
      .catch(() => 0)
    workspace.close()
    expect(readdirSync(folder)).toEqual(['shop.cauce'])
  })

  it('opens what it can’t write as read-only, and refuses changes', async () => {
    const path = makeWorkspace()
    chmodSync(path, 0o444)
    chmodSync(folder, 0o555)
    const isRoot = process.getuid?.() === 0
    // The administrator may write everywhere: become somebody else for a moment.
    if (isRoot) process.seteuid?.(65_534)
    try {
      const workspace = open(path)
      expect(workspace.readOnly).toBe(true)
      expect(workspace.read.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(2000)
      expect(await codeOf(() => workspace.change(['customers'], (db) => db.prepare('DELETE FROM customers').run()))).toBe(
        'file-no-permission'
      )
      workspace.close()
    } finally {
      if (isRoot) process.seteuid?.(0)
      chmodSync(folder, 0o755)
    }
    expect(readdirSync(folder)).toEqual(['shop.cauce'])
  })

  it('tries other settings on a copy and leaves the file as it is', () => {
    const path = makeWorkspace()
    const before = digest(path)
    const workspace = openWorkspaceFile(path, { changes: new Publisher(), now, trySettings: { asOf: '2025-01-31' } })
    expect(workspace.read.prepare(`SELECT value FROM settings WHERE key = 'asOf'`).pluck().get()).toBe('"2025-01-31"')
    workspace.close()
    expect(digest(path)).toBe(before)
  })
})

const corpus = new URL('../../../../shared/corpora/sqlite-malformed/', import.meta.url).pathname
const canUnpack = existsSync(corpus) && existsSync('/usr/bin/xz')
describe.skipIf(!canUnpack)('malformed databases of the SQLite project (skipped without ../shared/corpora and xz)', () => {
  it('each is refused or opened without a crash, and untouched when refused', () => {
    const counts = { refused: 0, opened: 0 }
    for (const name of readdirSync(corpus).filter((each) => each.endsWith('.xz'))) {
      const unpacked = join(folder, 'corpus.db')
      writeFileSync(unpacked, execFileSync('xz', ['-dc', join(corpus, name)], { maxBuffer: 1 << 28 }))
      const db = new Database(unpacked, { readonly: true })
      const rows = db.prepare<[], { content: Buffer }>('SELECT dbcontent AS content FROM db LIMIT 400').all()
      db.close()
      for (const { content } of rows) tryOpening(content, counts)
    }
    expect(counts.refused).toBeGreaterThan(50)
  })

  function tryOpening(content: Buffer, counts: { refused: number; opened: number }): void {
    if (content.length < 100) return
    const path = join(folder, 'bad.cauce')
    const ours = Buffer.from(content)
    ours.writeUInt32BE(1, 60)
    ours.writeUInt32BE(0x43415543, 68)
    writeFileSync(path, ours)
    try {
      open(path).close()
      counts.opened += 1
    } catch (error) {
      expect(error).toMatchObject({ name: 'CauceError' })
      expect(readFileSync(path).equals(ours)).toBe(true)
      counts.refused += 1
    }
    for (const each of readdirSync(folder)) if (each.startsWith('bad.')) rmSync(join(folder, each))
  }
})
