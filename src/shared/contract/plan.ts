import { z } from 'zod'
import { Display, ItemId } from '../diagrams/diagram.ts'
import { IsoDate, procedure, RowId } from './base.ts'

/** Something someone will do by a date for a segment. No action is kept without an owner and a date. */
export const Action = z.object({
  id: RowId,
  title: z.string(),
  owner: z.string(),
  dueDate: IsoDate,
  segmentId: z.string().nullable(),
  status: z.enum(['open', 'done', 'dropped']),
  walkId: RowId.nullable(),
  modelId: z.string().nullable(),
  elementId: z.string().nullable(),
  completedAt: z.string().nullable()
})
export type Action = z.infer<typeof Action>

export const NewAction = z.object({
  title: z.string().trim().min(1).max(500),
  owner: z.string().trim().min(1).max(200),
  dueDate: IsoDate,
  segmentId: z.string().nullable().default(null),
  walkId: RowId.nullable().default(null),
  modelId: z.string().nullable().default(null),
  elementId: z.string().nullable().default(null)
})

/**
 * The shape an action is added at. `link`: the shape stands for it from now on, shown as `display` says; `step`: it came out of the
 * shape as a step of a walk.
 */
export const ActionShape = z.object({
  diagramId: RowId,
  shapeId: ItemId,
  as: z.enum(['link', 'step']),
  display: Display.optional()
})
export type ActionShape = z.infer<typeof ActionShape>

/** A shape of a diagram that has to do with an action: it came out of it, or the shape stands for it. */
export const ActionPlace = z.object({
  actionId: RowId,
  diagramId: RowId,
  diagram: z.string(),
  shapeId: ItemId,
  /** What stands on the shape; '' for nothing. */
  label: z.string()
})
export type ActionPlace = z.infer<typeof ActionPlace>

export const plan = {
  listActions: procedure.input(z.object({ walkId: RowId.optional() }).default({})).output(z.array(Action)),
  /** With `shape`, action and shape change as one step for undo; `not-found` when the shape is gone. */
  addAction: procedure.input(NewAction.extend({ shape: ActionShape.optional() })).output(Action),
  /** Where actions stand in diagrams, by diagram and action. */
  listPlaces: procedure.output(z.array(ActionPlace)),
  updateAction: procedure
    .input(
      z.object({
        id: RowId,
        title: NewAction.shape.title.optional(),
        owner: NewAction.shape.owner.optional(),
        dueDate: IsoDate.optional(),
        segmentId: z.string().nullable().optional(),
        status: Action.shape.status.optional()
      })
    )
    .output(Action),
  deleteAction: procedure.input(z.object({ id: RowId })).output(z.null())
}
