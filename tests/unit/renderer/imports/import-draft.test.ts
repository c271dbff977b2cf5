import { describe, expect, test } from 'vitest'
import {
  assignField,
  changeColumn,
  isAnswered,
  listMissingFields,
  listQuestions,
  settingsOf,
  startDraft
} from '../../../../src/renderer/features/imports/import-draft.ts'
import type { Column, Inspection } from '../../../../src/shared/contract/imports.ts'

const column = (index: number, change: Partial<Column>): Column => ({
  index,
  name: `c${index}`,
  field: null,
  type: 'text',
  samples: [],
  samplesRead: [],
  filled: 1,
  decimal: null,
  dateOrder: null,
  ambiguous: null,
  ...change
})
const field = (id: string, required: boolean): Inspection['fields'][number] => ({ id, type: 'text', required, name: { en: id, es: id } })
const inspection: Inspection = {
  fileName: 'orders.csv',
  bytes: 10,
  source: 'delimited',
  sheets: [],
  sheet: null,
  dialect: { encoding: 'utf-8', delimiter: ';', headerRow: 0 },
  rows: 2,
  rowsExact: true,
  rowsLeftOut: 0,
  preset: null,
  saved: null,
  kind: 'orders',
  otherCurrencies: [],
  columns: [
    column(0, { field: 'customer' }),
    column(1, { field: 'date', type: 'date', dateOrder: 'dmy', ambiguous: 'date-order' }),
    column(2, { field: 'amount', type: 'amount', decimal: 'comma' }),
    column(3, {})
  ],
  fileColumns: 4,
  cleaning: [],
  sampleRows: [],
  fields: [field('customer', true), field('date', true), field('amount', true), field('channel', false)]
}

describe('an import in the making', () => {
  test('a column that can be read two ways has no answer until the person gives one, and nothing can be imported', () => {
    const draft = startDraft(inspection)
    expect(listQuestions(draft).map(({ column: { index } }) => index)).toEqual([1])
    expect(listQuestions(draft).every(isAnswered)).toBe(false)
    expect(settingsOf('token', draft, inspection)).toBeNull()
  })

  test('an answered draft becomes settings with the mapped columns alone', () => {
    const draft = changeColumn(startDraft(inspection), 1, { dateOrder: 'mdy' })
    expect(settingsOf('token', draft, inspection)).toEqual({
      fileToken: 'token',
      kind: 'orders',
      preset: null,
      dialect: inspection.dialect,
      onMatch: 'update',
      columns: [
        { index: 0, field: 'customer', decimal: null, dateOrder: null },
        { index: 1, field: 'date', decimal: null, dateOrder: 'mdy' },
        { index: 2, field: 'amount', decimal: 'comma', dateOrder: null }
      ]
    })
  })

  test('a question about a column that is left out need not be answered', () => {
    const draft = assignField(startDraft(inspection), 1, null)
    expect(listQuestions(draft)).toEqual([])
    expect(listMissingFields(draft, inspection).map(({ id }) => id)).toEqual(['date'])
    expect(settingsOf('token', draft, inspection)).toBeNull()
  })

  test('one field comes from one column', () => {
    const draft = assignField(startDraft(inspection), 3, 'customer')
    expect(draft.columns.map((each) => each.field)).toEqual([null, 'date', 'amount', 'customer'])
  })
})
