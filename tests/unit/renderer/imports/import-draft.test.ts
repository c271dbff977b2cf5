import { describe, expect, test } from 'vitest'
import {
  assignField,
  changeColumn,
  describeAttribute,
  isAnswered,
  listColumns,
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

const NO_RECIPE = { steps: [] }
const orders = listColumns(startDraft(inspection), inspection)

describe('an import in the making', () => {
  test('a column that can be read two ways has no answer until the person gives one, and nothing can be imported', () => {
    expect(listQuestions(orders).map(({ column: { index } }) => index)).toEqual([1])
    expect(listQuestions(orders).every(isAnswered)).toBe(false)
    expect(settingsOf('token', startDraft(inspection), inspection, NO_RECIPE)).toBeNull()
  })

  test('an answered draft becomes settings with the mapped columns alone', () => {
    const draft = changeColumn(startDraft(inspection), 'c1', { dateOrder: 'mdy' })
    expect(settingsOf('token', draft, inspection, NO_RECIPE)).toEqual({
      fileToken: 'token',
      kind: 'orders',
      preset: null,
      dialect: inspection.dialect,
      columns: [
        { index: 0, field: 'customer', decimal: null, dateOrder: null },
        { index: 1, field: 'date', decimal: null, dateOrder: 'mdy' },
        { index: 2, field: 'amount', decimal: 'comma', dateOrder: null }
      ],
      onMatch: 'update',
      matchBy: ['external_id', 'email', 'name_city'],
      unknownCustomers: 'create'
    })
  })

  test('giving a field to another column takes it from the first, and a question of a column that is left out is no question', () => {
    const draft = assignField(startDraft(inspection), orders, 'c3', { field: 'date' })
    const columns = listColumns(draft, inspection)
    expect(columns.map(({ field }) => field)).toEqual(['customer', null, 'amount', 'date'])
    expect(listQuestions(columns)).toEqual([])
    expect(settingsOf('token', draft, inspection, NO_RECIPE)).not.toBeNull()
  })

  test('a required field without a column is missing', () => {
    const draft = assignField(startDraft(inspection), orders, 'c2', { field: null })
    expect(listMissingFields(listColumns(draft, inspection), inspection).map(({ id }) => id)).toEqual(['amount'])
    expect(settingsOf('token', draft, inspection, NO_RECIPE)).toBeNull()
  })

  test('a column becomes an attribute of the type of what it holds', () => {
    const { field, attribute } = describeAttribute(column(3, { name: ' Puntos ', type: 'integer' }))
    expect([field, attribute]).toEqual(['attribute:Puntos', { name: 'Puntos', type: 'number' }])
    const draft = assignField(changeColumn(startDraft(inspection), 'c1', { dateOrder: 'dmy' }), orders, 'c3', { field, attribute })
    expect(settingsOf('token', draft, inspection, NO_RECIPE)?.columns.at(-1)).toEqual({
      index: 3,
      field: 'attribute:Puntos',
      decimal: null,
      dateOrder: null,
      attribute: { name: 'Puntos', type: 'number' }
    })
  })

  test('what was saved with an own preset is there again, and what is decided stays when the recipe adds columns', () => {
    const saved: Inspection = {
      ...inspection,
      sheet: 'Hoja 1',
      saved: {
        kind: 'orders',
        preset: null,
        dialect: inspection.dialect,
        columns: [{ index: 3, field: 'attribute:x', decimal: null, dateOrder: null, attribute: { name: 'x', type: 'text' } }],
        onMatch: 'skip',
        matchBy: ['phone'],
        unknownCustomers: 'refuse'
      }
    }
    const draft = changeColumn(startDraft(saved), 'c1', { dateOrder: 'dmy' })
    const wider = { ...saved, columns: [...saved.columns, column(4, { name: 'Added' })] }
    const recipe = { steps: [{ id: 's', on: true, kind: 'trim' as const, columns: 'all' as const }] }
    expect(settingsOf('token', draft, wider, recipe)).toMatchObject({
      onMatch: 'skip',
      matchBy: ['phone'],
      unknownCustomers: 'refuse',
      sheet: 'Hoja 1',
      recipe
    })
    expect(listColumns(draft, wider).map(({ isAdded, dateOrder, attribute }) => [isAdded, dateOrder, attribute?.name ?? null])).toEqual([
      [false, null, null],
      [false, 'dmy', null],
      [false, null, null],
      [false, null, 'x'],
      [true, null, null]
    ])
  })
})
