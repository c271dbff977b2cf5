import { z } from 'zod'
import { FileToken, procedure } from './base.ts'

/** A chart the window drew: one SVG document without fonts, script or outside address. */
export const Drawing = z.object({
  svg: z.string().startsWith('<svg ').max(20_000_000),
  width: z.number().positive(),
  height: z.number().positive()
})
export type Drawing = z.infer<typeof Drawing>

export const ChartSheet = z.object({
  columns: z.array(z.object({ title: z.string(), type: z.enum(['text', 'number', 'date']) })).min(1),
  rows: z.array(z.array(z.string().or(z.number()).nullable())).max(1_000_000)
})
export type ChartSheet = z.infer<typeof ChartSheet>

/** Files of the window's charts. */
export const charts = {
  /** The drawing with the fonts it is set in inside it. */
  renderDrawing: procedure.input(Drawing).output(Drawing),
  saveDrawing: procedure.input(Drawing.extend({ fileToken: FileToken })).output(z.object({ bytes: z.number().int() })),
  /** The data behind a chart as CSV, written as every other table of the app. */
  saveSheet: procedure.input(ChartSheet.extend({ fileToken: FileToken })).output(z.object({ rows: z.number().int() }))
}
