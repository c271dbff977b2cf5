import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { DATA_KINDS, DataKind } from '../../../shared/contract/base.ts'
import {
  type Column,
  DELIMITERS,
  type Dialect,
  ENCODINGS,
  type ImportResult,
  type ImportSettings,
  type Inspection,
  type MappedColumn
} from '../../../shared/contract/imports.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { toFileError } from '../../files/file-errors.ts'
import { type Call, type Command, SWITCH, TEXT } from '../command.ts'
import { InputError } from '../failures.ts'
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
/** A column name (or its number from 0) and the field it goes to. */
const Mapping = z.record(z.string(), z.string().nullable())

const READING = {
  kind: { values: DATA_KINDS },
  preset: TEXT,
  encoding: { values: Object.keys(ENCODING_NAMES) },
  delimiter: { values: Object.keys(DELIMITER_NAMES) }
} as const

async function inspect(call: Call, fileToken: string): Promise<Inspection> {
  const [kind, preset, encoding, delimiter] = ['kind', 'preset', 'encoding', 'delimiter'].map((name) => call.option(name))
  const dialect = {
    ...(encoding === undefined ? {} : { encoding: ENCODING_NAMES[encoding] }),
    ...(delimiter === undefined ? {} : { delimiter: DELIMITER_NAMES[delimiter] })
  }
  return call.session.client.imports.inspectFile({
    fileToken,
    ...(Object.keys(dialect).length === 0 ? {} : { dialect }),
    ...(kind === undefined ? {} : { kind: DataKind.parse(kind) }),
    ...(preset === undefined ? {} : { preset })
  })
}

/** Which column goes to which field: as found, or as the mapping file says; what can be read in two ways must be said. */
async function mapColumns(call: Call, columns: readonly Column[]): Promise<MappedColumn[]> {
  const path = call.option('mapping')
  const fields = path === undefined ? new Map(columns.map(({ index, field }) => [index, field])) : await readMapping(call, path, columns)
  const decimal = call.option('decimal') as MappedColumn['decimal'] | undefined
  const dateOrder = call.option('date-order') as MappedColumn['dateOrder'] | undefined
  return columns.flatMap((column) => {
    const field = fields.get(column.index)
    if (field === undefined || field === null) return []
    const isSaid = column.ambiguous === 'decimal' ? decimal : dateOrder
    if (column.ambiguous !== null && isSaid === undefined) throw new CauceError('import-ambiguous', { column: column.name })
    return [{ index: column.index, field, decimal: decimal ?? column.decimal, dateOrder: dateOrder ?? column.dateOrder }]
  })
}

async function readMapping(call: Call, path: string, columns: readonly Column[]): Promise<Map<number, string | null>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw toFileError(error)
  })
  const mapping = parseMapping(text)
  if (!mapping) throw new InputError('mapping-invalid', call.t('mappingInvalid'))
  return new Map(
    Object.entries(mapping).map(([name, field]) => {
      const column = columns.find((each) => each.name === name) ?? columns.find((each) => String(each.index) === name)
      if (!column) throw new InputError('mapping-invalid', call.t('mappingColumn', { column: name }))
      return [column.index, field]
    })
  )
}

function parseMapping(text: string): Record<string, string | null> | null {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    return null
  }
  const bare = Mapping.safeParse(content)
  if (bare.success) return bare.data
  const wrapped = z.object({ columns: Mapping }).safeParse(content)
  return wrapped.success ? wrapped.data.columns : null
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
          presets.map(({ id, kind, name }) => [id, kind, name[language]])
        )
      }
    }
  },
  {
    name: 'inspect',
    args: ['DATA'],
    options: READING,
    run: async (call) => {
      const found = await inspect(call, call.session.grant(call.arg('DATA')))
      const { dialect, rows, preset, kind, columns } = found
      const json = {
        ...dialect,
        rows,
        rowsExact: found.rowsExact,
        preset,
        kind,
        columns: columns.map(({ name, field, type, samples, ambiguous }) => ({ name, field, type, samples, ambiguous }))
      }
      const titles = ['column', 'field', 'type', 'samples'].map((key) => ({ title: call.t(key) }))
      return {
        json,
        lines: [
          `${kind} · ${preset ?? '–'} · ${dialect.encoding} · ${JSON.stringify(dialect.delimiter)} · ${String(rows)}`,
          ...renderTable(
            titles,
            columns.map(({ name, field, type, samples }) => [name, field, type, samples.slice(0, 3).join(' · ')])
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
      rejects: TEXT,
      'dry-run': SWITCH
    },
    run: async (call) => {
      await call.session.open(call.arg('FILE'))
      const fileToken = call.session.grant(call.arg('DATA'))
      const { kind, preset, dialect, columns } = await inspect(call, fileToken)
      const settings: ImportSettings = {
        fileToken,
        kind,
        preset,
        dialect,
        columns: await mapColumns(call, columns),
        onMatch: (call.option('on-match') ?? 'update') as ImportSettings['onMatch']
      }
      const result = await runToResult(call, settings)
      const out = call.option('rejects')
      if (out !== undefined) await call.session.client.imports.saveRejects({ ...settings, outToken: call.session.grant(out) })
      const rejects = result.rejects.map(({ row, column, code, message }) => ({ row, column, code, message: message[call.language] }))
      const counts = {
        rows: result.rows,
        created: result.created,
        updated: result.updated,
        unchanged: result.unchanged,
        rejected: result.rejected
      }
      const shown = rejects
        .slice(0, 10)
        .map(({ row, column, message }) => `  ${call.t('row')} ${String(row)}${column === null ? '' : ` (${column})`}: ${message}`)
      return { json: { ...result, rejects }, lines: [call.t(call.has('dry-run') ? 'forecast' : 'imported', counts), ...shown] }
    }
  }
]
