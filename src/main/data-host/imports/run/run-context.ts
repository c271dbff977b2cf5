import type Database from 'better-sqlite3'
import type { Dialect, ImportResult, ImportSettings, MappedColumn } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { minorDigits } from '../../../../shared/i18n/formats.ts'
import type { OwnPreset } from '../../repositories/own-presets.ts'
import type { PresetFile } from '../mapping/presets.ts'
import type { FileStamp } from '../reading/file-check.ts'
import type { AmountReader } from '../values/amount.ts'
import { RejectList } from './reject-list.ts'

export interface ImportJob {
  path: string
  resourcesDir: string
  settings: ImportSettings
  /** The file as it stood when the person saw its forecast; null: it was not looked at before. */
  stamp: FileStamp | null
  /** False: everything is done and taken back, so that what it reports is what the import does. */
  keep: boolean
  now: Date
  /** What the person calls the file, where it is not the name of what is read (a sheet made into text). */
  fileName?: string
  /** Digest of that file and how it is cut into cells, where what is read was made of it. */
  sha256?: string
  fileDialect?: Dialect
  /** Presets people keep in the workspace: one of them may be the file's. */
  ownPresets?: readonly OwnPreset[]
  /** Every refused row will be asked for, not only the first. */
  listsRejects?: boolean
}

export interface Counts {
  created: number
  updated: number
  unchanged: number
  folded: number
  customersCreated: number
  campaignsCreated: number
  /** Customers whose attributes a file of their records changed. */
  customersUpdated: number
  amountMinor: number
  from: string | null
  to: string | null
}

/** What reading rows works with; what it finds goes into counts and rejects. */
export interface ReadContext {
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

/** What the run of any kind works with. */
export interface RunContext extends ReadContext {
  readonly db: Database.Database
  readonly batchId: number
  /** Attributes the columns of the file went to. */
  readonly attributes: ImportResult['attributes']
}

/** `currency`: the code the workspace counts in. The preset is given: the thread that reads need not load what reads presets. */
export function createReadContext(
  { settings, now, listsRejects = false }: ImportJob,
  { currency, preset }: Pick<ReadContext, 'currency' | 'preset'>,
  isCancelled: () => boolean
): ReadContext {
  return {
    now: now.toISOString(),
    settings,
    preset,
    currency,
    digits: minorDigits(currency),
    counts: {
      created: 0,
      updated: 0,
      unchanged: 0,
      folded: 0,
      customersCreated: 0,
      campaignsCreated: 0,
      customersUpdated: 0,
      amountMinor: 0,
      from: null,
      to: null
    },
    rejects: new RejectList(listsRejects),
    stopIfCancelled: () => {
      if (isCancelled()) throw new CauceError('import-cancelled')
    }
  }
}

/** One kind of file: takes each data row, and does at the end what can only be done with all rows seen. */
export interface KindRun extends RowTaker {
  finish: () => void
}

export interface RowTaker {
  /** Is told the columns' names before the first row. */
  begin?: (headers: readonly string[]) => void
  /** `row`: record number in the file, from 1 with the header counted, as a spreadsheet shows it. */
  take: (cells: readonly string[], row: number) => void
}

/** Where one field stands; index -1 when it is not mapped. */
export interface FieldColumn {
  index: number
  amount: AmountReader
  dateOrder: MappedColumn['dateOrder']
}

export function findColumn(
  { settings, currency, digits }: Pick<ReadContext, 'settings' | 'currency' | 'digits'>,
  field: string
): FieldColumn {
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
  addDate(counts, date)
}

/** Takes the day of one accepted record into the totals. */
export function addDate(counts: Counts, date: string): void {
  // Files mostly go by date: the latest day again is the usual case.
  if (date === counts.to) return
  if (counts.from === null || date < counts.from) counts.from = date
  if (counts.to === null || date > counts.to) counts.to = date
}
