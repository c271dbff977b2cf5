import type { Column, DateOrder, DecimalMark, ImportSettings, Inspection, MappedColumn } from '../../../shared/contract/imports.ts'

/** What the person has decided about one column; null answers are questions still open. */
export interface DraftColumn {
  readonly column: Column
  readonly field: string | null
  readonly decimal: DecimalMark | null
  readonly dateOrder: DateOrder | null
}
export interface Draft {
  readonly columns: readonly DraftColumn[]
  readonly onMatch: ImportSettings['onMatch']
}

/** The draft as found. A column that can be read two ways starts without an answer, whatever the file hints at. */
export function startDraft(inspection: Inspection): Draft {
  return {
    onMatch: 'update',
    columns: inspection.columns.map((column) => ({
      column,
      field: column.field,
      decimal: column.ambiguous === 'decimal' ? null : column.decimal,
      dateOrder: column.ambiguous === 'date-order' ? null : column.dateOrder
    }))
  }
}

export function changeColumn(draft: Draft, index: number, change: Partial<Omit<DraftColumn, 'column'>>): Draft {
  return { ...draft, columns: draft.columns.map((each) => (each.column.index === index ? { ...each, ...change } : each)) }
}

/** One field comes from one column: giving it to another takes it from the first. */
export function assignField(draft: Draft, index: number, field: string | null): Draft {
  const freed = draft.columns.map((each) => (field !== null && each.field === field ? { ...each, field: null } : each))
  return changeColumn({ ...draft, columns: freed }, index, { field })
}

/** Mapped columns whose reading only the person can settle. */
export function listQuestions(draft: Draft): readonly DraftColumn[] {
  return draft.columns.filter(({ column, field }) => field !== null && column.ambiguous !== null)
}

export function isAnswered({ column, decimal, dateOrder }: DraftColumn): boolean {
  if (column.ambiguous === 'decimal') return decimal !== null
  if (column.ambiguous === 'date-order') return dateOrder !== null
  return true
}

/** Required fields no column goes to. */
export function listMissingFields(draft: Draft, inspection: Inspection): Inspection['fields'] {
  const given = new Set(draft.columns.map(({ field }) => field))
  return inspection.fields.filter(({ id, required }) => required && !given.has(id))
}

/** The import the draft stands for; null while a question or a required field is open. */
export function settingsOf(fileToken: string, draft: Draft, inspection: Inspection): ImportSettings | null {
  if (!listQuestions(draft).every(isAnswered) || listMissingFields(draft, inspection).length > 0) return null
  const columns: MappedColumn[] = draft.columns.flatMap(({ column, field, decimal, dateOrder }) =>
    field === null ? [] : [{ index: column.index, field, decimal, dateOrder }]
  )
  if (columns.length === 0) return null
  return { fileToken, kind: inspection.kind, preset: inspection.preset, dialect: inspection.dialect, columns, onMatch: draft.onMatch }
}
