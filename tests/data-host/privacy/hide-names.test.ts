import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hideNames } from '../../../src/main/data-host/repositories/names/hide-names.ts'
import { buildSearchKey } from '../../../src/shared/domain/search-key.ts'
import { openTestWorkspace, type TestWorkspace } from '../../support/open-test-workspace.ts'

const PEOPLE = [
  { id: 1, name: 'María García López', email: 'maria.garcia@correo.es', phone: '+34 600 11 22 33' },
  { id: 2, name: 'Panadería La Espiga, S.L.', email: 'Pedidos@LaEspiga.es', phone: '912 345 678' },
  { id: 3, name: 'Mercadona', email: null, phone: null },
  { id: 4, name: "Núñez O'Brien, Íñigo", email: null, phone: null },
  { id: 5, name: 'MARIA GARCIA LOPEZ', email: null, phone: null },
  { id: 6, name: 'Ana Gil', email: null, phone: null },
  { id: 7, name: 'Ana Gil Pérez-Reverte', email: null, phone: null },
  { id: 8, name: 'Talleres Hnos. Ruiz S.A.', email: null, phone: null }
]
let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace((db) => {
    const insert = db.prepare(
      "INSERT INTO customers (id, name, search_key, email, phone, city, created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'Gijón', '2026-01-01', '2026-01-01')"
    )
    for (const { id, name, email, phone } of PEOPLE) insert.run(id, name, buildSearchKey({ name, email, city: 'Gijón' }), email, phone)
  })
})
afterAll(() => {
  test.close()
})

const hide = async (text: string): Promise<string> => {
  const shown = (await hideNames(test.workspace, [text], 'es')).get(text)?.shown
  return shown ?? text
}

describe('names in texts people wrote', () => {
  it('go by the stand-in customers have everywhere, whatever their case and accents', async () => {
    expect(await hide('Visita a María García López el lunes')).toBe('Visita a Cliente 0001 el lunes')
    expect(await hide('VISITA A MARIA GARCÍA\nLÓPEZ.')).toBe('VISITA A Cliente 0001.')
    expect(await hide('(Ana Gil, ana gil)')).toBe('(Cliente 0006, Cliente 0006)')
  })

  it('are taken whole: the longest name there is, and no piece of a longer word or of another name', async () => {
    expect(await hide('Ana Gil Pérez-Reverte decide')).toBe('Cliente 0007 decide')
    for (const text of ['María García', 'García López', 'Mariana Gil', 'Ana Gilabert', 'Ana y Gil', 'María Garcíal López'])
      expect(await hide(text)).toBe(text)
  })

  it('of one word stay: they are words of the language too', async () => {
    expect(await hide('Ventas a Mercadona por canal')).toBe('Ventas a Mercadona por canal')
  })

  it('of firms are known with their legal form, without it, and however it is written', async () => {
    expect(await hide('Renovar Panadería La Espiga, S.L. en mayo')).toBe('Renovar Cliente 0002 en mayo')
    expect(await hide('Renovar panaderia la espiga SL.')).toBe('Renovar Cliente 0002.')
    expect(await hide('Panadería La Espiga: renovar')).toBe('Cliente 0002: renovar')
    expect(await hide('Talleres Hnos Ruiz')).toBe('Cliente 0008')
  })

  it('kept with the surname first are known in both orders', async () => {
    expect(await hide('Íñigo Núñez O’Brien')).toBe('Cliente 0004')
    expect(await hide("Núñez O'Brien, Íñigo")).toBe('Cliente 0004')
  })

  it('and their addresses and phones, but no other’s', async () => {
    expect(await hide('Escribir a MARIA.GARCIA@correo.es.')).toBe('Escribir a •••.')
    expect(await hide('pedidos@laespiga.es y otra@laespiga.es')).toBe('••• y otra@laespiga.es')
    expect(await hide('Llamar al 600112233 o al (+34) 912-345-678')).toMatch(/^Llamar al ••• o al \(?•••$/u)
    expect(await hide('Llamar al 600112234')).toBe('Llamar al 600112234')
    expect(await hide('Facturación de 1.234.567.890 €')).toBe('Facturación de 1.234.567.890 €')
  })

  it('say what was hidden, in order', async () => {
    const text = 'Ana Gil y maria.garcia@correo.es'
    expect((await hideNames(test.workspace, [text, 'nada aquí'], 'en')).get(text)).toEqual({
      shown: 'Customer 0006 y •••',
      runs: [
        { kept: 'Ana Gil', shown: 'Customer 0006' },
        { kept: 'maria.garcia@correo.es', shown: '•••' }
      ]
    })
  })

  it('follow the data: who is renamed or merged', async () => {
    await test.workspace.change(['customers'], (db) => {
      db.prepare("UPDATE customers SET name = 'Eva Sanz', search_key = 'eva sanz' WHERE id = 6").run()
      db.prepare('UPDATE customers SET merged_into_id = 1 WHERE id = 8').run()
    })
    expect(await hide('Ana Gil con Eva Sanz y Talleres Hnos. Ruiz S.A.')).toBe('Ana Gil con Cliente 0006 y Cliente 0001')
  })
})
