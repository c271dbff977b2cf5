import { atomicWrite } from '../../files/atomic-write.ts'
import { embedInDrawing, writeSheet } from '../reports/chart-files.ts'
import { embedFonts } from '../reports/embed-fonts.ts'
import { host } from './base.ts'

export const chartsProcedures = {
  renderDrawing: host.charts.renderDrawing.handler(({ context, input }) =>
    embedInDrawing(input, (words) => embedFonts(context.resourcesDir, words))
  ),
  saveDrawing: host.charts.saveDrawing.handler(async ({ context, input: { fileToken, ...drawing } }) => {
    const path = context.files.resolve(fileToken)
    const { svg } = embedInDrawing(drawing, (words) => embedFonts(context.resourcesDir, words))
    return { bytes: await atomicWrite(path, svg) }
  }),
  saveSheet: host.charts.saveSheet.handler(async ({ context, input: { fileToken, ...sheet } }) => {
    await atomicWrite(context.files.resolve(fileToken), writeSheet(sheet))
    return { rows: sheet.rows.length }
  })
}
