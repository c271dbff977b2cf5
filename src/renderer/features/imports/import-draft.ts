import { nameColumns, type Recipe } from '../../../shared/cleaning/recipe.ts'
import {
  ATTRIBUTE_FIELD_PREFIX,
  type Attribute,
  type Column,
  type DateOrder,
  type DecimalMark,
  type ImportSettings,
  type Inspection,
  type KeptSettings,
  type MappedColumn
} from '../../../shared/contract/imports.ts'
import { type MatchKey, USUAL_MATCH_KEYS } from '../../../shared/domain/match-keys.ts'

/** What is decided about a column: where it goes, and how it is read where it reads two ways. */
interface Decision {
  field: string | null
  decimal: DecimalMark | null
  dateOrder: DateOrder | null
  /** What to make of an attribute that is new. */
  attribute: Pick<Attribute, 'name' | 'type'> | null
}

/** One column as found, with what the person decided; null answers are questions still open. */
export interface DraftColumn extends Decision {
  readonly column: Column
  /** Names the column, also when the recipe puts others beside it. */
  readonly key: string
  /** A step of the recipe adds it. */
  readonly isAdded: boolean
}

export interface Draft {
  /** By the key of the column; what is not said here is as found. */
  readonly decisions: Readonly<Record<string, Partial<Decision>>>
  readonly onMatch: ImportSettings['onMatch']
  readonly matchBy: readonly MatchKey[]
  readonly unknownCustomers: NonNullable<ImportSettings['unknownCustomers']>
}

/** The draft as found, or as it was saved with an own preset. */
export function startDraft({ saved, columns }: Inspection): Draft {
  const keys = nameColumns(columns.map(({ name }) => name))
  const decisions = (saved?.columns ?? []).flatMap(({ index, attribute }) => {
    const key = keys[index]
    return key !== undefined && attribute ? [[key, { attribute }] as const] : []
  })
  return {
    decisions: Object.fromEntries(decisions),
    onMatch: saved?.onMatch ?? 'update',
    matchBy: saved?.matchBy ?? USUAL_MATCH_KEYS,
    unknownCustomers: saved?.unknownCustomers ?? 'create'
  }
}

/** Every column with what is decided. A column that can be read two ways has no answer until the person gives one, whatever the file hints at. */
export function listColumns({ decisions }: Draft, { columns, fileColumns }: Inspection): DraftColumn[] {
  const keys = nameColumns(columns.map(({ name }) => name))
  return columns.map((column, at) => {
    const key = keys[at] ?? column.name
    return {
      column,
      key,
      isAdded: column.index >= fileColumns,
      field: column.field,
      decimal: column.ambiguous === 'decimal' ? null : column.decimal,
      dateOrder: column.ambiguous === 'date-order' ? null : column.dateOrder,
      attribute: null,
      ...decisions[key]
    }
  })
}

export function changeColumn(draft: Draft, key: string, change: Partial<Decision>): Draft {
  return { ...draft, decisions: { ...draft.decisions, [key]: { ...draft.decisions[key], ...change } } }
}

/** One field comes from one column: giving it to another takes it from the first. */
export function assignField(
  draft: Draft,
  columns: readonly DraftColumn[],
  key: string,
  { field, attribute = null }: { field: string | null; attribute?: Decision['attribute'] }
): Draft {
  const before = field === null ? undefined : columns.find((each) => each.field === field && each.key !== key)
  const freed = before ? changeColumn(draft, before.key, { field: null, attribute: null }) : draft
  return changeColumn(freed, key, { field, attribute })
}

const TYPES = { integer: 'number', amount: 'number', date: 'date', boolean: 'boolean' } as const

/** The attribute a column becomes when the workspace has none for it: its name, and the type of what it holds. */
export function describeAttribute({ name, type }: Column): { field: string; attribute: Pick<Attribute, 'name' | 'type'> } {
  const shown = name.trim().slice(0, 100)
  const known: Readonly<Partial<Record<Column['type'], Attribute['type']>>> = TYPES
  return { field: `${ATTRIBUTE_FIELD_PREFIX}${shown}`, attribute: { name: shown, type: known[type] ?? 'text' } }
}

/** Mapped columns whose reading only the person can settle. */
export function listQuestions(columns: readonly DraftColumn[]): readonly DraftColumn[] {
  return columns.filter(({ column, field }) => field !== null && column.ambiguous !== null)
}

export function isAnswered({ column, decimal, dateOrder }: DraftColumn): boolean {
  if (column.ambiguous === 'decimal') return decimal !== null
  if (column.ambiguous === 'date-order') return dateOrder !== null
  return true
}

/** Required fields no column goes to. */
export function listMissingFields(columns: readonly DraftColumn[], { fields }: Inspection): Inspection['fields'] {
  const given = new Set(columns.map(({ field }) => field))
  return fields.filter(({ id, required }) => required && !given.has(id))
}

/** The import as decided so far, questions and missing fields aside: what the data is studied by. */
export function toSettings(fileToken: string, draft: Draft, inspection: Inspection, recipe: Recipe): ImportSettings {
  const columns: MappedColumn[] = listColumns(draft, inspection).flatMap(({ column, field, decimal, dateOrder, attribute }) =>
    field === null ? [] : [{ index: column.index, field, decimal, dateOrder, ...(attribute && { attribute }) }]
  )
  return {
    fileToken,
    kind: inspection.kind,
    preset: inspection.preset,
    dialect: inspection.dialect,
    columns,
    onMatch: draft.onMatch,
    matchBy: [...draft.matchBy],
    ...(inspection.kind !== 'customers' && { unknownCustomers: draft.unknownCustomers }),
    ...(inspection.sheet !== null && { sheet: inspection.sheet }),
    ...(recipe.steps.length > 0 && { recipe })
  }
}

/** The import the draft stands for; null while a question or a required field is open. */
export function settingsOf(fileToken: string, draft: Draft, inspection: Inspection, recipe: Recipe): ImportSettings | null {
  const columns = listColumns(draft, inspection)
  if (!listQuestions(columns).every(isAnswered) || listMissingFields(columns, inspection).length > 0) return null
  const settings = toSettings(fileToken, draft, inspection, recipe)
  return settings.columns.length === 0 ? null : settings
}

/** What an own preset keeps of an import. */
export function toKept({ fileToken: _token, ...kept }: ImportSettings): KeptSettings {
  return kept
}
