import { describe, expect, it } from 'vitest'
import { compileRecipe } from '../../../../src/shared/cleaning/compile.ts'
import { type CountedColumn, suggestSteps } from '../../../../src/shared/cleaning/suggest.ts'

const column = (name: string, field: string, values: Record<string, number>, type = 'text'): CountedColumn => ({
  name,
  field,
  type,
  values: Object.entries(values).map(([value, count]) => ({ value, count }))
})

const MESSY: CountedColumn[] = [
  column('Cliente', 'name', { 'GARCÍA LÓPEZ, ANA': 2, 'Gil, Luis': 1, 'Panadería Ruiz, S.L.': 1 }),
  column('Móvil', 'phone', { '600 11 22 33': 3, '+34600112233': 1, '12': 1, 'sin teléfono': 2 }, 'phone'),
  column('E-mail', 'email', { 'ana@gmial.com': 2, 'eva@gmail.con': 1, 'Luis@Gil.es': 4 }, 'email'),
  column('NIF', 'tax_id', { '12345678-z': 2, B58818501: 1, '12345678A': 1 }),
  column('Población', 'city', { Barcelona: 9, barcelona: 2, 'BARCELONA ': 1, Madrid: 4 }),
  column('Notas', 'notes', { 'llamar  tarde': 1, 'n/a': 3 })
]

describe('steps that the data asks for', () => {
  it('are found with their rows', () => {
    const found = suggestSteps(MESSY, 'ES')
    expect(found.map(({ step, rows, unread }) => [step.kind, rows, unread])).toEqual([
      ['trim', 1, 0],
      ['blank', 2, 0],
      ['blank', 3, 0],
      ['split-name', 3, 0],
      ['case', 5, 0],
      ['email', 3, 0],
      ['phone', 3, 3],
      ['tax-id', 2, 1],
      ['merge', 3, 0]
    ])
    expect(found.find(({ step }) => step.kind === 'email')?.step).toMatchObject({
      domains: { 'gmial.com': 'gmail.com', 'gmail.con': 'gmail.com' }
    })
    expect(found.find(({ step }) => step.kind === 'phone')?.sample).toEqual({ before: '600 11 22 33', after: '+34600112233' })
    expect(found.find(({ step }) => step.kind === 'merge')).toMatchObject({
      values: 3,
      into: 1,
      step: { columns: ['Población'], groups: [{ to: 'Barcelona', from: ['barcelona', 'BARCELONA '] }] }
    })
  })

  it('are asked for no more once they are done', () => {
    const recipe = { steps: suggestSteps(MESSY, 'ES').map(({ step }, at) => ({ ...step, id: String(at) })) }
    const headers = MESSY.map(({ name }) => name)
    const after = MESSY.map((each, at) => {
      const counts = new Map<string, number>()
      const compiled = compileRecipe(recipe, headers, { readDate: () => null })
      for (const { value, count } of each.values) {
        const cleaned = compiled.clean(headers.map((_, index) => (index === at ? value : '')))[at] ?? ''
        if (cleaned !== '') counts.set(cleaned, (counts.get(cleaned) ?? 0) + count)
      }
      return { ...each, values: [...counts].map(([value, count]) => ({ value, count })) }
    })
    // The name stands in columns of its own now; the column it was in is mapped no more.
    expect(suggestSteps(after.slice(1), 'ES')).toEqual([])
  })

  it('are none for clean data', () => {
    expect(
      suggestSteps(
        [
          column('Nombre', 'name', { 'Ana Gil': 1, 'María de la Cruz': 2 }),
          column('Ciudad', 'city', { Soria: 3 }),
          column('Tel', 'phone', { '+34600112233': 1 })
        ],
        'ES'
      )
    ).toEqual([])
  })

  it('split no names where the file has a column of last names', () => {
    const columns = [column('Nombre', 'name', { 'Gil, Ana': 3 }), column('Apellidos', 'last_name', { Gil: 3 })]
    expect(suggestSteps(columns, 'ES').map(({ step }) => step.kind)).toEqual([])
  })
})
