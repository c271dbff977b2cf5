import { say, type FieldDefinition } from '../segments/field-types.ts'
import { findField } from '../segments/find-field.ts'

/** Columns of the customers table that are no field of a rule: several figures in one, or counts of records. */
export const EXTRA_COLUMNS: readonly FieldDefinition[] = [
  { id: 'rfm-scores', name: say('RFM', 'RFM'), type: 'text', column: '' },
  { id: 'segments', name: say('Segments', 'Segmentos'), type: 'count', column: '' },
  { id: 'last-interaction', name: say('Last interaction', 'Última interacción'), type: 'date', column: '' },
  { id: 'open-complaints', name: say('Open complaints', 'Quejas abiertas'), type: 'count', column: '' },
  { id: 'completeness', name: say('Record filled in', 'Ficha completa'), type: 'share', column: '' },
  { id: 'contactable', name: say('May be contacted', 'Se le puede contactar'), type: 'boolean', column: '' }
]
const EXTRAS = new Map(EXTRA_COLUMNS.map((column) => [column.id, column]))

/** What stands in a column; null: there is none of that id (a custom column that was taken away). */
export function findColumn(id: string): FieldDefinition | null {
  const field = EXTRAS.get(id) ?? findField(id)?.definition ?? null
  return field?.type === 'segment' ? null : field
}

/** Whether it stands in the customer's record or figures, so that a rule, and with it a filter, can ask for it. */
export const isFieldColumn = (id: string): boolean => !EXTRAS.has(id) && findColumn(id) !== null

/** Identities the privacy mask hides. */
export const MASKED_COLUMNS: ReadonlySet<string> = new Set(['name', 'email', 'phone', 'address', 'tax-id', 'external-id', 'notes'])
