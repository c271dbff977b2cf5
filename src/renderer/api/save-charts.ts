import type { FilePurpose } from '../../shared/contract/shell.ts'
import type { ChartDocument, ChartFile } from '../ui/charts/chart-saver.tsx'
import { writeHeading, writePlain, type ChartData, type ColumnType } from '../ui/charts/table.ts'
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

/** What a chart's file needs to know of the workspace: the money its amounts are in, and the date it proposes in the file's name. */
interface ChartOrigin {
  readonly currency: string
  readonly asOf: string | null
}

/** Asks where, then writes the drawing or the data. Returns whether it was written; throws a refusal. */
export async function saveChart(document: ChartDocument, { currency, asOf }: ChartOrigin): Promise<boolean> {
  const { kind, name } = document
  const suggestedName = `${[name, ...(asOf === null ? [] : [asOf])].join(' ')}.${kind}`
  const file = await shell('pickFile', { purpose: PURPOSES[kind], suggestedName })
  if (!file) return false
  const { token: fileToken } = file
  if (document.kind === 'csv') await saveData(document.data, fileToken, currency)
  else if (document.kind === 'svg') await client.charts.saveDrawing({ ...document.drawing, fileToken })
  else {
    const answer = await shell('saveChartPng', { ...document.drawing, fileToken, scale: PNG_SCALE })
    if ('error' in answer) refuse(answer.error)
  }
  return true
}

async function saveData(data: ChartData | (() => Promise<ChartData>), fileToken: string, currency: string): Promise<void> {
  const { columns, rows } = typeof data === 'function' ? await data() : data
  await client.charts.saveSheet({
    fileToken,
    columns: columns.map((column) => ({ title: writeHeading(column, currency), type: SHEET_TYPES[column.type] })),
    rows: rows.map((row) => columns.map(({ type }, at) => writePlain(row[at] ?? null, type, currency)))
  })
}
