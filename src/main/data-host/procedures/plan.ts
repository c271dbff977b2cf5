import type Database from 'better-sqlite3'
import type { Action, ActionShape } from '../../../shared/contract/plan.ts'
import { isCalendarDay } from '../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { isShape, type DiagramShape } from '../../../shared/diagrams/diagram.ts'
import { addActionId } from '../../../shared/diagrams/shape-actions.ts'
import { recordChange, type RowChange } from '../database/changes.ts'
import { trackNewRow, trackRows } from '../database/row-log.ts'
import { applyPatch } from '../diagrams/apply-patch.ts'
import { keepVersionBefore } from '../diagrams/versions/keep-version.ts'
import { listActionPlaces } from '../repositories/action-places.ts'
import { deleteAction, insertAction, listActions, readAction, updateAction } from '../repositories/actions.ts'
import { readDiagramEntry, readItem } from '../repositories/diagrams.ts'
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

/** The shape with the action, in the same step as the action itself. */
function putOnShape(db: Database.Database, { diagramId, shapeId, as, display }: ActionShape, actionId: number, now: Date): RowChange[] {
  const found = readDiagramEntry(db, diagramId) && readItem(db, diagramId, shapeId)
  if (!found || !isShape(found)) throw new CauceError('not-found')
  keepVersionBefore(db, diagramId, now)
  const shape: DiagramShape =
    as === 'step' ? addActionId(found, actionId) : { ...found, link: { to: 'action', actionId }, ...(display && { display }) }
  return applyPatch(db, diagramId, { put: [shape], remove: [] }, now)
}

export const planProcedures = {
  listActions: host.plan.listActions.handler(({ context, input }) => listActions(context.workspace().read, input.walkId)),

  listPlaces: host.plan.listPlaces.handler(({ context }) => listActionPlaces(context.workspace().read)),

  addAction: host.plan.addAction.handler(({ context, input: { shape, ...input } }) => {
    requireOwnerAndDate(input)
    return context.workspace().change(shape ? ['plan', 'diagrams'] : ['plan'], (db) => {
      if (input.walkId !== null && db.prepare('SELECT 1 FROM walks WHERE id = ?').get(input.walkId) === undefined)
        throw new CauceError('not-found')
      const id = insertAction(db, input, context.now().toISOString())
      const rows = [...trackNewRow(db, 'actions', { id }), ...(shape ? putOnShape(db, shape, id, context.now()) : [])]
      recordChange(db, { kind: 'action-added', details: { title: input.title }, rows }, context.now())
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
