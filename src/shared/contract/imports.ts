import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Recipe, StepReport } from '../cleaning/recipe.ts'
import { MATCH_KEYS } from '../domain/match-keys.ts'
import { Text } from '../domain/text.ts'
import { ATTRIBUTE_TYPES } from '../segments/find-field.ts'
import { PickedFile } from './shell.ts'
import { DataKind, FileToken, IsoDate, Minor, procedure } from './base.ts'

/** `own`: saved by a person in this workspace; the others come with the app. */
export const Preset = z.object({ id: z.string(), kind: DataKind, name: Text, own: z.boolean() })
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

/**
 * A cell as written and as read with what was found: a date as ISO date, an amount as plain decimal with a point, yes and no as
 * `true` and `false`; null: it can't be read so. `otherwise`: the second reading where there are two (the column asks then).
 */
export const SampleRead = z.object({ written: z.string(), read: z.string().nullable(), otherwise: z.string().nullable() })
export type SampleRead = z.infer<typeof SampleRead>

export const ColumnType = z.enum(['text', 'integer', 'amount', 'date', 'email', 'phone', 'boolean', 'empty'])
/** A column as found: what it is called, what it seems to hold, and which field it goes to (null: left out). */
export const Column = z.object({
  index: z.number().int(),
  name: z.string(),
  field: z.string().nullable(),
  type: ColumnType,
  samples: z.array(z.string()),
  /** The first samples and how they are read; empty where a column is taken as it stands. */
  samplesRead: z.array(SampleRead),
  filled: z.number().int(),
  decimal: DecimalMark.nullable(),
  dateOrder: DateOrder.nullable(),
  /** Which question the person must answer before the column can be read; null: none. */
  ambiguous: z.enum(['decimal', 'date-order']).nullable()
})
export type Column = z.infer<typeof Column>

export const Field = z.object({ id: z.string(), type: ColumnType, required: z.boolean(), name: Text })
export type Field = z.infer<typeof Field>

export { ATTRIBUTE_TYPES }
/** A column of the person's own that customers carry. `id` is what it is known by for good; it starts as the name. */
export const Attribute = z.object({
  id: z.string().trim().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  type: z.enum(ATTRIBUTE_TYPES)
})
export type Attribute = z.infer<typeof Attribute>
/** A column goes to the attribute `Puntos` by the field `attribute:Puntos`. */
export const ATTRIBUTE_FIELD_PREFIX = 'attribute:'

/** Where one field comes from. `index` may also name a column that the recipe adds after those of the file. */
export const MappedColumn = z.object({
  index: z.number().int(),
  /** Id of a field of the kind, or `attribute:` and the id of an attribute. */
  field: z.string(),
  decimal: DecimalMark.nullable(),
  dateOrder: DateOrder.nullable(),
  /** For a field `attribute:…` that the workspace does not know yet: what to make. Ignored when it knows it. */
  attribute: Attribute.pick({ name: true, type: true }).optional()
})
export type MappedColumn = z.infer<typeof MappedColumn>

const MatchKey = z.enum(MATCH_KEYS)

export const ImportSettings = z.object({
  fileToken: FileToken,
  kind: DataKind,
  preset: z.string().nullable(),
  dialect: Dialect,
  columns: z.array(MappedColumn),
  /** What to do with a row that matches a record already there. */
  onMatch: z.enum(['update', 'skip', 'create']).default('update'),
  /** In which order a customer is looked for; the first key that finds somebody decides. Absent: `USUAL_MATCH_KEYS`. */
  matchBy: z.array(MatchKey).min(1).optional(),
  /** For rows about a customer nobody knows (every kind but customers): make the customer, or refuse the row. Absent: create. */
  unknownCustomers: z.enum(['create', 'refuse']).optional(),
  /** Which sheet of a workbook, or file of an archive. */
  sheet: z.string().optional(),
  /** Currency of the amounts where no column says it (ISO 4217): must be the workspace's. Absent: the workspace's. */
  currency: z.string().length(3).optional(),
  /** What is done to the cells before they are read. */
  recipe: Recipe.optional()
})
export type ImportSettings = z.infer<typeof ImportSettings>
/** What a past import was done with, for doing it again with another file. */
export const KeptSettings = ImportSettings.omit({ fileToken: true })
export type KeptSettings = z.infer<typeof KeptSettings>

/** What kind of file the data stands in. */
export const SOURCES = ['delimited', 'workbook', 'vcard', 'archive'] as const
/** One of several tables in a file: a sheet of a workbook, a CSV of an archive. */
export const Sheet = z.object({ name: z.string(), rows: z.number().int() })
export type Sheet = z.infer<typeof Sheet>

export const Inspection = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  source: z.enum(SOURCES),
  /** The tables to choose from; empty when the file is one table. */
  sheets: z.array(Sheet),
  /** The table looked at: the one asked for, else the first with data. */
  sheet: z.string().nullable(),
  dialect: Dialect,
  /** Data rows below the header: exact when the file is small, estimated from the sample otherwise. */
  rows: z.number().int(),
  rowsExact: z.boolean(),
  /** Rows the preset leaves out (payments that failed, the lines below a report); not counted in `rows`. */
  rowsLeftOut: z.number().int(),
  preset: z.string().nullable(),
  /** What a person saved with their own preset, fitted to this file's columns; null for the app's presets. */
  saved: KeptSettings.nullable(),
  kind: DataKind,
  /** Currencies of the amounts that are not the workspace's: ISO codes, or the symbol as written. Empty: none seen. */
  otherCurrencies: z.array(z.string()),
  columns: z.array(Column),
  /** How many of the columns are the file's own; those the recipe adds stand after them. */
  fileColumns: z.number().int(),
  /** What each step of the recipe did to the rows looked at (all of them, or the first 100,000); empty without a recipe. */
  cleaning: z.array(StepReport),
  sampleRows: z.array(z.array(z.string())),
  /** The fields this kind can be mapped to. */
  fields: z.array(Field)
})
export type Inspection = z.infer<typeof Inspection>

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
  /** Customers made here whom the ledger of erasures names: they asked to be forgotten, and a file still holds them. */
  erasedAgain: z.number().int().optional(),
  /** Customers whose attributes a file of their records changed. */
  customersUpdated: z.number().int(),
  /** Campaigns made by a file of their members (each row one member; a file of campaigns alone counts them as created). */
  campaignsCreated: z.number().int(),
  /**
   * What the records taken say together: "412 orders, 38.120,55 €, 2024-01-03 to 2026-10-31". `records`: of the kind, those
   * made, changed and left as they are. `amountMinor` null: the kind has no amounts. Null for customers.
   */
  totals: z
    .object({ records: z.number().int(), amountMinor: Minor.nullable(), from: IsoDate.nullable(), to: IsoDate.nullable() })
    .nullable(),
  /** Attributes the columns went to, and which of them this import made. */
  attributes: z.array(Attribute.extend({ isNew: z.boolean() })),
  /** What each step of the recipe did; empty without a recipe. */
  cleaning: z.array(StepReport),
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

/** An import that was made. */
export const Batch = z.object({
  id: z.number().int(),
  kind: DataKind,
  preset: z.string().nullable(),
  fileName: z.string(),
  at: z.string(),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  rejected: z.number().int(),
  undone: z.boolean(),
  /** Null: made by an older version in a way that can't be repeated. */
  settings: KeptSettings.nullable()
})
export type Batch = z.infer<typeof Batch>

/** Tables whose records say where they came from. */
export const ORIGIN_TABLES = ['customers', 'orders', 'interactions', 'complaints', 'consents', 'surveys', 'campaigns'] as const
/** An import as named at a record. */
const OriginImport = z.object({ batch: z.number().int(), kind: DataKind, fileName: z.string(), at: z.string() })
/** Where a record came from. Columns are those of the table; amounts are whole minor units there. */
export const Origins = z.object({
  /** The import that made it; null: a person or the sample did. */
  madeBy: OriginImport.nullable(),
  /** Imports that changed it, the latest first, with the values before and after. */
  changedBy: z.array(
    OriginImport.extend({
      values: z.array(
        z.object({
          column: z.string(),
          before: z.union([z.string(), z.number()]).nullable(),
          after: z.union([z.string(), z.number()]).nullable()
        })
      )
    })
  )
})
export type Origins = z.infer<typeof Origins>

const PresetRef = z.object({ id: z.string() })
const PresetName = z.string().trim().min(1).max(80)

export const imports = {
  listPresets: procedure.output(z.array(Preset)),
  /** Keeps how a file was mapped, under a name; `headers`: the file's column names, by which it is recognised. Answers with the preset's id. */
  savePreset: procedure
    .input(z.object({ name: PresetName, headers: z.array(z.string()).min(1), settings: KeptSettings }))
    .output(PresetRef),
  renamePreset: procedure.input(PresetRef.extend({ name: PresetName })).output(z.null()),
  deletePreset: procedure.input(PresetRef).output(z.null()),
  /** An own preset as a JSON file, and back. */
  exportPreset: procedure.input(PresetRef.extend({ fileToken: FileToken })).output(z.object({ bytes: z.number().int() })),
  importPreset: procedure.input(z.object({ fileToken: FileToken })).output(PresetRef),
  /** Text from the clipboard becomes a file like one that was dropped; `name` is what it is called in the list of imports. */
  pasteText: procedure.input(z.object({ text: z.string().min(1).max(64_000_000), name: z.string().min(1).max(80) })).output(PickedFile),
  /** Reads without importing. Give `dialect`, `kind`, `preset` or `sheet` to overrule what was found; preset `none`: no preset. */
  inspectFile: procedure
    .input(
      z.object({
        fileToken: FileToken,
        dialect: Dialect.partial().optional(),
        kind: DataKind.optional(),
        preset: z.string().optional(),
        sheet: z.string().optional(),
        /** Look at the columns as they are after these steps; absent: the recipe of the own preset found, if any. */
        recipe: Recipe.optional()
      })
    )
    .output(Inspection),
  /** The person turned to something else: what was kept to read the file goes. */
  leaveFile: procedure.input(z.object({ fileToken: FileToken })).output(z.null()),
  /** The same run as `runImport` on the same data, rolled back: what it says is what the import will do. */
  forecastImport: procedure.input(ImportSettings).output(ImportEvents),
  runImport: procedure.input(ImportSettings).output(ImportEvents),
  /** Writes the refused rows, as they stand in the file, with a column that says why. */
  saveRejects: procedure.input(ImportSettings.extend({ outToken: FileToken })).output(z.object({ rows: z.number().int() })),
  /** Every import, the latest first. */
  listBatches: procedure.output(z.array(Batch)),
  /** Every attribute customers can carry, by name. */
  listAttributes: procedure.output(z.array(Attribute)),
  listOrigins: procedure.input(z.object({ table: z.enum(ORIGIN_TABLES), id: z.number().int() })).output(Origins),
  undoBatch: procedure.input(z.object({ batch: z.number().int() })).output(z.object({ id: z.number().int(), kind: z.string() }))
}
