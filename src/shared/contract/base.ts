import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ErrorCode, ErrorDetails } from '../domain/errors.ts'

/** Every procedure fails in this one shape: a code of the closed set and the values for its sentence. */
export const procedure = oc.errors({
  FAILED: { message: 'refused', data: z.object({ code: ErrorCode, details: ErrorDetails }) }
})

/** ISO calendar date, `YYYY-MM-DD`. */
export const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** Whole minor units (cents) of the workspace's currency. */
export const Minor = z.number().int()
/** 0 to 1. */
export const Share = z.number()
/**
 * Stands for a file the person chose in a dialog, dropped or named on the command line. The window never sees or names a
 * path: main (or the command line) hands the host the path that belongs to the token.
 */
export const FileToken = z.string().min(1)
export const RowId = z.number().int().positive()
export const Page = z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(100) })

/** Period of an analysis: `from` exclusive, `to` inclusive (`A−365 < date ≤ A`, domain conventions). */
export const Window = z.object({ from: IsoDate, to: IsoDate, days: z.number().int() })
export type Window = z.infer<typeof Window>

/** Kinds of data a workspace can hold; what a figure "needs" is said in these words. */
export const DATA_KINDS = ['customers', 'orders', 'order-lines', 'interactions', 'complaints', 'consents', 'surveys', 'campaigns'] as const
export const DataKind = z.enum(DATA_KINDS)
export type DataKind = z.infer<typeof DataKind>
/** The kinds a file can bring in. */
export const IMPORT_KINDS = DATA_KINDS satisfies readonly DataKind[]
export type ImportKind = (typeof IMPORT_KINDS)[number]
export const isImportKind = (kind: string): kind is ImportKind => IMPORT_KINDS.some((each) => each === kind)
