import type { ReportRequest } from '../../shared/contract/reports.ts'
import type { FilePurpose, Refusal } from '../../shared/contract/shell.ts'
import { client } from './client.ts'
import { refuse, shell } from './shell.ts'

/** Files about one model or walk. */
export const DOCUMENT_KINDS = ['pdf', 'html', 'markdown', 'svg', 'png'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

interface Writer {
  readonly purpose: FilePurpose
  readonly ending: string
  readonly write: (request: ReportRequest, fileToken: string) => Promise<unknown>
}

/** Twice the size on paper: sharp when projected. */
const PNG_SCALE = 2
const WRITERS: Readonly<Record<DocumentKind, Writer>> = {
  pdf: {
    purpose: 'save-report-pdf',
    ending: 'pdf',
    write: async (request, fileToken) => {
      accept(await shell('saveReportPdf', { ...request, fileToken }))
    }
  },
  html: {
    purpose: 'save-report-html',
    ending: 'html',
    write: (request, fileToken) => client.reports.saveReport({ ...request, format: 'html', fileToken })
  },
  markdown: {
    purpose: 'save-report-md',
    ending: 'md',
    write: (request, fileToken) => client.reports.saveReport({ ...request, format: 'md', fileToken })
  },
  svg: { purpose: 'save-diagram-svg', ending: 'svg', write: (request, fileToken) => client.reports.saveDiagram({ ...request, fileToken }) },
  png: {
    purpose: 'save-diagram-png',
    ending: 'png',
    write: async (request, fileToken) => {
      accept(await shell('saveDiagramPng', { ...request, fileToken, scale: PNG_SCALE }))
    }
  }
}

function accept(answer: { bytes: number } | { error: Refusal }): void {
  if ('error' in answer) refuse(answer.error)
}

/** Asks where, then writes. Returns the file's name, or null when the person cancelled; throws a refusal. */
export async function saveDocument(kind: DocumentKind, request: ReportRequest, baseName: string): Promise<string | null> {
  const { purpose, ending, write } = WRITERS[kind]
  const file = await shell('pickFile', { purpose, suggestedName: `${baseName}.${ending}` })
  if (!file) return null
  await write(request, file.token)
  return file.name
}

const TABLES = { customers: 'save-customers', orders: 'save-orders', segments: 'save-segments' } as const
export type TableKind = keyof typeof TABLES

/** Asks where, then writes the table as CSV. Returns the rows written, or null when the person cancelled; throws a refusal. */
export async function saveTable(what: TableKind, baseName: string): Promise<number | null> {
  const file = await shell('pickFile', { purpose: TABLES[what], suggestedName: `${baseName}.csv` })
  return file && (await client.reports.exportData({ what, fileToken: file.token })).rows
}
