import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { DataKind, IMPORT_KINDS } from '../../../shared/contract/base.ts'
import {
  type Column,
  DELIMITERS,
  type Dialect,
  ENCODINGS,
  type ImportResult,
  ImportSettings,
  type Inspection,
  type MappedColumn
} from '../../../shared/contract/imports.ts'
import type { Recipe } from '../../../shared/cleaning/recipe.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { MATCH_KEYS } from '../../../shared/domain/match-keys.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { recogniseFile } from '../../data-host/interchange/recognise-file.ts'
import { toFileError } from '../../files/file-errors.ts'
import { placeFile } from '../../files/place-file.ts'
import { type Answer, type Call, type Command, type OptionRule, SWITCH, TEXT } from '../command.ts'
import { InputError } from '../failures.ts'
import { requireFile, requireTarget } from '../files.ts'
import { readMapping, readRecipe } from '../mapping-file.ts'
import { renderTable } from '../table.ts'

/** What people type for a delimiter that is hard to type, and older names of encodings. */
const DELIMITER_NAMES: Readonly<Record<string, Dialect['delimiter']>> = {
  ...Object.fromEntries(DELIMITERS.map((each) => [each, each])),
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|'
}
const ENCODING_NAMES: Readonly<Record<string, Dialect['encoding']>> = {
  ...Object.fromEntries(ENCODINGS.map((each) => [each, each])),
  utf8: 'utf-8',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  cp1252: 'windows-1252',
  'utf-16': 'utf-16le'
}
/** Keys by which a customer is recognised, parted by commas, best first. */
const MATCH_BY: OptionRule = {
  pattern: new RegExp(`^(${MATCH_KEYS.join('|')})(,(${MATCH_KEYS.join('|')}))*$`),
  shown: [MATCH_KEYS.join(',')]
}

const READING = {
  kind: { values: IMPORT_KINDS },
  preset: TEXT,
  sheet: TEXT,
  encoding: { values: Object.keys(ENCODING_NAMES), shown: ENCODINGS },
  delimiter: { values: Object.keys(DELIMITER_NAMES), shown: ['comma', 'semicolon', 'tab', 'pipe'] }
} as const

/** A drawing given as data: said, with the command that takes it. Tables are data even where they could be drawn. */
function refuseDiagram(call: Call, path: string): void {
  if (/\.(csv|tsv|txt|xlsx)$/i.test(path) || recogniseFile(path) !== 'diagram') return
  throw new InputError('data-is-diagram', call.t('dataIsDiagram', { path, file: call.optionalArg('FILE') ?? 'FILE.cauce' }))
}

async function inspect(call: Call, recipe?: Recipe): Promise<Inspection & { fileToken: string }> {
  const path = requireFile(call, call.arg('DATA'))
  refuseDiagram(call, path)
  const fileToken = call.session.grant(path)
  const [kind, preset, encoding, delimiter, sheet] = ['kind', 'preset', 'encoding', 'delimiter', 'sheet'].map((name) => call.option(name))
  const dialect = {
    ...(encoding === undefined ? {} : { encoding: ENCODING_NAMES[encoding] }),
    ...(delimiter === undefined ? {} : { delimiter: DELIMITER_NAMES[delimiter] })
  }
  const found = await call.session.client.imports.inspectFile({
    fileToken,
    ...(Object.keys(dialect).length === 0 ? {} : { dialect }),
    ...(kind === undefined ? {} : { kind: DataKind.parse(kind) }),
    ...(preset === undefined ? {} : { preset }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(recipe === undefined ? {} : { recipe })
  })
  return { ...found, fileToken }
}

/** Which column goes to which field: as found, or as the mapping file says; what can be read in two ways must be said. */
async function mapColumns(call: Call, columns: readonly Column[]): Promise<MappedColumn[]> {
  const path = call.option('mapping')
  const fields = path === undefined ? null : await readMapping(call, path, columns)
  const decimal = call.option('decimal') as MappedColumn['decimal'] | undefined
  const dateOrder = call.option('date-order') as MappedColumn['dateOrder'] | undefined
  return columns.flatMap((column) => {
    const target = fields ? (fields.get(column.index) ?? null) : column.field === null ? null : { field: column.field }
    if (target === null) return []
    const isSaid = column.ambiguous === 'decimal' ? decimal : dateOrder
    if (column.ambiguous !== null && isSaid === undefined)
      throw new InputError('import-ambiguous', call.t(`ambiguous.${column.ambiguous}`, { column: column.name }), { column: column.name })
    return [{ index: column.index, ...target, decimal: decimal ?? column.decimal, dateOrder: dateOrder ?? column.dateOrder }]
  })
}

async function runToResult(call: Call, settings: ImportSettings): Promise<ImportResult> {
  const { imports } = call.session.client
  const events = await (call.has('dry-run') ? imports.forecastImport : imports.runImport)(settings, { signal: call.session.signal })
  let result: ImportResult | null = null
  for await (const event of events) {
    if (event.type === 'result') result = event.result
    else if (process.stderr.isTTY)
      process.stderr.write(
        `\r${call.t('progress', { rows: formatNumber(event.progress.rows, call.language), rate: formatNumber(event.progress.rowsPerSecond, call.language) })}   `
      )
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  if (!result) throw new CauceError('import-cancelled')
  return result
}

const delimiterName = (delimiter: Dialect['delimiter']): string => (delimiter === '\t' ? 'tab' : delimiter)
const countRows = (call: Call, rows: number): string => call.t('rows', { count: rows, n: formatNumber(rows, call.language) })

/** What an import did, each number with its own plural. */
function describeCounts(call: Call, result: ImportResult): string {
  const [created, updated, unchanged, rejected] = (['created', 'updated', 'unchanged', 'rejected'] as const).map((key) =>
    call.t(key, { count: result[key], n: formatNumber(result[key], call.language) })
  )
  const key = call.has('dry-run') ? 'forecast' : 'imported'
  return call.t(key, {
    rows: countRows(call, result.rows),
    created: created ?? '',
    updated: updated ?? '',
    unchanged: unchanged ?? '',
    rejected: rejected ?? ''
  })
}

/**
 * Runs `work` with the refused rows already written beside `out`, and gives them their name when it went well and there are
 * any. Written first: afterwards the same rows would meet what they themselves brought in, and a folder that takes no file
 * must be known before anything is imported.
 */
async function withRejects(call: Call, out: string, settings: ImportSettings, work: () => Promise<ImportResult>): Promise<ImportResult> {
  const temporary = join(dirname(resolve(out)), `.${basename(out)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    await call.session.client.imports.saveRejects({ ...settings, outToken: call.session.grant(temporary) }, { signal: call.session.signal })
    const result = await work()
    if (result.rejected > 0) placeFile(temporary, resolve(out))
    return result
  } catch (error) {
    throw toFileError(error)
  } finally {
    rmSync(temporary, { force: true })
  }
}

async function importFile(call: Call): Promise<Answer> {
  const recipePath = call.option('recipe')
  const inputs = [requireFile(call, call.arg('FILE')), requireFile(call, call.arg('DATA')), call.option('mapping'), recipePath]
  const out = call.option('rejects')
  if (out !== undefined) requireTarget(call, out, inputs)
  await call.session.open(call.arg('FILE'))
  const asked = recipePath === undefined ? undefined : await readRecipe(call, recipePath)
  const { fileToken, kind, preset, dialect, columns, sheet, saved } = await inspect(call, asked)
  // What a person saved with their own preset holds, save for what the command says.
  const recipe = asked ?? saved?.recipe
  const matchBy = call.option('match-by')?.split(',') ?? saved?.matchBy
  const unknownCustomers = call.option('unknown-customers') ?? saved?.unknownCustomers
  const settings = ImportSettings.parse({
    fileToken,
    kind,
    preset,
    dialect,
    columns: await mapColumns(call, columns),
    onMatch: call.option('on-match') ?? saved?.onMatch ?? 'update',
    ...(sheet === null ? {} : { sheet }),
    ...(recipe === undefined ? {} : { recipe }),
    ...(matchBy === undefined ? {} : { matchBy }),
    ...(unknownCustomers === undefined ? {} : { unknownCustomers })
  })
  const run = (): Promise<ImportResult> => runToResult(call, settings)
  return describeResult(call, await (out === undefined ? run() : withRejects(call, out, settings, run)))
}

function describeResult(call: Call, result: ImportResult): Answer {
  const rejects = result.rejects.map(({ row, column, code, message }) => ({ row, column, code, message: message[call.language] }))
  const shown = rejects
    .slice(0, 10)
    .map(({ row, column, message }) => `  ${call.t('row')} ${String(row)}${column === null ? '' : ` (${column})`}: ${message}`)
  if (result.rejected < result.rows) return { json: { ...result, rejects }, lines: [describeCounts(call, result), ...shown] }
  const message = call.t('allRefused', { count: result.rows, n: formatNumber(result.rows, call.language) })
  const details = { rows: result.rows, rejected: result.rejected }
  return { json: { error: { code: 'import-all-refused', message, details } }, lines: shown, fault: message }
}

/** The tables to choose from, the one looked at marked; what the preset leaves out. */
function describeSheets(call: Call, { sheets, sheet, rowsLeftOut }: Inspection): string[] {
  const named = sheets.map(({ name, rows }) => `${name === sheet ? '*' : ''}${name} (${formatNumber(rows, call.language)})`)
  return [
    ...(named.length > 0 ? [call.t('sheets', { sheets: named.join(', ') })] : []),
    ...(rowsLeftOut > 0 ? [call.t('leftOut', { count: rowsLeftOut, n: formatNumber(rowsLeftOut, call.language) })] : [])
  ]
}

/** Three samples, each with what it is read as where that is not how it is written. */
function describeSamples({ samples, samplesRead }: Column): string {
  if (samplesRead.length === 0) return samples.slice(0, 3).join(' · ')
  return samplesRead
    .map(({ written, read, otherwise }) => {
      const readings = [read ?? '?', ...(otherwise === null ? [] : [otherwise])].join(' / ')
      return readings === written ? written : `${written} → ${readings}`
    })
    .join(' · ')
}

/** Bringing data in. */
export const importCommands: readonly Command[] = [
  {
    name: 'presets',
    args: [],
    run: async ({ session, language, t }) => {
      const presets = await session.client.imports.listPresets()
      return {
        json: presets,
        lines: renderTable(
          [{ title: t('id') }, { title: t('kind') }, { title: t('name') }],
          presets.map(({ id, kind, name }) => [id, translate(language, `kinds.${kind}`), name[language]])
        )
      }
    }
  },
  {
    name: 'inspect',
    args: ['DATA'],
    options: READING,
    run: async (call) => {
      const found = await inspect(call)
      const { dialect, rows, preset, kind, columns } = found
      const json = {
        ...dialect,
        rows,
        rowsExact: found.rowsExact,
        rowsLeftOut: found.rowsLeftOut,
        source: found.source,
        sheets: found.sheets,
        sheet: found.sheet,
        preset,
        kind,
        columns: columns.map(({ name, field, type, samples, samplesRead, ambiguous }) => ({
          name,
          field,
          type,
          samples,
          samplesRead,
          ambiguous
        }))
      }
      const titles = ['column', 'field', 'type', 'samples'].map((key) => ({ title: call.t(key) }))
      return {
        json,
        lines: [
          [
            translate(call.language, `kinds.${kind}`),
            preset ?? '–',
            dialect.encoding,
            delimiterName(dialect.delimiter),
            countRows(call, rows)
          ].join(' · '),
          ...describeSheets(call, found),
          ...renderTable(
            titles,
            columns.map((column) => [column.name, column.field, call.t(`types.${column.type}`), describeSamples(column)])
          )
        ]
      }
    }
  },
  {
    name: 'import',
    args: ['FILE', 'DATA'],
    options: {
      ...READING,
      mapping: TEXT,
      decimal: { values: ['comma', 'dot'] },
      'date-order': { values: ['dmy', 'mdy', 'ymd'] },
      'on-match': { values: ['update', 'skip', 'create'] },
      'match-by': MATCH_BY,
      'unknown-customers': { values: ['create', 'refuse'] },
      recipe: TEXT,
      rejects: TEXT,
      'dry-run': SWITCH
    },
    run: importFile
  }
]
