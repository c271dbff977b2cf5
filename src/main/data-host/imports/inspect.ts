import { basename } from 'node:path'
import { type ImportKind, isImportKind } from '../../../shared/contract/base.ts'
import type { Recipe } from '../../../shared/cleaning/recipe.ts'
import type { Dialect, Inspection, KeptSettings } from '../../../shared/contract/imports.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { OwnPreset } from '../repositories/own-presets.ts'
import { type Assigned, assignFields, assignSaved, describeColumns, findOtherCurrencies } from './describe-columns.ts'
import { FIELDS } from './mapping/fields.ts'
import { fitSettings, matchOwnPreset } from './mapping/own-match.ts'
import { findFills, findPreset, isKnownHeader, loadPresets, mapColumns, matchPreset, type PresetFile } from './mapping/presets.ts'
import { hasRowRules } from './mapping/row-rules.ts'
import { decodeSample, detectDelimiter, detectEncoding, detectHeaderRow, readSample, refuseWideHeader } from './reading/detect.ts'
import { checkDataFile } from './reading/file-check.ts'
import { type ProfiledTable, profileTable } from './reading/profile-table.ts'
import { applyRowRules, type ReadyTable } from './sources/apply-row-rules.ts'
import { MAX_ROWS } from './sources/limits.ts'
import { chooseTable, prepareSource } from './sources/prepare-source.ts'
import type { MadeTable } from './sources/tables.ts'

/** What a person asks for when they ask for no preset at all. */
const NO_PRESET = 'none'

export interface InspectRequest {
  path: string
  resourcesDir: string
  /** A private folder for what is made to read the file. */
  workFolder: string
  ownPresets: readonly OwnPreset[]
  /** The workspace's, to notice others; null: none is open. */
  currency: string | null
  dialect?: { [K in keyof Dialect]?: Dialect[K] | undefined } | undefined
  kind?: string | undefined
  preset?: string | undefined
  sheet?: string | undefined
  /** Columns are looked at as they are after these steps. */
  recipe?: Recipe | undefined
}

/** Finds out how a file is written and what its columns are. Changes nothing; what is given overrules what would be found. */
export async function inspectFile(request: InspectRequest, stopIfCancelled: () => void): Promise<Inspection> {
  const { path, workFolder, resourcesDir, recipe } = request
  const { bytes } = checkDataFile(path)
  const source = await prepareSource({ path, workFolder, stopIfCancelled })
  const made = chooseTable(source, request.sheet)
  const presets = loadPresets(resourcesDir)
  const dialect = findDialect(made, request.dialect ?? {}, presets, request.ownPresets)
  const sheet = made.name === '' ? null : made.name

  const profile = ({ path: tablePath, dialect: written }: Pick<ReadyTable, 'path' | 'dialect'>): ProfiledTable =>
    profileTable(tablePath, written, { bytes: checkDataFile(tablePath).bytes, recipe, stopIfCancelled })
  let ready: ReadyTable = { path: made.path, dialect, leftOut: 0 }
  let table = profile(ready)
  const found = recognise(request, presets, table, sheet)
  // What a person saved is done again: the columns are looked at as its recipe leaves them.
  if (recipe === undefined && found.saved?.recipe && found.saved.recipe.steps.length > 0)
    return inspectFile({ ...request, recipe: found.saved.recipe }, stopIfCancelled)
  const { preset } = found
  const headers = table.headers.slice(0, table.fileColumns)
  const fills = preset
    ? findFills(
        preset,
        headers,
        found.assigned.map((each) => each?.field ?? null)
      )
    : []
  if (preset && (hasRowRules(preset.rows) || fills.length > 0)) {
    const stamp = checkDataFile(path)
    ready = await applyRowRules(made.path, dialect, { rules: preset.rows, fills, workFolder, stamp, stopIfCancelled })
    table = profile(ready)
  }
  if (table.rows + ready.leftOut === 0) throw new CauceError('import-empty')
  if (table.rows > MAX_ROWS) throw new CauceError('import-too-many-rows', { rows: table.rows, limit: MAX_ROWS })
  const columns = describeColumns(table, found.kind, found.assigned)
  return {
    fileName: basename(path),
    bytes,
    source: source.source,
    sheets: source.tables.filter(({ name }) => name !== '').map(({ name, rows }) => ({ name, rows })),
    sheet,
    dialect,
    rows: table.rows,
    rowsExact: table.exact,
    rowsLeftOut: ready.leftOut,
    preset: found.preset?.id ?? null,
    saved: found.saved,
    kind: found.kind,
    otherCurrencies: findOtherCurrencies(columns, table.profiles, request.currency),
    columns,
    fileColumns: table.fileColumns,
    cleaning: table.cleaning,
    sampleRows: table.sampleRows,
    fields: [...FIELDS[found.kind]]
  }
}

/** How the table is cut into cells: ours as we wrote it, others as they are found. */
function findDialect(
  { path, isText }: MadeTable,
  given: NonNullable<InspectRequest['dialect']>,
  presets: readonly PresetFile[],
  own: readonly OwnPreset[]
): Dialect {
  const { bytes } = checkDataFile(path)
  const sample = readSample(path)
  const whole = sample.length === bytes
  const encoding = isText ? 'utf-8' : (given.encoding ?? detectEncoding(path, sample))
  const text = decodeSample(sample, encoding, whole)
  if (!/[^\s,;|"]/.test(text)) throw new CauceError('import-empty')
  const delimiter = isText ? ',' : (given.delimiter ?? detectDelimiter(text, whole))
  const isKnown = (headers: readonly string[]): boolean => isKnownHeader(presets, headers) || matchOwnPreset(own, headers, null) !== null
  const headerRow = given.headerRow ?? detectHeaderRow(text, delimiter, whole, isKnown)
  if (headerRow !== null) return { encoding, delimiter, headerRow }
  refuseWideHeader(path, encoding, delimiter)
  throw new CauceError('import-no-header')
}

interface Recognised {
  preset: PresetFile | null
  saved: KeptSettings | null
  kind: ImportKind
  assigned: (Assigned | null)[]
}

/** The source the table comes from: what was asked for, else one's own presets, else the app's, else what its values are. */
function recognise(
  { preset: asked, kind, ownPresets }: InspectRequest,
  presets: readonly PresetFile[],
  { headers, fileColumns, profiles }: ProfiledTable,
  sheet: string | null
): Recognised {
  const own = headers.slice(0, fileColumns)
  const wanted = toImportKind(kind)
  const samples = profiles.map((profile) => profile.samples)
  const toSaved = (preset: OwnPreset, saved: KeptSettings): Recognised => ({
    preset: findPreset(presets, preset.id, ownPresets),
    saved,
    kind: preset.settings.kind,
    assigned: assignSaved(saved, headers.length)
  })
  if (asked !== undefined && asked !== NO_PRESET) {
    const saved = ownPresets.find(({ id }) => id === asked)
    if (saved) return toSaved(saved, fitSettings(saved, own))
    const preset = findPreset(presets, asked)
    return { preset, saved: null, kind: preset.kind, assigned: assignFields(mapColumns(preset, own, samples)) }
  }
  if (asked === undefined) {
    const saved = matchOwnPreset(
      ownPresets.filter(({ settings }) => wanted === undefined || settings.kind === wanted),
      own,
      sheet
    )
    if (saved) return toSaved(saved.preset, saved.settings)
    const match = matchPreset(presets, own, wanted, samples)
    if (match) return { preset: match.preset, saved: null, kind: match.preset.kind, assigned: assignFields(match.fields) }
  }
  return { preset: null, saved: null, kind: wanted ?? 'customers', assigned: assignByValues(wanted ?? 'customers', profiles) }
}

/** Where no label is known, an e-mail is an e-mail all the same. */
function assignByValues(kind: ImportKind, profiles: ProfiledTable['profiles']): (Assigned | null)[] {
  const emailField = kind === 'customers' ? 'email' : 'customer_email'
  const at = profiles.findIndex(({ type }) => type === 'email')
  return profiles.map((_, index) => (index === at ? { field: emailField, answer: null } : null))
}

function toImportKind(kind: string | undefined): ImportKind | undefined {
  if (kind === undefined) return undefined
  if (!isImportKind(kind)) throw new CauceError('import-kind-unknown', { kind })
  return kind
}
