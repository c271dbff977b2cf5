import { z } from 'zod'
import { Language } from '../domain/text.ts'
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
  /** CSV by subject; `all`: a folder's worth in one zip is a later matter, today one CSV per call. */
  exportData: procedure
    .input(z.object({ what: z.enum(['customers', 'orders', 'segments']), fileToken: FileToken }))
    .output(z.object({ rows: z.number().int() }))
}
