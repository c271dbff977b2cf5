import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { useCauce } from './run-cauce.ts'

const { json, refusal, cauce, pathOf } = useCauce()

describe('import of every kind', { timeout: 240_000 }, () => {
  it('takes contacts by a mapping file, matches by chosen keys, cleans by a recipe, and goes back and forth', () => {
    json('new', 'w.cauce')
    writeFileSync(pathOf('people.csv'), 'Nombre,Correo,Teléfono,Puntos\nAna Ruiz,ana@x.es,600 123 456,12\nLuis Gil,luis@x.es,600999888,\n')
    writeFileSync(
      pathOf('people.json'),
      JSON.stringify({ Nombre: 'name', Correo: 'email', Teléfono: 'phone', Puntos: { attribute: 'Puntos', type: 'number' } })
    )
    expect(json('import', 'w.cauce', 'people.csv', '--kind', 'customers', '--mapping', 'people.json')).toMatchObject({
      created: 2,
      attributes: [{ id: 'Puntos', type: 'number', isNew: true }]
    })
    writeFileSync(
      pathOf('contacts.csv'),
      'Fecha,Tipo,Teléfono\n05/03/2026,Visita comercial,+34600123456\n06/03/2026,Visita comercial,611000111\n'
    )
    writeFileSync(pathOf('contacts.json'), JSON.stringify({ Fecha: 'at', Tipo: 'kind', Teléfono: 'customer_phone' }))
    writeFileSync(
      pathOf('recipe.json'),
      JSON.stringify({ steps: [{ id: '1', kind: 'map', columns: ['Tipo'], values: [{ from: 'visita comercial', to: 'visita' }] }] })
    )
    const words = ['import', 'w.cauce', 'contacts.csv', '--kind', 'interactions', '--mapping', 'contacts.json', '--date-order', 'dmy']
    const options = ['--match-by', 'phone', '--unknown-customers', 'refuse', '--recipe', 'recipe.json']
    const forecast = json(...words, ...options, '--dry-run')
    expect(forecast).toMatchObject({ created: 1, rejected: 1, rejects: [{ row: 3, code: 'customer-unknown' }], batch: null })
    expect(json(...words, ...options)).toMatchObject({ created: 1, rejected: 1, cleaning: [{ id: '1', rows: 2 }] })
    expect(json(...words, ...options)).toMatchObject({ created: 0, updated: 0, unchanged: 1 })
    expect(json('undo', 'w.cauce')).toMatchObject({ undone: { kind: 'import' } })
    expect(json(...words, ...options)).toMatchObject({ created: 1 })
  })

  it('refuses keys, files and fields that are none, changing nothing', () => {
    json('new', 'w.cauce')
    writeFileSync(pathOf('a.csv'), 'name\nAna\n')
    writeFileSync(pathOf('wrong.json'), '{"name": {"attribute": "x", "type": "colour"}}')
    expect(cauce('import', 'w.cauce', 'a.csv', '--match-by', 'shoe').code).toBe(2)
    expect(refusal('import', 'w.cauce', 'a.csv', '--mapping', 'wrong.json').code).toBe('mapping-invalid')
    expect(refusal('import', 'w.cauce', 'a.csv', '--kind', 'consents').code).toBe('import-mapping-missing')
    expect(refusal('undo', 'w.cauce').code).toBe('nothing-to-undo')
  })
})
