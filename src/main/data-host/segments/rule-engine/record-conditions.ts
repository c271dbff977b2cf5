import { meets, type RuleScope } from '../../../../shared/segments/compare.ts'
import type { FieldType } from '../../../../shared/segments/field-types.ts'
import { findField, findRecordField, findSubject, measuredType } from '../../../../shared/segments/find-field.ts'
import type { Comparison, FieldCondition, RecordCondition } from '../../../../shared/segments/rule.ts'
import { takeMeasure } from './measures.ts'
import { makeNumberTest } from './number-tests.ts'
import type { FieldColumn, RecordColumns } from './record-columns.ts'
import { VALID } from './record-store.ts'

type Compared = Pick<Comparison, 'operator' | 'value'>

/** Who meets a condition on a field of the customer's record; `columns` holds it, one row each. */
export function answerField(condition: FieldCondition, columns: RecordColumns, scope: RuleScope): Uint8Array {
  const column = columns.fields.get(condition.field)
  const type = findField(condition.field)?.definition.type
  const { starts } = columns
  const mask = new Uint8Array(starts.length - 1)
  if (!column || !type) return mask
  const isIn = makeRowTest(column, type, condition, scope)
  for (let i = 0; i < mask.length; i++) mask[i] = starts[i]! < starts[i + 1]! && isIn(starts[i]!) ? 1 : 0
  return mask
}

/** Who meets a condition on records, whose fields all stand in `columns`. */
export function answerRecords(condition: RecordCondition, columns: RecordColumns, scope: RuleScope): Uint8Array {
  const { starts, fields } = columns
  const mask = new Uint8Array(starts.length - 1)
  const subject = findSubject(condition.subject)
  if (!subject) return mask
  const pass = markCounted(condition, columns, fields.get(subject.date), scope)
  for (const filter of condition.where) {
    const type = findRecordField(subject, filter.field)?.type
    const column = fields.get(filter.field)
    if (!type || !column) return mask
    keepRows(pass, makeRowTest(column, type, filter, scope))
  }
  const { measure, of } = condition
  const isPlaced = measure === 'first' || measure === 'latest'
  const dates = fields.get(subject.date)
  // What has no date is neither first nor latest.
  if (isPlaced && dates?.kind === 'codes') keepRows(pass, (row) => dates.codes[row] !== 0)
  const field = findRecordField(subject, of)
  const measured = of === null ? undefined : fields.get(of)
  const type = measuredType(measure, field)
  const numbers = measured?.kind === 'numbers' ? measured.numbers : NONE
  const take = takeMeasure(measure)
  if (isPlaced) {
    if (!measured) return mask
    const isIn = makeRowTest(measured, type, condition, scope)
    const isBlankIn = type !== 'segment' && meets(type, condition.operator, condition.value, null, scope)
    for (let i = 0; i < mask.length; i++) {
      const row = take(pass, numbers, starts[i]!, starts[i + 1]!)
      mask[i] = (Number.isNaN(row) ? isBlankIn : isIn(row)) ? 1 : 0
    }
    return mask
  }
  const test = makeNumberTest(type, condition, scope)
  for (let i = 0; i < mask.length; i++) mask[i] = test(take(pass, numbers, starts[i]!, starts[i + 1]!)) ? 1 : 0
  return mask
}

const NONE = new Float64Array()

function keepRows(pass: Uint8Array, isIn: (row: number) => boolean): void {
  for (let row = 0; row < pass.length; row++) if (pass[row] === 1 && !isIn(row)) pass[row] = 0
}

/** A comparison as a test of a row: each different value is looked at once. */
function makeRowTest(column: FieldColumn, type: FieldType, compared: Compared, scope: RuleScope): (row: number) => boolean {
  if (type === 'segment') return () => false
  if (column.kind === 'numbers') {
    const { numbers } = column
    const test = makeNumberTest(type, compared, scope)
    return (row) => test(numbers[row]!)
  }
  const { codes } = column
  const table = Uint8Array.from(column.values, (value) => (meets(type, compared.operator, compared.value, value, scope) ? 1 : 0))
  return (row) => table[codes[row]!] === 1
}

/** The rows a rule sees at all: of valid orders, unless it asks for their state, and of no later day than the as-of date. */
function markCounted(
  { where }: RecordCondition,
  { starts, fields }: RecordColumns,
  dates: FieldColumn | null | undefined,
  { asOf }: RuleScope
): Uint8Array {
  const pass = new Uint8Array(starts.at(-1) ?? 0).fill(1)
  const valid = fields.get(VALID)
  if (valid?.kind === 'codes' && !where.some(({ field }) => field === 'status'))
    keepRows(pass, (row) => valid.values[valid.codes[row]!] === 1)
  if (asOf === null || dates?.kind !== 'codes') return pass
  // Members of a campaign without a date count: nothing says that they are later.
  const isPast = Uint8Array.from(dates.values, (value) => (value === null || String(value) <= asOf ? 1 : 0))
  keepRows(pass, (row) => isPast[dates.codes[row]!] === 1)
  return pass
}
