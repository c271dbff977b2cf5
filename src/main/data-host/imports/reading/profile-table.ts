import type { Recipe, StepReport } from '../../../../shared/cleaning/recipe.ts'
import type { Dialect } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { startCleaner } from '../cleaning/start-cleaner.ts'
import { ColumnProfile } from './profile-columns.ts'
import { readRecords } from './read-records.ts'
import { isBlank } from './split.ts'

const SAMPLE_ROWS = 20
/** Files up to this size are read to the end: their rows are counted, not estimated. */
const EXACT_BYTES = 32 * 1024 * 1024
const PROFILED_ROWS = 100_000

/** A table as found by reading it. */
export interface ProfiledTable {
  headers: string[]
  profiles: ColumnProfile[]
  sampleRows: string[][]
  rows: number
  exact: boolean
  /** Columns of the file itself; the recipe's stand after them. */
  fileColumns: number
  cleaning: StepReport[]
}

interface ProfileOrder {
  bytes: number
  /** Columns are looked at as they are after these steps. */
  recipe: Recipe | undefined
  stopIfCancelled: () => void
}

/** Reads the rows and profiles every column; a large file is read as far as the answers need and its rows estimated. */
export function profileTable(path: string, dialect: Dialect, { bytes, recipe, stopIfCancelled }: ProfileOrder): ProfiledTable {
  const table: ProfiledTable = { headers: [], fileColumns: 0, profiles: [], sampleRows: [], rows: 0, exact: true, cleaning: [] }
  let cleaner = startCleaner(recipe, [])
  let record = 0
  let bytesRead = 0
  readRecords(
    path,
    dialect,
    (raw) => {
      const index = record++
      if (index < dialect.headerRow) return true
      if (index === dialect.headerRow) {
        cleaner = startCleaner(recipe, raw)
        table.headers = cleaner.headers
        table.fileColumns = raw.length
        table.profiles = cleaner.headers.map(() => new ColumnProfile())
        return true
      }
      if (isBlank(raw)) return true
      table.rows++
      if (table.rows > PROFILED_ROWS && bytes <= EXACT_BYTES) return true
      const cells = cleaner.clean(raw)
      if (table.sampleRows.length < SAMPLE_ROWS) table.sampleRows.push(table.headers.map((_, at) => cells[at] ?? ''))
      if (table.rows <= PROFILED_ROWS) for (let at = 0; at < table.profiles.length; at++) table.profiles[at]?.add(cells[at] ?? '')
      if (bytes > EXACT_BYTES && table.rows >= PROFILED_ROWS) {
        table.exact = false
        return false
      }
      return true
    },
    {
      onPiece: (read) => {
        stopIfCancelled()
        bytesRead = read
      }
    }
  )
  if (!table.exact) table.rows = Math.round((table.rows * bytes) / bytesRead)
  table.cleaning = cleaner.report()
  if (table.headers.length === 0) throw new CauceError('import-no-header')
  return table
}
