import { join } from 'node:path'
import { WorkFile } from '../../../files/work-file.ts'
import { formatRecord } from '../reading/split.ts'
import type { Archive } from './archive.ts'
import { readSheetRows } from './sheet-rows.ts'
import type { MadeTable } from './tables.ts'
import { readWorkbookIndex } from './workbook-index.ts'

/**
 * Every sheet of a workbook as a UTF-8 table in `folder`, those a person sees first. Line n of a table is row n of the sheet
 * (line ends inside cells aside), so that what is said of a row names the row the person sees.
 */
export async function convertWorkbook(archive: Archive, workbook: string, folder: string): Promise<MadeTable[]> {
  const index = await readWorkbookIndex(archive, workbook)
  const sheets = [...index.sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden))
  const tables: MadeTable[] = []
  for (const [at, { name, part }] of sheets.entries()) {
    const path = join(folder, `${String(at)}.csv`)
    const file = new WorkFile(path)
    try {
      let written = 0
      let rows = 0
      await readSheetRows(archive.read(part), index, (cells, row) => {
        file.write(`${'\n'.repeat(row - 1 - written)}${formatRecord(cells, ',')}\n`)
        written = row
        rows++
      })
      tables.push({ name, rows: Math.max(0, rows - 1), path, isText: true })
    } finally {
      file.close()
    }
  }
  return tables
}
