import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { DataKind, FileToken, IsoDate, Minor, procedure } from './base.ts'

export const Preset = z.object({ id: z.string(), kind: DataKind, name: Text })
export type Preset = z.infer<typeof Preset>

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const
export const DELIMITERS = [',', ';', '\t', '|'] as const
/** How the file is cut into cells. */
export const Dialect = z.object({
  encoding: z.enum(ENCODINGS),
  delimiter: z.enum(DELIMITERS),
  /** Zero-based record index of the header row. */
  headerRow: z.number().int().min(0)
})
export type Dialect = z.infer<typeof Dialect>

export const DecimalMark = z.enum(['dot', 'comma'])
export type DecimalMark = z.infer<typeof DecimalMark>
export const DateOrder = z.enum(['ymd', 'dmy', 'mdy'])
export type DateOrder = z.infer<typeof DateOrder>

export const ColumnType = z.enum(['text', 'integer', 'amount', 'date', 'email', 'phone', 'boolean', 'empty'])
/** A column as found: what it is called, what it seems to hold, and which field it goes to (null: left out). */
export const Column = z.object({
  index: z.number().int(),
  name: z.string(),
  field: z.string().nullable(),
  type: ColumnType,
  samples: z.array(z.string()),
  filled: z.number().int(),
  decimal: DecimalMark.nullable(),
  dateOrder: DateOrder.nullable(),
  /** Which question the person must answer before the column can be read; null: none. */
  ambiguous: z.enum(['decimal', 'date-order']).nullable()
})
export type Column = z.infer<typeof Column>

export const Field = z.object({ id: z.string(), type: ColumnType, required: z.boolean(), name: Text })
export type Field = z.infer<typeof Field>

export const Inspection = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  dialect: Dialect,
  /** Data rows below the header: exact when the file is small, estimated from the sample otherwise. */
  rows: z.number().int(),
  rowsExact: z.boolean(),
  preset: z.string().nullable(),
  kind: DataKind,
  columns: z.array(Column),
  sampleRows: z.array(z.array(z.string())),
  /** The fields this kind can be mapped to. */
  fields: z.array(Field)
})
export type Inspection = z.infer<typeof Inspection>

/** Where one field comes from. */
export const MappedColumn = z.object({
  index: z.number().int(),
  field: z.string(),
  decimal: DecimalMark.nullable(),
  dateOrder: DateOrder.nullable()
})
export type MappedColumn = z.infer<typeof MappedColumn>

export const ImportSettings = z.object({
  fileToken: FileToken,
  kind: DataKind,
  preset: z.string().nullable(),
  dialect: Dialect,
  columns: z.array(MappedColumn),
  /** What to do with a row that matches a record already there. */
  onMatch: z.enum(['update', 'skip', 'create']).default('update')
})
export type ImportSettings = z.infer<typeof ImportSettings>

export const Reject = z.object({ row: z.number().int(), column: z.string().nullable(), code: z.string(), message: Text })
export type Reject = z.infer<typeof Reject>

/** What an import did, or would do (forecast): rows = created + updated + unchanged + rejected (+ folded lines of one order). */
export const ImportResult = z.object({
  batch: z.number().int().nullable(),
  kind: DataKind,
  preset: z.string().nullable(),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  /** Lines that were added up into an order counted once above (order lines). */
  folded: z.number().int(),
  /** Customers made because only an order names them. */
  customersCreated: z.number().int(),
  totals: z.object({ amountMinor: Minor, from: IsoDate.nullable(), to: IsoDate.nullable() }).nullable(),
  /** The first refused rows, at most 1,000. */
  rejects: z.array(Reject),
  ms: z.number()
})
export type ImportResult = z.infer<typeof ImportResult>

export const ImportProgress = z.object({
  phase: z.enum(['reading', 'writing', 'figures']),
  rows: z.number().int(),
  bytes: z.number(),
  totalBytes: z.number(),
  rowsPerSecond: z.number()
})
export type ImportProgress = z.infer<typeof ImportProgress>

/** Yields progress, then exactly one result. Abort the call's signal to cancel: nothing is kept. */
const ImportEvents = eventIterator(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('progress'), progress: ImportProgress }),
    z.object({ type: z.literal('result'), result: ImportResult })
  ])
)

export const Batch = z.object({
  id: z.number().int(),
  kind: DataKind,
  fileName: z.string(),
  at: z.string(),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  rejected: z.number().int(),
  undone: z.boolean()
})
export type Batch = z.infer<typeof Batch>

export const imports = {
  listPresets: procedure.output(z.array(Preset)),
  /** Reads without importing. Give `dialect`, `kind` or `preset` to overrule what was found. */
  inspectFile: procedure
    .input(
      z.object({ fileToken: FileToken, dialect: Dialect.partial().optional(), kind: DataKind.optional(), preset: z.string().optional() })
    )
    .output(Inspection),
  /** The same run as `runImport` on the same data, rolled back: what it says is what the import will do. */
  forecastImport: procedure.input(ImportSettings).output(ImportEvents),
  runImport: procedure.input(ImportSettings).output(ImportEvents),
  /** Writes the refused rows, as they stand in the file, with a column that says why. */
  saveRejects: procedure.input(ImportSettings.extend({ outToken: FileToken })).output(z.object({ rows: z.number().int() })),
  listBatches: procedure.output(z.array(Batch)),
  undoBatch: procedure.input(z.object({ batch: z.number().int() })).output(z.object({ id: z.number().int(), kind: z.string() }))
}
