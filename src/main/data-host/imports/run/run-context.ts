import type Database from 'better-sqlite3'
import type { ImportSettings, MappedColumn } from '../../../../shared/contract/imports.ts'
import type { PresetFile } from '../mapping/presets.ts'
import type { AmountReader } from '../values/amount.ts'
import type { RejectList } from './reject-list.ts'

export interface Counts {
  created: number
  updated: number
  unchanged: number
  folded: number
  customersCreated: number
  amountMinor: number
  from: string | null
  to: string | null
}

/** What the run of any kind works with. */
export interface RunContext {
  readonly db: Database.Database
  readonly batchId: number
  /** ISO date-time of the import. */
  readonly now: string
  readonly settings: ImportSettings
  readonly preset: PresetFile | null
  readonly currency: string
  readonly digits: number
  readonly counts: Counts
  readonly rejects: RejectList
  /** Throws `import-cancelled` when the person has cancelled: to be asked before every step that takes long. */
  readonly stopIfCancelled: () => void
}

/** One kind of file: takes each data row, and does at the end what can only be done with all rows seen. */
export interface KindRun {
  /** `row`: record number in the file, from 1 with the header counted, as a spreadsheet shows it. */
  take: (cells: readonly string[], row: number) => void
  finish: () => void
}

/** Where one field stands; index -1 when it is not mapped. */
export interface FieldColumn {
  index: number
  amount: AmountReader
  dateOrder: MappedColumn['dateOrder']
}

export function findColumn({ settings, currency, digits }: RunContext, field: string): FieldColumn {
  const mapped = settings.columns.find((column) => column.field === field)
  return {
    index: mapped?.index ?? -1,
    dateOrder: mapped?.dateOrder ?? null,
    amount: { decimal: mapped?.decimal ?? null, currency, digits }
  }
}

/** Takes one accepted amount and date into the totals. */
export function addTotals(counts: Counts, amountMinor: number, date: string): void {
  counts.amountMinor += amountMinor
  // Files mostly go by date: the latest day again is the usual case.
  if (date === counts.to) return
  if (counts.from === null || date < counts.from) counts.from = date
  if (counts.to === null || date > counts.to) counts.to = date
}
