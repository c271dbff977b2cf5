import type Database from 'better-sqlite3'
import { CHANGE_AREAS, type ChangeEntry } from '../../../shared/contract/workspace.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { HostContext } from '../context.ts'
import { type LoggedChange, readChange, recordChange } from '../database/changes.ts'
import { restoreRows } from '../database/restore.ts'
import { areasOf, redoLast, undoLast } from '../database/undo.ts'
import { undoImports } from '../imports/undo.ts'
import { listHistory } from '../repositories/history.ts'
import { host } from './base.ts'

/** The change, standing as the caller needs it; `not-found` otherwise. */
function findChange(db: Database.Database, id: number, { undone }: { undone: boolean }): LoggedChange {
  const change = readChange(db, id)
  if (!change || change.isUndone !== undone) throw new CauceError('not-found')
  return change
}

/** How the log calls what came back: by its name where it had one. */
function describeReturn({ id, details }: LoggedChange): { kind: string; details: ChangeEntry['details'] } {
  const name = details['name'] ?? details['title'] ?? details['participant']
  if (name !== undefined) return { kind: 'restored-named', details: { ...details, name, of: id } }
  return { kind: 'nameEn' in details ? 'restored-both' : 'restored', details: { ...details, of: id } }
}

/** Takes steps one by one until `isThere`, all in one go; answers how many. */
function step(
  context: HostContext,
  change: number,
  undone: boolean,
  take: (db: Database.Database) => Generator<void, ChangeEntry, void>
): Promise<number> {
  return context.workspace().changeInSteps(CHANGE_AREAS, function* (db) {
    findChange(db, change, { undone })
    for (let taken = 1; ; taken++) if ((yield* take(db)).id === change) return taken
  })
}

export const historyProcedures = {
  listHistory: host.history.listHistory.handler(({ context, input }) => listHistory(context.workspace().read, input)),

  goBackTo: host.history.goBackTo.handler(async ({ context, input }) => ({
    undone: await step(context, input.change, false, (db) => undoLast(db, undoImports(context.now())))
  })),

  goForwardTo: host.history.goForwardTo.handler(async ({ context, input }) => ({
    redone: await step(context, input.change, true, (db) => redoLast(db, undoImports(context.now())))
  })),

  restoreDeleted: host.history.restoreDeleted.handler(({ context, input }) => {
    const workspace = context.workspace()
    const areas = areasOf(readChange(workspace.read, input.change))
    return workspace.change(areas, (db) => {
      const change = findChange(db, input.change, { undone: false })
      const [listed] = listHistory(db, { offset: 0, limit: 1, deleted: true, change: change.id }).entries
      if (!listed || !change.rows) throw new CauceError('restore-there')
      const rows = restoreRows(db, change.rows)
      recordChange(db, { ...describeReturn(change), rows }, context.now())
      return { rows: rows.length }
    })
  })
}
