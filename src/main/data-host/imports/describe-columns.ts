import type { ImportKind } from '../../../shared/contract/base.ts'
import { ATTRIBUTE_FIELD_PREFIX, type Column, type KeptSettings, type MappedColumn } from '../../../shared/contract/imports.ts'
import { FIELDS } from './mapping/fields.ts'
import { ColumnProfile } from './reading/profile-columns.ts'
import type { ProfiledTable } from './reading/profile-table.ts'
import { meansCurrency } from './values/amount.ts'
import { readSamples } from './values/read-samples.ts'

/** Which field a column goes to, and what was answered about it before (own presets). */
export interface Assigned {
  field: string
  answer: Pick<MappedColumn, 'decimal' | 'dateOrder'> | null
}

/** What a preset's fields assign to the columns. */
export function assignFields(fields: readonly (string | null)[]): (Assigned | null)[] {
  return fields.map((field) => (field === null ? null : { field, answer: null }))
}

/** What an own preset assigns, with the answers given when it was saved. */
export function assignSaved({ columns }: KeptSettings, count: number): (Assigned | null)[] {
  return Array.from({ length: count }, (_, at) => {
    const column = columns.find(({ index }) => index === at)
    return column ? { field: column.field, answer: { decimal: column.decimal, dateOrder: column.dateOrder } } : null
  })
}

/** Every column of a table: what it holds, where it goes, and what must be asked before it can be read. */
export function describeColumns(
  { headers, profiles }: Pick<ProfiledTable, 'headers' | 'profiles'>,
  kind: ImportKind,
  assigned: readonly (Assigned | null)[]
): Column[] {
  return headers.map((name, index) => describeColumn(name, index, kind, assigned[index] ?? null, profiles[index] ?? new ColumnProfile()))
}

function describeColumn(name: string, index: number, kind: ImportKind, assigned: Assigned | null, seen: ColumnProfile): Column {
  const fieldId = assigned?.field ?? null
  const type = FIELDS[kind].find((field) => field.id === fieldId)?.type ?? seen.type
  const found = seen.findAmbiguity(type)
  const { decimal = null, dateOrder = null } = assigned?.answer ?? {}
  const isAnswered = found === 'decimal' ? decimal !== null : dateOrder !== null
  const reading = {
    type: seen.filled === 0 ? ('empty' as const) : type,
    decimal: type === 'amount' ? (seen.decimal ?? decimal) : null,
    dateOrder: type === 'date' ? (seen.dateOrder ?? dateOrder) : null,
    ambiguous: isAnswered ? null : found
  }
  return {
    index,
    name: name.trim(),
    field: fieldId,
    samples: seen.samples,
    samplesRead: readSamples(seen.samples, reading),
    filled: seen.filled,
    ...reading
  }
}

/** Currencies seen at amounts and in the currency column that are not `currency` (ISO 4217); in the order of the columns. */
export function findOtherCurrencies(columns: readonly Column[], profiles: readonly ColumnProfile[], currency: string | null): string[] {
  if (currency === null) return []
  const seen = columns.flatMap(({ field, type, index }) => {
    if (field === null) return []
    if (field === 'currency') return [...(profiles[index]?.codes ?? [])]
    return type === 'amount' && !field.startsWith(ATTRIBUTE_FIELD_PREFIX) ? [...(profiles[index]?.units ?? [])] : []
  })
  return [...new Set(seen)].filter((written) => !meansCurrency(written, currency))
}
