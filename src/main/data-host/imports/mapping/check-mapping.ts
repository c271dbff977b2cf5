import { isImportKind } from '../../../../shared/contract/base.ts'
import type { Field, ImportSettings } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { ColumnProfile } from '../reading/profile-columns.ts'
import { readRecords } from '../reading/read-records.ts'
import { isBlank } from '../reading/split.ts'
import { FIELDS, ONE_OF } from './fields.ts'

/** As many rows as an inspection looks at: what it asked is what must be answered here. */
const PROFILED_ROWS = 100_000

/**
 * Refuses a mapping that lacks a needed field, names one that does not exist or a column the file doesn't have, and a
 * column that can be read two ways while the settings don't say how.
 */
export function checkMapping({ path, settings }: { path: string; settings: ImportSettings }): void {
  if (!isImportKind(settings.kind)) throw new CauceError('import-kind-unknown', { kind: settings.kind })
  const fields = new Map(FIELDS[settings.kind].map((field) => [field.id, field]))
  const mapped = new Set<string>()
  for (const { field } of settings.columns) {
    if (!fields.has(field) || mapped.has(field)) throw new CauceError('import-mapping-unknown', { field })
    mapped.add(field)
  }
  const missing = [...fields.values()].find((field) => field.required && !mapped.has(field.id))
  if (missing) throw new CauceError('import-mapping-missing', { field: missing.id })
  const oneOf = ONE_OF[settings.kind]
  if (!oneOf.some((field) => mapped.has(field))) throw new CauceError('import-mapping-missing', { field: oneOf[0] ?? '' })
  refuseAmbiguous(path, settings, (field) => fields.get(field)?.type ?? 'text')
}

function refuseAmbiguous(path: string, settings: ImportSettings, typeOf: (field: string) => Field['type']): void {
  const open = settings.columns
    .filter(
      ({ field, decimal, dateOrder }) =>
        (typeOf(field) === 'amount' && decimal === null) || (typeOf(field) === 'date' && dateOrder === null)
    )
    .map((column) => ({ ...column, type: typeOf(column.field), profile: new ColumnProfile() }))
  const { headerRow } = settings.dialect
  let headers: string[] = []
  let record = 0
  readRecords(path, settings.dialect, (cells) => {
    const index = record++
    if (index === headerRow) {
      headers = [...cells]
      const beyond = settings.columns.find((column) => column.index < 0 || column.index >= cells.length)
      if (beyond) throw new CauceError('import-mapping-unknown', { field: beyond.field })
    }
    if (index <= headerRow || isBlank(cells)) return true
    for (const { index: at, profile } of open) profile.add(cells[at] ?? '')
    return open.length > 0 && record < PROFILED_ROWS
  })
  if (record === 0) throw new CauceError('import-empty')
  if (headers.length === 0) throw new CauceError('import-no-header')
  const ambiguous = open.find(({ profile, type }) => profile.findAmbiguity(type) !== null)
  if (ambiguous) throw new CauceError('import-ambiguous', { column: headers[ambiguous.index] ?? '' })
}
