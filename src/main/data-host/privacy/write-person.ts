import type { Language } from '../../../shared/domain/text.ts'
import { formatDate } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { Row } from '../database/changes.ts'
import type { Block, ReportDocument } from '../reports/report-blocks.ts'
import type { PersonFile } from './collect-person.ts'

/** Keys of ours that say nothing to a reader. */
const SILENT = new Set(['search_key', 'batch_id', 'customer_id', 'merged_into_id', 'occurrence', 'segment_bits'])

/** Everything about a person as JSON: the rows as they are kept, with what the document says of them. */
export function writePersonJson(file: PersonFile, { title, at }: { title: string; at: string }): string {
  const { name, tables, mentions, kept, sources } = file
  return `${JSON.stringify(
    {
      format: 'cauce-person-1',
      workspace: title,
      at,
      name,
      records: Object.fromEntries(tables.map(({ table, rows }) => [table, rows])),
      mentions,
      kept,
      sources
    },
    null,
    2
  )}\n`
}

/** The same as a document somebody reads, in the parts a report is made of. */
export function composePerson(
  file: PersonFile,
  { title, at, language }: { title: string; at: string; language: Language }
): ReportDocument {
  const t = (key: string, params?: Record<string, string | number>): string => translate(language, `privacy.document.${key}`, params)
  const date = formatDate(at, language)
  const heading = t('title', { name: file.name })
  const blocks: Block[] = [
    { kind: 'cover', above: title, title: heading, subtitle: t('subtitle'), facts: [[t('date'), date]] },
    { kind: 'text', text: t('lead'), tone: 'lead' },
    ...file.tables.flatMap(({ table, rows }) => writeTable(table, rows, language)),
    ...(file.mentions.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('mentions') } as const,
          ...file.mentions.map(({ table, column, text }): Block => ({
            kind: 'entry',
            label: `${nameTable(table, language)} · ${nameColumn(column, language)}`,
            text
          }))
        ]),
    ...(file.kept.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('kept') } as const,
          { kind: 'text', text: t('keptText'), tone: 'muted' } as const,
          ...file.kept.map(({ where, at: when, table, row }): Block => ({
            kind: 'entry',
            label: `${formatDate(when, language)} · ${nameTable(table, language)} · ${where}`,
            text: listCells(row, language)
              .map(([label, value]) => `${label}: ${value}`)
              .join('\n')
          }))
        ]),
    ...(file.sources.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: t('sources') } as const,
          { kind: 'list', items: file.sources.map(({ file: name, at: when }) => `${name} (${formatDate(when, language)})`) } as const
        ])
  ]
  return {
    language,
    title: heading,
    blocks,
    footer: t('footer', { date }),
    runningFoot: { text: title, page: t('page'), of: t('of') }
  }
}

const nameTable = (table: string, language: Language): string => translate(language, `privacy.tables.${table}`)
function nameColumn(column: string, language: Language): string {
  const key = `privacy.columns.${column}`
  const name = translate(language, key)
  return name === key ? column : name
}

function listCells(row: Row, language: Language): [string, string][] {
  return Object.entries(row).flatMap(([column, value]) =>
    value === null || value === '' || SILENT.has(column) ? [] : [[nameColumn(column, language), String(value)]]
  )
}

/** One row stands as a list of its fields, several as a list of rows: a table would be too wide for paper. */
function writeTable(table: string, rows: readonly Row[], language: Language): Block[] {
  return [
    { kind: 'heading', level: 2, text: nameTable(table, language) },
    ...rows.map((row): Block => ({
      kind: 'table',
      columns: [
        { title: translate(language, 'privacy.document.field'), align: 'start', width: 32 },
        { title: translate(language, 'privacy.document.value'), align: 'start' }
      ],
      rows: listCells(row, language)
    }))
  ]
}
