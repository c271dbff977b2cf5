import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openImportBench, type ImportBench } from '../../support/import-file.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(() => bench.close())

const PEOPLE = 'Nombre;Correo;Teléfono\nAna Ruiz;ana@correo.example;600111222\nLuis Gil;luis@correo.example;600333444\n'

describe('people who asked to be erased', () => {
  it('are counted by the forecast and the import of a file that still holds them', async () => {
    const file = bench.write('clientes.csv', PEOPLE)
    expect((await bench.run(file)).erasedAgain).toBeUndefined()
    const id = Number(bench.db().prepare("SELECT id FROM customers WHERE email = 'ana@correo.example'").pluck().get())
    await bench.client.privacy.erasePeople({ ids: [id], reason: 'lo pidió' })
    expect(await bench.run(file, undefined, 'forecastImport')).toMatchObject({ created: 1, unchanged: 1, erasedAgain: 1 })
    expect(await bench.run(file)).toMatchObject({ created: 1, erasedAgain: 1 })
  })

  it('are not taken for a relative who shares a telephone', async () => {
    await bench.run(bench.write('clientes.csv', PEOPLE))
    const id = Number(bench.db().prepare("SELECT id FROM customers WHERE email = 'ana@correo.example'").pluck().get())
    await bench.client.privacy.erasePeople({ ids: [id], reason: 'lo pidió' })
    const other = bench.write('otros.csv', 'Nombre;Correo;Teléfono\nEva Ruiz;eva@correo.example;600111222\n')
    const { created, erasedAgain } = await bench.run(other)
    expect([created, erasedAgain]).toEqual([1, undefined])
  })
})
