import type Database from 'better-sqlite3'
import type { Change, ChangeArea } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { OpenWorkspace } from '../context.ts'
import { runSteps } from '../pause.ts'
import type { Publisher } from '../publisher.ts'
import { bumpRevision, readRevision } from './changes.ts'
import { toWorkspaceError } from './sqlite-errors.ts'
import { WriteGate } from './write-gate.ts'

export interface Parts {
  path: string
  readOnly: boolean
  read: Database.Database
  write: Database.Database
  changes: Publisher<Change>
  now: () => Date
  /** What is left to do when both connections are closed: the lock, a temporary copy. */
  release: () => void
}

/** Joins the two connections of a file into what procedures work with. */
export function joinWorkspace({ path, readOnly, read, write, changes, now, release }: Parts): OpenWorkspace {
  const gate = new WriteGate()
  let closed = false

  const announce = (areas: readonly ChangeArea[]): void => {
    changes.publish({ revision: readRevision(write).number, areas: [...areas] })
  }

  return {
    path,
    readOnly,
    read,
    write,
    gate,
    announce,
    change: (areas, work) =>
      gate.run(() => {
        if (readOnly) throw new CauceError('file-no-permission')
        try {
          const result = write
            .transaction(() => {
              const made = work(write)
              bumpRevision(write, { data: areas.includes('customers') }, now())
              return made
            })
            .immediate()
          announce(areas)
          return result
        } catch (error) {
          throw toWorkspaceError(error)
        }
      }),
    changeInSteps: (areas, work) =>
      gate.run(async () => {
        if (readOnly) throw new CauceError('file-no-permission')
        try {
          write.exec('BEGIN IMMEDIATE')
          const result = await runSteps(work(write))
          bumpRevision(write, { data: areas.includes('customers') }, now())
          write.exec('COMMIT')
          announce(areas)
          return result
        } catch (error) {
          if (write.open && write.inTransaction) write.exec('ROLLBACK')
          throw toWorkspaceError(error)
        }
      }),
    close: () => {
      if (closed) return
      closed = true
      try {
        read.close()
        // A short log is less to lose; TRUNCATE leaves the workspace as one file.
        write.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        write.close()
        release()
      }
    }
  }
}
