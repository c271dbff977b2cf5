import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { DataKind, FileToken, IsoDate, procedure } from './base.ts'

/** What changed, so that a window asks again only for that. `models`: what is said about their elements; `own-models`: how one is made. */
export const CHANGE_AREAS = [
  'workspace',
  'customers',
  'imports',
  'segments',
  'value',
  'models',
  'own-models',
  'walks',
  'assessments',
  'plan',
  'health',
  'privacy',
  'customer-table',
  'diagrams'
] as const
export const ChangeArea = z.enum(CHANGE_AREAS)
export type ChangeArea = z.infer<typeof ChangeArea>

export const Change = z.object({ revision: z.number().int(), areas: z.array(ChangeArea) })
export type Change = z.infer<typeof Change>

/** One entry of the change log, as undo and redo name it. `kind` is a key under `changes` in the messages. */
export const ChangeEntry = z.object({
  id: z.number().int(),
  kind: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()]))
})
export type ChangeEntry = z.infer<typeof ChangeEntry>

export const Settings = z.object({
  /** The business's name, shown as the title of Home. */
  title: z.string().min(1).max(200),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Date all figures are computed at; null: the date of the latest valid order. */
  asOf: IsoDate.nullable(),
  /** Length of the analysis window W in days. */
  windowDays: z.number().int().min(1).max(3660),
  /** Assumed gross margin where orders carry no cost (0 to 1). */
  grossMargin: z.number().min(0).max(1),
  /** A first order within this many days makes a customer new. */
  newDays: z.number().int().min(1).max(3660)
})
export type Settings = z.infer<typeof Settings>

export const WorkspaceState = z.object({
  /** File name without folder and ending. */
  name: z.string(),
  settings: Settings,
  /** The date in force: `settings.asOf`, or the latest valid order's date, or null when there is no order. */
  asOf: IsoDate.nullable(),
  firstOrderDate: IsoDate.nullable(),
  lastOrderDate: IsoDate.nullable(),
  counts: z.record(DataKind, z.number().int()),
  undo: ChangeEntry.nullable(),
  redo: ChangeEntry.nullable(),
  /** Goes up with every committed change. */
  revision: z.number().int(),
  /** When the last change was committed, ISO date-time. */
  savedAt: z.string(),
  readOnly: z.boolean()
})
export type WorkspaceState = z.infer<typeof WorkspaceState>

export const Sample = z.object({ id: z.string(), name: Text, story: Text, customers: z.number().int(), orders: z.number().int() })
export type Sample = z.infer<typeof Sample>

export const workspace = {
  /** The open workspace, or null on the start screen. */
  getState: procedure.output(WorkspaceState.nullable()),
  /** Makes a new file (refuses one that exists unless the person confirmed in the dialog) and opens it. */
  createWorkspace: procedure
    .input(
      z.object({ fileToken: FileToken, title: z.string().optional(), currency: z.string().default('EUR'), sampleId: z.string().optional() })
    )
    .output(WorkspaceState),
  openWorkspace: procedure.input(z.object({ fileToken: FileToken })).output(WorkspaceState),
  closeWorkspace: procedure.output(z.null()),
  saveCopy: procedure.input(z.object({ fileToken: FileToken })).output(z.object({ bytes: z.number().int() })),
  updateSettings: procedure.input(Settings.partial()).output(WorkspaceState),
  undo: procedure.output(ChangeEntry),
  redo: procedure.output(ChangeEntry),
  checkIntegrity: procedure.output(z.object({ ok: z.boolean(), problems: z.array(Text) })),
  listSamples: procedure.output(z.array(Sample)),
  /** Yields at once, then after every commit. */
  watchChanges: procedure.output(eventIterator(Change))
}
