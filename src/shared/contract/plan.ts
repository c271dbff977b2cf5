import { z } from 'zod'
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

export const plan = {
  listActions: procedure.input(z.object({ walkId: RowId.optional() }).default({})).output(z.array(Action)),
  addAction: procedure.input(NewAction).output(Action),
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
