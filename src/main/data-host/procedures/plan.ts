import type Database from 'better-sqlite3'
import type { Action } from '../../../shared/contract/plan.ts'
import { isCalendarDay } from '../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { recordChange } from '../database/changes.ts'
import { trackNewRow, trackRows } from '../database/row-log.ts'
import { deleteAction, insertAction, listActions, readAction, updateAction } from '../repositories/actions.ts'
import { host } from './base.ts'

/** The action, or `not-found`. */
function findAction(db: Database.Database, id: number): Action {
  const action = readAction(db, id)
  if (!action) throw new CauceError('not-found')
  return action
}

/** No action is kept without somebody who does it and a day that exists in the calendar. */
function requireOwnerAndDate({ owner, dueDate }: { owner?: string | undefined; dueDate?: string | undefined }): void {
  if (owner === '' || (dueDate !== undefined && !isCalendarDay(dueDate))) throw new CauceError('action-incomplete')
}

export const planProcedures = {
  listActions: host.plan.listActions.handler(({ context, input }) => listActions(context.workspace().read, input.walkId)),

  addAction: host.plan.addAction.handler(({ context, input }) => {
    requireOwnerAndDate(input)
    return context.workspace().change(['plan'], (db) => {
      if (input.walkId !== null && db.prepare('SELECT 1 FROM walks WHERE id = ?').get(input.walkId) === undefined)
        throw new CauceError('not-found')
      const id = insertAction(db, input, context.now().toISOString())
      recordChange(db, { kind: 'action-added', details: { title: input.title }, rows: trackNewRow(db, 'actions', { id }) }, context.now())
      return findAction(db, id)
    })
  }),

  updateAction: host.plan.updateAction.handler(({ context, input: { id, ...fields } }) => {
    requireOwnerAndDate(fields)
    return context.workspace().change(['plan'], (db) => {
      const { title, status } = findAction(db, id)
      const completedAt =
        fields.status === undefined || fields.status === status ? undefined : fields.status === 'done' ? context.now().toISOString() : null
      const { rows } = trackRows(db, [{ table: 'actions', where: { id } }], () => {
        updateAction(db, id, { ...fields, completedAt })
      })
      if (rows.length > 0) recordChange(db, { kind: 'action-changed', details: { title }, rows }, context.now())
      return findAction(db, id)
    })
  }),

  deleteAction: host.plan.deleteAction.handler(({ context, input: { id } }) =>
    context.workspace().change(['plan'], (db) => {
      const { title } = findAction(db, id)
      const { rows } = trackRows(db, [{ table: 'actions', where: { id } }], () => {
        deleteAction(db, id)
      })
      recordChange(db, { kind: 'action-deleted', details: { title }, rows }, context.now())
      return null
    })
  )
}
