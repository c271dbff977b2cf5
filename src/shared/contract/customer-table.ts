import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Text } from '../domain/text.ts'
import { FileToken, procedure, RowId } from './base.ts'
import { CustomerFilter, CustomerSelection, CustomerSort } from './customers.ts'

/** How the table is laid out: columns in their order (`width` in pixels where a person set it), order of rows, filters. */
export const TableLayout = z.object({
  columns: z
    .array(z.object({ id: z.string().max(220), width: z.number().int().min(40).max(1200).optional() }))
    .min(1)
    .max(80),
  sort: CustomerSort,
  filter: CustomerFilter
})
export type TableLayout = z.infer<typeof TableLayout>

const ViewName = z.string().trim().min(1).max(100)
export const CustomerView = z.object({ id: z.string(), name: ViewName, layout: TableLayout })
export type CustomerView = z.infer<typeof CustomerView>

/** Fields that can be set for many customers at once, and whether one may be emptied. */
export const BULK_FIELDS = [
  'type',
  'city',
  'region',
  'country',
  'language',
  'acquisition-channel',
  'partner',
  'owner',
  'lost-reason',
  'status'
] as const
export const BulkField = z.enum(BULK_FIELDS)
export type BulkField = z.infer<typeof BulkField>

const Tag = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^,;|]+$/)

/** One change made to everybody selected; one step of undo. */
export const BulkEdit = z.discriminatedUnion('do', [
  z.object({ do: z.literal('set'), field: BulkField, value: z.string().trim().max(500).nullable() }),
  z.object({ do: z.literal('tag'), tag: Tag }),
  z.object({ do: z.literal('untag'), tag: Tag }),
  z.object({
    do: z.literal('campaign'),
    campaign: z.union([
      z.object({ id: RowId }),
      z.object({
        name: z.string().trim().min(1).max(200),
        goal: z.enum(['acquisition', 'onboarding', 'retention', 'development', 'winback'])
      })
    ])
  }),
  z.object({
    do: z.literal('list'),
    list: z.union([z.object({ id: z.string().min(1).max(200) }), z.object({ name: z.string().trim().min(1).max(200) })])
  }),
  /** With everything recorded about them. */
  z.object({ do: z.literal('delete') })
])
export type BulkEdit = z.infer<typeof BulkEdit>

export const BulkProgress = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), done: z.number().int(), total: z.number().int() }),
  /** `unchanged`: already as asked. */
  z.object({ state: z.literal('done'), changed: z.number().int(), unchanged: z.number().int() })
])
export type BulkProgress = z.infer<typeof BulkProgress>

/**
 * `excel-es`: what a Spanish Excel opens by a double click (BOM, semicolons, decimal comma); `csv`: UTF-8, commas; `exact`: the
 * same without the mark against formulas, for machines; `xlsx`: a workbook.
 */
export const EXPORT_FORMATS = ['xlsx', 'excel-es', 'csv', 'exact'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>

export const customerTable = {
  listViews: procedure.output(z.array(CustomerView)),
  /** A new view (without `id`), or another layout or name for one. */
  saveView: procedure
    .input(z.object({ id: z.string().optional(), name: ViewName, layout: TableLayout }))
    .output(z.object({ id: z.string() })),
  renameView: procedure.input(z.object({ id: z.string(), name: ViewName })).output(z.null()),
  deleteView: procedure.input(z.object({ id: z.string() })).output(z.null()),
  /** How the table stood last; null: never laid out. */
  getLayout: procedure.output(z.object({ viewId: z.string().nullable(), layout: TableLayout }).nullable()),
  rememberLayout: procedure.input(z.object({ viewId: z.string().nullable(), layout: TableLayout })).output(z.null()),

  /** Fixed lists, which take members. */
  listLists: procedure.output(z.array(z.object({ id: z.string(), name: Text }))),
  editSelection: procedure.input(z.object({ selection: CustomerSelection, edit: BulkEdit })).output(eventIterator(BulkProgress)),

  /** `columns`: as shown, in their order; null: every field of the record, by names that an import knows. */
  exportSelection: procedure
    .input(
      z.object({
        fileToken: FileToken,
        selection: CustomerSelection,
        sort: CustomerSort,
        columns: z.array(z.string().max(220)).max(80).nullable(),
        format: ExportFormat,
        language: z.enum(['en', 'es'])
      })
    )
    .output(z.object({ rows: z.number().int() }))
}
