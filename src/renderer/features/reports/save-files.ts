import type { ReportRequest } from '../../../shared/contract/reports.ts'
import type { FilePurpose } from '../../../shared/contract/shell.ts'
import { client } from '../../api/client.ts'
import { refuse, shell } from '../../api/shell.ts'

/** Every file this screen writes: what it is called and how it is written. Each returns false when the dialog was cancelled. */
export const DOCUMENTS = {
  pdf: async (request: ReportRequest, name: string) =>
    save('save-report-pdf', `${name}.pdf`, async (fileToken) => {
      const answer = await shell('saveReportPdf', { ...request, fileToken })
      if ('error' in answer) refuse(answer.error)
    }),
  md: async (request: ReportRequest, name: string) =>
    save('save-report-md', `${name}.md`, (fileToken) => client.reports.saveReport({ ...request, format: 'md', fileToken })),
  html: async (request: ReportRequest, name: string) =>
    save('save-report-html', `${name}.html`, (fileToken) => client.reports.saveReport({ ...request, format: 'html', fileToken })),
  svg: async (request: ReportRequest, name: string) =>
    save('save-diagram-svg', `${name}.svg`, (fileToken) => client.reports.saveDiagram({ ...request, fileToken })),
  png: async (request: ReportRequest, name: string) =>
    save('save-diagram-png', `${name}.png`, async (fileToken) => {
      const answer = await shell('saveDiagramPng', { ...request, fileToken, scale: 2 })
      if ('error' in answer) refuse(answer.error)
    })
} as const
export type DocumentKind = keyof typeof DOCUMENTS

const TABLES = { customers: 'save-customers', orders: 'save-orders', segments: 'save-segments' } as const
export type TableKind = keyof typeof TABLES

/** Rows written; null when the dialog was cancelled. */
export async function saveTable(what: TableKind, name: string): Promise<number | null> {
  let rows: number | null = null
  await save(TABLES[what], `${name}.csv`, async (fileToken) => {
    rows = (await client.reports.exportData({ what, fileToken })).rows
  })
  return rows
}

async function save(purpose: FilePurpose, suggestedName: string, write: (fileToken: string) => Promise<unknown>): Promise<boolean> {
  const picked = await shell('pickFile', { purpose, suggestedName })
  if (!picked) return false
  await write(picked.token)
  return true
}
