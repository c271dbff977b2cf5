import type { FilePurpose } from '../../shared/contract/shell.ts'
import type { ChartDocument, ChartFile } from '../ui/charts/chart-saver.tsx'
import { writePlain, type ColumnType } from '../ui/charts/table.ts'
import { client } from './client.ts'
import { refuse, shell } from './shell.ts'

/** Twice the size on paper: sharp when projected. */
const PNG_SCALE = 2
const PURPOSES: Readonly<Record<ChartFile, FilePurpose>> = { svg: 'save-chart-svg', png: 'save-chart-png', csv: 'save-chart-csv' }
const SHEET_TYPES: Readonly<Record<ColumnType, 'text' | 'number' | 'date'>> = {
  text: 'text',
  date: 'date',
  count: 'number',
  money: 'number',
  share: 'number',
  number: 'number'
}

/** Asks where, then writes the drawing or its data. Returns whether it was written; throws a refusal. */
export async function saveChart(kind: ChartFile, { name, drawing, data }: ChartDocument, currency: string): Promise<boolean> {
  const file = await shell('pickFile', { purpose: PURPOSES[kind], suggestedName: `${name}.${kind}` })
  if (!file) return false
  const { token: fileToken } = file
  if (kind === 'svg') await client.charts.saveDrawing({ ...drawing, fileToken })
  if (kind === 'png') {
    const answer = await shell('saveChartPng', { ...drawing, fileToken, scale: PNG_SCALE })
    if ('error' in answer) refuse(answer.error)
  }
  if (kind === 'csv')
    await client.charts.saveSheet({
      fileToken,
      columns: data.columns.map(({ title, type }) => ({ title, type: SHEET_TYPES[type] })),
      rows: data.rows.map((row) => data.columns.map(({ type }, at) => writePlain(row[at] ?? null, type, currency)))
    })
  return true
}
