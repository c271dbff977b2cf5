import { z } from 'zod'
import { Language } from '../domain/text.ts'
import { ExportFormat } from './customer-table.ts'
import { FileToken, procedure, RowId } from './base.ts'

export const ReportRequest = z.object({
  modelId: z.string(),
  /** Without a walk: the evidence only. */
  walkId: RowId.optional(),
  /** The view of the model it tells of; without it, the model as it stands. A walk is told in the view it was begun in. */
  view: z.string().optional(),
  language: Language
})
export type ReportRequest = z.infer<typeof ReportRequest>

export const reports = {
  /** The report as one self-contained document (no script, no outside address); main prints the HTML to PDF. */
  renderReport: procedure
    .input(ReportRequest.extend({ format: z.enum(['md', 'html']) }))
    .output(z.object({ text: z.string(), title: z.string() })),
  saveReport: procedure
    .input(ReportRequest.extend({ format: z.enum(['md', 'html']), fileToken: FileToken }))
    .output(z.object({ bytes: z.number().int() })),
  /** The model's diagram with its live figures as one SVG document. */
  renderDiagram: procedure.input(ReportRequest).output(z.object({ svg: z.string(), width: z.number(), height: z.number() })),
  saveDiagram: procedure.input(ReportRequest.extend({ fileToken: FileToken })).output(z.object({ bytes: z.number().int() })),
  /** Whole tables, by headers that an import knows; `all`: a workbook with a page for each, so only as XLSX. */
  exportData: procedure
    .input(
      z.object({
        what: z.enum(['customers', 'orders', 'segments', 'all']),
        fileToken: FileToken,
        format: ExportFormat.default('csv'),
        /** Of the stand-ins for names, where identities are hidden. */
        language: z.enum(['en', 'es']).default('en')
      })
    )
    .output(z.object({ rows: z.number().int() }))
}
