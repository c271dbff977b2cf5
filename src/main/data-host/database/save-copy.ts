import { existsSync, realpathSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { CauceError } from '../../../shared/domain/errors.ts'
import { replaceFile } from '../../files/atomic-write.ts'
import type { OpenWorkspace } from '../context.ts'
import { openConnection } from './connection.ts'
import { inspectFileHeader } from './file-header.ts'
import { takeLock } from './lock-file.ts'
import { newestVersion } from './migrations/index.ts'
import { toWorkspaceError } from './sqlite-errors.ts'

/**
 * Writes a compact copy of the workspace to `path`, looks it through and only then gives it its name. Returns its bytes.
 * Copying the file itself would miss what is still in its log.
 */
export async function saveWorkspaceCopy(workspace: OpenWorkspace, path: string): Promise<number> {
  if (existsSync(path) && realpathSync(path) === realpathSync(workspace.path)) throw new CauceError('file-in-use')
  // Nobody else may have the target open while it is replaced.
  const lock = takeLock(path)
  try {
    const bytes = await replaceFile(path, async (temporary) => {
      workspace.read.prepare('VACUUM INTO ?').run(temporary)
      verifyCopy(workspace, temporary)
      return (await stat(temporary)).size
    })
    for (const ending of ['-wal', '-shm', '-journal']) rmSync(path + ending, { force: true })
    return bytes
  } catch (error) {
    throw toWorkspaceError(error)
  } finally {
    lock.release()
  }
}

/** The copy opens, is whole, and holds as many rows of every table as the original. */
function verifyCopy(workspace: OpenWorkspace, copy: string): void {
  inspectFileHeader(copy, newestVersion())
  const db = openConnection(copy, { readOnly: true })
  try {
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new CauceError('write-failed', { reason: 'copy' })
    const tables = workspace.read
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all()
    for (const { name } of tables) {
      const count = `SELECT count(*) FROM "${name}"`
      if (db.prepare(count).pluck().get() !== workspace.read.prepare(count).pluck().get())
        throw new CauceError('write-failed', { reason: 'copy' })
    }
  } finally {
    db.close()
  }
}
