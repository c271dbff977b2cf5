import Database from 'better-sqlite3'
import { CauceError } from '../../../shared/domain/errors.ts'

/** `CAUC` in the header says that an SQLite file is one of ours. */
export const APPLICATION_ID = 0x43415543

interface Pragma {
  name: string
  value: string | number
  /** What the pragma answers when it took. */
  reads: string | number
  /** Not for a connection that only reads: it would have to write. */
  writerOnly?: boolean
  /** Kept out of `readBack` where the platform knows no such thing. */
  platform?: NodeJS.Platform
}

/**
 * What every connection is opened with, set and read back: the binding's own defaults would quietly give
 * `synchronous=NORMAL` in WAL mode and lose acknowledged commits with the power.
 */
export const PRAGMAS: readonly Pragma[] = [
  { name: 'busy_timeout', value: 2000, reads: 2000 },
  { name: 'journal_mode', value: 'WAL', reads: 'wal', writerOnly: true },
  { name: 'synchronous', value: 'FULL', reads: 2 },
  { name: 'fullfsync', value: 'ON', reads: 1, platform: 'darwin' },
  { name: 'checkpoint_fullfsync', value: 'ON', reads: 1, platform: 'darwin' },
  { name: 'foreign_keys', value: 'ON', reads: 1 },
  { name: 'trusted_schema', value: 'OFF', reads: 0 },
  { name: 'cell_size_check', value: 'ON', reads: 1 },
  { name: 'mmap_size', value: 0, reads: 0 },
  { name: 'secure_delete', value: 'ON', reads: 1 },
  { name: 'journal_size_limit', value: 16 * 1024 * 1024, reads: 16 * 1024 * 1024 },
  // Four times the usual 1,000 pages: a thousand orders write that many, and their commit would wait for the copying.
  { name: 'wal_autocheckpoint', value: 4000, reads: 4000, writerOnly: true }
]

/** Sets one pragma and throws when it did not take. */
function setPragma(db: Database.Database, pragma: Pragma): void {
  db.pragma(`${pragma.name} = ${String(pragma.value)}`)
  const answer: unknown = db.pragma(pragma.name, { simple: true })
  if (answer !== pragma.reads) throw new CauceError('write-failed', { reason: `${pragma.name} ${String(answer)}` })
}

/** Opens a file that exists; the caller has looked at it before (`inspectFileHeader`). Never creates one. */
export function openConnection(path: string, { readOnly }: { readOnly: boolean }): Database.Database {
  const db = new Database(path, { readonly: readOnly, fileMustExist: true })
  try {
    for (const pragma of PRAGMAS) {
      if (readOnly && pragma.writerOnly) continue
      if (pragma.platform && pragma.platform !== process.platform) continue
      setPragma(db, pragma)
    }
  } catch (error) {
    db.close()
    throw error
  }
  return db
}
