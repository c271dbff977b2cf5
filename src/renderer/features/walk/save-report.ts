import { client } from '../../api/client.ts'
import { refuse, shell } from '../../api/shell.ts'
import type { FilePurpose } from '../../../shared/contract/shell.ts'
import type { ReportRequest } from '../../../shared/contract/reports.ts'

export const REPORT_KINDS = ['pdf', 'markdown', 'html', 'svg', 'png'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

interface Writer {
  readonly purpose: FilePurpose
  readonly ending: string
  readonly write: (request: ReportRequest, fileToken: string) => Promise<unknown>
}
const PNG_SCALE = 2
const writers: Readonly<Record<ReportKind, Writer>> = {
  pdf: {
    purpose: 'save-report-pdf',
    ending: 'pdf',
    write: async (request, fileToken) => accept(await shell('saveReportPdf', { ...request, fileToken }))
  },
  markdown: {
    purpose: 'save-report-md',
    ending: 'md',
    write: (request, fileToken) => client.reports.saveReport({ ...request, format: 'md', fileToken })
  },
  html: {
    purpose: 'save-report-html',
    ending: 'html',
    write: (request, fileToken) => client.reports.saveReport({ ...request, format: 'html', fileToken })
  },
  svg: { purpose: 'save-diagram-svg', ending: 'svg', write: (request, fileToken) => client.reports.saveDiagram({ ...request, fileToken }) },
  png: {
    purpose: 'save-diagram-png',
    ending: 'png',
    write: async (request, fileToken) => accept(await shell('saveDiagramPng', { ...request, fileToken, scale: PNG_SCALE }))
  }
}

function accept(answer: { bytes: number } | { error: Parameters<typeof refuse>[0] }): void {
  if ('error' in answer) refuse(answer.error)
}

/** Asks where, then writes. Returns the file's name, or null when the person cancelled; throws a refusal. */
export async function saveReport(kind: ReportKind, request: ReportRequest, baseName: string): Promise<string | null> {
  const { purpose, ending, write } = writers[kind]
  const file = await shell('pickFile', { purpose, suggestedName: `${baseName}.${ending}` })
  if (!file) return null
  await write(request, file.token)
  return file.name
}
