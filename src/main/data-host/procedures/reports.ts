import type { ReportRequest } from '../../../shared/contract/reports.ts'
import { drawDiagramSvg } from '../../../shared/models/diagram-svg.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import type { HostContext } from '../context.ts'
import { readSettings } from '../database/settings.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { collectReport } from '../reports/collect-report.ts'
import { composeReport } from '../reports/compose-report.ts'
import { embedFonts } from '../reports/embed-fonts.ts'
import { DATA_SHEETS, type ExportInput } from '../exports/data-sheets.ts'
import { writeSheet, writeWorkbook } from '../exports/write-sheets.ts'
import { hideInReport } from '../reports/hide-in-report.ts'
import { writeHtml } from '../reports/write-html.ts'
import { writeMarkdown } from '../reports/write-markdown.ts'
import { host } from './base.ts'

const WRITERS = { html: writeHtml, md: writeMarkdown } as const

async function renderReport(
  context: HostContext,
  request: ReportRequest & { format: keyof typeof WRITERS }
): Promise<{ text: string; title: string }> {
  const document = composeReport(await hideInReport(context, await collectReport(context, request)))
  const text = WRITERS[request.format](document, (words) => embedFonts(context.resourcesDir, words))
  return { text, title: document.title }
}

async function renderDiagram(context: HostContext, request: ReportRequest): Promise<{ svg: string; width: number; height: number }> {
  const { model, evidence, language, settings } = await collectReport(context, request)
  return drawDiagramSvg({ model, evidence, language, currency: settings.currency, title: settings.title }, (words) =>
    embedFonts(context.resourcesDir, words)
  )
}

export const reportsProcedures = {
  renderReport: host.reports.renderReport.handler(({ context, input }) => renderReport(context, input)),
  saveReport: host.reports.saveReport.handler(async ({ context, input }) => {
    const path = context.files.resolve(input.fileToken)
    const { text } = await renderReport(context, input)
    return { bytes: await atomicWrite(path, text) }
  }),
  renderDiagram: host.reports.renderDiagram.handler(({ context, input }) => renderDiagram(context, input)),
  saveDiagram: host.reports.saveDiagram.handler(async ({ context, input }) => {
    const path = context.files.resolve(input.fileToken)
    const { svg } = await renderDiagram(context, input)
    return { bytes: await atomicWrite(path, svg) }
  }),
  exportData: host.reports.exportData.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const path = context.files.resolve(input.fileToken)
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const { what, format, language } = input
    const { currency } = readSettings(workspace.read)
    const from: ExportInput = { db: workspace.read, figures, currency, mask: { isOn: context.mask.isOn, language } }
    if (what !== 'all') return { rows: await writeSheet(path, format, DATA_SHEETS[what](from)) }
    if (format !== 'xlsx') throw new CauceError('not-found', { what: format })
    return { rows: await writeWorkbook(path, [DATA_SHEETS.customers(from), DATA_SHEETS.orders(from), DATA_SHEETS.segments(from)]) }
  })
}
