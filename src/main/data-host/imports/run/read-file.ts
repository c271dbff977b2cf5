import { createHash } from 'node:crypto'
import type { CompiledRecipe } from '../../../../shared/cleaning/compile.ts'
import type { Recipe, StepReport } from '../../../../shared/cleaning/recipe.ts'
import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import { readRecords } from '../reading/read-records.ts'
import { isBlank } from '../reading/split.ts'
import type { ReadContext, RowTaker } from './run-context.ts'

export interface ReadFile {
  rows: number
  /** Those of the file, then those the recipe added. */
  headers: string[]
  /** How many of them are the file's own. */
  width: number
  /** What each step of the recipe did. */
  cleaning: StepReport[]
  /** SHA-256 of the file, in hexadecimal. */
  sha256: string
}

/** Makes a recipe ready for a file with these headers. */
export type StartCleaner = (recipe: Recipe | undefined, headers: readonly string[]) => CompiledRecipe

/** For files without a recipe: rows pass as they are, and nothing of the cleaning is loaded. */
export const passRows: StartCleaner = (_, headers) => ({
  headers: [...headers],
  reads: new Set(),
  clean: (cells) => cells,
  report: () => []
})

interface ReadOrder {
  path: string
  totalBytes: number
  onProgress: (progress: ImportProgress) => void
  startCleaner: StartCleaner
}

const PROGRESS_MS = 150

/** Reads a whole file and gives each data row to `taker`; a row with more cells than the header is refused here. */
export function readFile(
  { path, totalBytes, onProgress, startCleaner }: ReadOrder,
  { settings, rejects, stopIfCancelled }: ReadContext,
  taker: RowTaker
): ReadFile {
  const { headerRow } = settings.dialect
  const hash = createHash('sha256')
  const skip: boolean[] = []
  let width = 0
  let cleaner = startCleaner(settings.recipe, [])
  let record = 0
  let rows = 0
  const started = performance.now()
  let told = started
  readRecords(
    path,
    settings.dialect,
    (cells) => {
      record++
      if (record <= headerRow) return true
      if (record === headerRow + 1) {
        width = cells.length
        cleaner = startCleaner(settings.recipe, cells)
        taker.begin?.(cleaner.headers)
        skip.push(...cells.map((_, index) => !cleaner.reads.has(index) && !settings.columns.some((column) => column.index === index)))
        return true
      }
      if (isBlank(cells)) return true
      rows++
      if (cells.length > width && cells.slice(width).some((cell) => cell !== '')) rejects.add(record, -1, 'too-many-cells')
      else taker.take(cleaner.clean(cells), record)
      return true
    },
    {
      skip,
      onBytes: (bytes) => {
        hash.update(bytes)
      },
      onPiece: (bytes) => {
        stopIfCancelled()
        const now = performance.now()
        if (now - told < PROGRESS_MS) return
        told = now
        onProgress({ phase: 'reading', rows, bytes, totalBytes, rowsPerSecond: Math.round((rows * 1000) / (now - started)) })
      }
    }
  )
  return { rows, headers: cleaner.headers, width, cleaning: cleaner.report(), sha256: hash.digest('hex') }
}
