import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Change, Settings } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { systemCode, toFileError } from '../../files/file-errors.ts'
import { copyToTemporary, flushPath, placeFile } from '../../files/place-file.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Publisher } from '../publisher.ts'
import { APPLICATION_ID, openConnection } from './connection.ts'
import { inspectFileHeader } from './file-header.ts'
import { type Lock, takeLock } from './lock-file.ts'
import { type Migration, migrate, migrations, newestVersion } from './migrations/index.ts'
import { joinWorkspace } from './open-workspace.ts'
import { writeSettings } from './settings.ts'
import { toWorkspaceError } from './sqlite-errors.ts'

/** Cleanly closed files above this are not read through on opening: it would hold up the window. `checkIntegrity` does. */
const QUICK_CHECK_BYTES = 64 * 1024 * 1024
const SIDECARS = ['-wal', '-shm', '-journal'] as const

export interface OpenOptions {
  changes: Publisher<Change>
  now: () => Date
  /** The schema's steps; tests give their own. */
  migrations?: readonly Migration[]
  /** Opens a temporary copy, read-only, with these settings in place of its own: figures "as if", the file untouched. */
  trySettings?: Partial<Settings>
}

export interface CreateOptions {
  /** The person agreed to replace the file that is there. */
  mayReplace?: boolean
  now?: () => Date
}
/** Fills a new file before it takes its name; nobody else has the file yet, so it may pause between portions. */
export type FillWorkspace = (db: Database.Database) => Promise<void>

/** Makes a workspace at `path`: written beside it under another name, then renamed, so that a crash leaves nothing half done. */
export function createWorkspaceFile(path: string, settings: Partial<Settings>, options: CreateOptions = {}): void {
  const making = beginFile(path, settings, options)
  try {
    making.finish()
  } finally {
    making.discard()
  }
}

/** As `createWorkspaceFile`, with content. */
export async function createFilledWorkspaceFile(
  path: string,
  settings: Partial<Settings>,
  fill: FillWorkspace,
  options: CreateOptions = {}
): Promise<void> {
  const making = beginFile(path, settings, options)
  try {
    making.db.exec('BEGIN')
    await fill(making.db)
    making.db.exec('COMMIT')
    making.finish()
  } catch (error) {
    throw toWorkspaceError(toFileError(error))
  } finally {
    making.discard()
  }
}

interface FileInTheMaking {
  db: Database.Database
  /** Closes it and gives it its name. */
  finish: () => void
  /** Clears away what is left; after `finish` only the lock. */
  discard: () => void
}

function beginFile(
  path: string,
  settings: Partial<Settings>,
  { mayReplace = false, now = () => new Date() }: CreateOptions
): FileInTheMaking {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new CauceError('file-is-folder')
  if (found && !mayReplace) throw new CauceError('file-exists')
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`)
  const lock = takeLock(path)
  let db: Database.Database | null = null
  const discard = (): void => {
    db?.close()
    for (const ending of ['', ...SIDECARS]) rmSync(temporary + ending, { force: true })
    lock.release()
  }
  const finish = (): void => {
    try {
      db?.pragma('journal_mode = WAL')
      db?.close()
      // A log left beside the old file would be taken for the new one's.
      for (const ending of SIDECARS) rmSync(path + ending, { force: true })
      placeFile(temporary, path)
    } catch (error) {
      throw toWorkspaceError(toFileError(error))
    }
  }
  try {
    db = startFile(temporary, settings, now())
    return { db, finish, discard }
  } catch (error) {
    discard()
    throw toWorkspaceError(toFileError(error))
  }
}

function startFile(temporary: string, settings: Partial<Settings>, now: Date): Database.Database {
  closeSync(openSync(temporary, 'wx', 0o600))
  const db = new Database(temporary, { fileMustExist: true })
  try {
    db.pragma(`application_id = ${String(APPLICATION_ID)}`)
    migrate(db)
    writeSettings(db, settings)
    db.prepare('UPDATE revision SET saved_at = ? WHERE id = 1').run(now.toISOString())
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Opens a workspace. Throws `file-missing`, `file-is-folder`, `file-empty`, `file-no-permission`, `file-not-ours`,
 * `file-newer`, `file-damaged` or `file-in-use`, with the file's bytes as they were. What can't be written to is opened
 * from a copy in a temporary folder, read-only.
 */
export function openWorkspaceFile(path: string, options: OpenOptions): OpenWorkspace {
  const steps = options.migrations ?? migrations
  const header = inspectFileHeader(path, newestVersion(steps))
  const lock = options.trySettings ? null : takeLockIfWritable(path)
  if (!lock) return openCopy(path, options)
  try {
    const isUnclean = lock.tookOver || existsSync(`${path}-wal`)
    const { read, write } = openBoth(path, steps, {
      check: isUnclean || header.bytes <= QUICK_CHECK_BYTES,
      keepCopy: true,
      now: options.now()
    })
    return joinWorkspace({ path, readOnly: false, read, write, changes: options.changes, now: options.now, release: lock.release })
  } catch (error) {
    lock.release()
    throw toWorkspaceError(toFileError(error))
  }
}

/** null: the file or its folder can't be written. */
function takeLockIfWritable(path: string): Lock | null {
  try {
    closeSync(openSync(path, 'r+'))
    return takeLock(path)
  } catch (error) {
    const code = systemCode(error) ?? (error instanceof CauceError ? error.code : null)
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'file-no-permission') return null
    throw toFileError(error)
  }
}

/** SQLite can't read a WAL database where it can't write beside it, so the copy is what is read. */
function openCopy(path: string, options: OpenOptions): OpenWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-'))
  const discard = (): void => {
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const copy = join(folder, basename(path))
    copyToTemporary(path, copy)
    if (existsSync(`${path}-wal`)) copyToTemporary(`${path}-wal`, `${copy}-wal`)
    const { read, write } = openBoth(copy, options.migrations ?? migrations, { check: true, keepCopy: false, now: options.now() })
    if (options.trySettings) writeSettings(write, options.trySettings)
    return joinWorkspace({ path, readOnly: true, read, write, changes: options.changes, now: options.now, release: discard })
  } catch (error) {
    discard()
    throw toWorkspaceError(toFileError(error))
  }
}

interface BothOptions {
  check: boolean
  keepCopy: boolean
  now: Date
}

/** The reading connection comes first and checks the file: a writing one would already change a damaged file by closing it. */
function openBoth(
  path: string,
  steps: readonly Migration[],
  { check, keepCopy, now }: BothOptions
): { read: Database.Database; write: Database.Database } {
  checkContent(path, check)
  const write = openConnection(path, { readOnly: false })
  try {
    if (Number(write.pragma('user_version', { simple: true })) < newestVersion(steps)) {
      if (keepCopy) copyBeforeMigration(write, path, now)
      migrate(write, steps)
    }
    return { read: openConnection(path, { readOnly: true }), write }
  } catch (error) {
    write.close()
    throw error
  }
}

/** Looks at the tables with a connection that can't write; `whole` also walks through every page. */
function checkContent(path: string, whole: boolean): void {
  const before = SIDECARS.filter((ending) => existsSync(path + ending))
  try {
    const db = openConnection(path, { readOnly: true })
    try {
      if (whole && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new CauceError('file-damaged')
      // Marked as ours, but without our tables.
      const tables = db
        .prepare(`SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('revision', 'settings', 'customers', 'changes')`)
        .pluck()
        .get()
      if (tables !== 4 || db.prepare('SELECT count(*) FROM revision').pluck().get() !== 1) throw new CauceError('file-damaged')
    } finally {
      db.close()
    }
  } finally {
    // Reading leaves an empty log and its index behind when there was none.
    if (!before.includes('-wal')) for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true })
  }
}

/** `name (version 1, date).cauce` beside the workspace: what the migration started from. */
function copyBeforeMigration(db: Database.Database, path: string, now: Date): void {
  const name = basename(path).replace(/\.cauce$/, '')
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const version = String(db.pragma('user_version', { simple: true }))
  const copy = join(dirname(path), `${name} (version ${version}, ${stamp}).cauce`)
  db.prepare('VACUUM INTO ?').run(copy)
  flushPath(copy)
}
