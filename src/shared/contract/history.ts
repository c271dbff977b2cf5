import { z } from 'zod'
import { Page, procedure } from './base.ts'
import { ChangeEntry } from './workspace.ts'

/** One entry of the change log as the history shows it. */
export const HistoryEntry = ChangeEntry.extend({
  /** When it was made, ISO date-time. */
  at: z.string(),
  /** Rows it touched; an import counts what it made and changed. */
  rows: z.number().int(),
  /** Taken back, and still there to be done again. */
  isUndone: z.boolean(),
  /** The import it stands for. */
  batch: z.number().int().nullable(),
  /** It deleted something that can be brought back by itself: how many rows. */
  restorable: z.number().int()
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

export const history = {
  /** Every change a person made, the newest first. `deleted`: only what deleted something that is still gone. */
  listHistory: procedure
    .input(Page.extend({ deleted: z.boolean().default(false) }))
    .output(z.object({ total: z.number().int(), entries: z.array(HistoryEntry) })),
  /** Takes back this change and everything after it, or does everything up to it again; all of it or, when something stands in the way, nothing. */
  goBackTo: procedure.input(z.object({ change: z.number().int() })).output(z.object({ undone: z.number().int() })),
  goForwardTo: procedure.input(z.object({ change: z.number().int() })).output(z.object({ redone: z.number().int() })),
  /** Brings back what a change deleted, leaving what was done since; one undoable change of its own. */
  restoreDeleted: procedure.input(z.object({ change: z.number().int() })).output(z.object({ rows: z.number().int() }))
}
