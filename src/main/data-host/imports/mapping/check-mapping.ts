import { isImportKind } from '../../../../shared/contract/base.ts'
import type { Attribute, Field, ImportSettings, MappedColumn } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { startCleaner } from '../cleaning/start-cleaner.ts'
import { ColumnProfile } from '../reading/profile-columns.ts'
import { readRecords } from '../reading/read-records.ts'
import { isBlank } from '../reading/split.ts'
import { FIELDS, ONE_OF } from './fields.ts'

/** As many rows as an inspection looks at: what it asked is what must be answered here. */
const PROFILED_ROWS = 100_000

const TYPE_OF_ATTRIBUTE: Readonly<Record<Attribute['type'], Field['type']>> = {
  text: 'text',
  number: 'amount',
  date: 'date',
  boolean: 'boolean'
}

/**
 * Refuses a mapping that lacks a needed field, names one that does not exist or a column the file doesn't have, and a
 * column that can be read two ways while the settings don't say how.
 */
export function checkMapping(
  { path, settings }: { path: string; settings: ImportSettings },
  findAttributeType: (column: MappedColumn) => Attribute['type'] | null
): void {
  if (!isImportKind(settings.kind)) throw new CauceError('import-kind-unknown', { kind: settings.kind })
  const fields = new Map(FIELDS[settings.kind].map((field) => [field.id, field]))
  const mapped = new Set<string>()
  const attributeTypes = new Map(settings.columns.map((column) => [column.field, findAttributeType(column)]))
  for (const { field } of settings.columns) {
    // The lines of an order are folded before anybody knows whose it is.
    const isAttribute = settings.kind !== 'order-lines' && (attributeTypes.get(field) ?? null) !== null
    const isKnown = fields.has(field) || isAttribute
    if (!isKnown || mapped.has(field)) throw new CauceError('import-mapping-unknown', { field })
    mapped.add(field)
  }
  const missing = [...fields.values()].find((field) => field.required && !mapped.has(field.id))
  if (missing) throw new CauceError('import-mapping-missing', { field: missing.id })
  const oneOf = ONE_OF[settings.kind]
  if (!oneOf.some((field) => mapped.has(field))) throw new CauceError('import-mapping-missing', { field: oneOf[0] ?? '' })
  refuseAmbiguous(path, settings, (field) => fields.get(field)?.type ?? TYPE_OF_ATTRIBUTE[attributeTypes.get(field) ?? 'text'])
}

function refuseAmbiguous(path: string, settings: ImportSettings, typeOf: (field: string) => Field['type']): void {
  const open = settings.columns
    .filter(
      ({ field, decimal, dateOrder }) =>
        (typeOf(field) === 'amount' && decimal === null) || (typeOf(field) === 'date' && dateOrder === null)
    )
    .map((column) => ({ ...column, type: typeOf(column.field), profile: new ColumnProfile() }))
  const { headerRow } = settings.dialect
  let cleaner = startCleaner(settings.recipe, [])
  let record = 0
  readRecords(path, settings.dialect, (cells) => {
    const index = record++
    if (index === headerRow) {
      cleaner = startCleaner(settings.recipe, cells)
      const width = cleaner.headers.length
      const beyond = settings.columns.find((column) => column.index < 0 || column.index >= width)
      if (beyond) throw new CauceError('import-mapping-unknown', { field: beyond.field })
    }
    if (index <= headerRow || isBlank(cells)) return true
    if (open.length > 0) {
      const cleaned = cleaner.clean(cells)
      for (const { index: at, profile } of open) profile.add(cleaned[at] ?? '')
    }
    return open.length > 0 && record < PROFILED_ROWS
  })
  if (record === 0) throw new CauceError('import-empty')
  if (cleaner.headers.length === 0) throw new CauceError('import-no-header')
  const ambiguous = open.find(({ profile, type }) => profile.findAmbiguity(type) !== null)
  if (ambiguous) throw new CauceError('import-ambiguous', { column: cleaner.headers[ambiguous.index] ?? '' })
}
