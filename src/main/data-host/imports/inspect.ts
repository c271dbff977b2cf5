import { basename } from 'node:path'
import { type ImportKind, isImportKind } from '../../../shared/contract/base.ts'
import type { Column, Dialect, Inspection } from '../../../shared/contract/imports.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { FIELDS } from './mapping/fields.ts'
import { findPreset, loadPresets, mapColumns, matchPreset, type PresetMatch } from './mapping/presets.ts'
import { decodeSample, detectDelimiter, detectEncoding, detectHeaderRow, readSample, refuseWideHeader } from './reading/detect.ts'
import { checkDataFile } from './reading/file-check.ts'
import { ColumnProfile } from './reading/profile-columns.ts'
import { readRecords } from './reading/read-records.ts'
import { isBlank } from './reading/split.ts'

const SAMPLE_ROWS = 20
/** Files up to this size are read to the end: their rows are counted, not estimated. */
const EXACT_BYTES = 32 * 1024 * 1024
const PROFILED_ROWS = 100_000

export interface InspectRequest {
  path: string
  resourcesDir: string
  dialect?: { [K in keyof Dialect]?: Dialect[K] | undefined } | undefined
  kind?: string | undefined
  preset?: string | undefined
  sheet?: string | undefined
}

/** Finds out how a file is written and what its columns are. Reads only; what is given overrules what would be found. */
export function inspectFile({ path, resourcesDir, dialect: given = {}, kind, preset: presetId }: InspectRequest): Inspection {
  const { bytes } = checkDataFile(path)
  const sample = readSample(path)
  const whole = sample.length === bytes
  const encoding = given.encoding ?? detectEncoding(path, sample)
  const text = decodeSample(sample, encoding, whole)
  if (text.trim() === '') throw new CauceError('import-empty')
  const delimiter = given.delimiter ?? detectDelimiter(text, whole)
  const presets = loadPresets(resourcesDir)
  const wantedKind = toImportKind(kind)
  const headerRow =
    given.headerRow ??
    detectHeaderRow(text, delimiter, whole, (headers) => presets.some((each) => mapColumns(each, headers).filter(Boolean).length >= 3))
  if (headerRow === null) {
    refuseWideHeader(path, encoding, delimiter)
    throw new CauceError('import-no-header')
  }
  const dialect: Dialect = { encoding, delimiter, headerRow }

  const table = profileFile(path, dialect, bytes)
  if (table.rows === 0) throw new CauceError('import-empty')
  const match: PresetMatch | null =
    presetId === undefined ? matchPreset(presets, table.headers, wantedKind) : matchOne(findPreset(presets, presetId), table.headers)
  const foundKind = match?.preset.kind ?? wantedKind ?? 'customers'
  return {
    fileName: basename(path),
    bytes,
    source: 'delimited',
    sheets: [],
    sheet: null,
    dialect,
    rows: table.rows,
    rowsExact: table.exact,
    rowsLeftOut: 0,
    preset: match?.preset.id ?? null,
    saved: null,
    kind: foundKind,
    otherCurrencies: [],
    columns: table.headers.map((name, index) =>
      describeColumn(name, index, match?.fields[index] ?? null, foundKind, table.profiles[index])
    ),
    sampleRows: table.sampleRows,
    fields: [...FIELDS[foundKind]]
  }
}

function toImportKind(kind: string | undefined): ImportKind | undefined {
  if (kind === undefined) return undefined
  if (!isImportKind(kind)) throw new CauceError('import-kind-unknown', { kind })
  return kind
}

function matchOne(preset: PresetMatch['preset'], headers: readonly string[]): PresetMatch {
  return { preset, fields: mapColumns(preset, headers) }
}

function describeColumn(name: string, index: number, fieldId: string | null, kind: ImportKind, profile: ColumnProfile | undefined): Column {
  const seen = profile ?? new ColumnProfile()
  const type = FIELDS[kind].find((field) => field.id === fieldId)?.type ?? seen.type
  return {
    index,
    name: name.trim(),
    field: fieldId,
    type: seen.filled === 0 ? 'empty' : type,
    samples: seen.samples,
    samplesRead: [],
    filled: seen.filled,
    decimal: type === 'amount' ? seen.decimal : null,
    dateOrder: type === 'date' ? seen.dateOrder : null,
    ambiguous: seen.findAmbiguity(type)
  }
}

interface Table {
  headers: string[]
  profiles: ColumnProfile[]
  sampleRows: string[][]
  rows: number
  exact: boolean
}

/** Reads the rows and profiles every column; a large file is read as far as the answers need and its rows estimated. */
function profileFile(path: string, dialect: Dialect, bytes: number): Table {
  const table: Table = { headers: [], profiles: [], sampleRows: [], rows: 0, exact: true }
  let record = 0
  let bytesRead = 0
  readRecords(
    path,
    dialect,
    (cells) => {
      const index = record++
      if (index < dialect.headerRow) return true
      if (index === dialect.headerRow) {
        table.headers = [...cells]
        table.profiles = cells.map(() => new ColumnProfile())
        return true
      }
      if (isBlank(cells)) return true
      table.rows++
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
        bytesRead = read
      }
    }
  )
  if (!table.exact) table.rows = Math.round((table.rows * bytes) / bytesRead)
  if (table.headers.length === 0) throw new CauceError('import-no-header')
  return table
}
