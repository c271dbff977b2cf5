import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { KeptSettings } from '../../../src/shared/contract/imports.ts'
import { type ImportBench, openImportBench, refusalOf, toSettings } from '../../support/import-file.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(async () => {
  await bench.close()
})

const MAY = 'Ref;Día;Quién;Pagó;Zona\nP1;05/03/2026;Ana Núñez;1.234;Norte\nP2;06/03/2026;Luis Peña;2.500;Sur\n'
/** The next month: another order of columns, one more. */
const JUNE = 'Zona;Nota;Quién;Pagó;Día;Ref\nNorte;x;Ana Núñez;1.500;05/04/2026;P3\n'

/** What a person made of the file: two questions answered, a step of cleaning. */
async function mapByHand(path: string): Promise<{ settings: KeptSettings; headers: string[] }> {
  const { token, inspection } = await bench.inspect(path)
  const { fileToken: _token, ...found } = toSettings(token, inspection)
  const settings: KeptSettings = {
    ...found,
    kind: 'orders',
    preset: null,
    columns: [
      { index: 0, field: 'external_id', decimal: null, dateOrder: null },
      { index: 1, field: 'order_date', decimal: null, dateOrder: 'dmy' },
      { index: 2, field: 'customer', decimal: null, dateOrder: null },
      { index: 3, field: 'amount', decimal: 'comma', dateOrder: null }
    ],
    recipe: { steps: [{ id: 'a', on: true, kind: 'trim', columns: 'all' }] },
    onMatch: 'skip'
  }
  return { settings, headers: inspection.columns.map(({ name }) => name) }
}

describe('own presets', () => {
  it('are recognised by their columns, wherever they stand, with the answers and the recipe', async () => {
    const may = await mapByHand(bench.write('mayo.csv', MAY))
    const { id } = await bench.client.imports.savePreset({ name: 'Caja de la tienda', ...may })
    expect(await bench.client.imports.listPresets()).toContainEqual({
      id,
      kind: 'orders',
      name: { en: 'Caja de la tienda', es: 'Caja de la tienda' },
      own: true
    })
    const path = bench.write('junio.csv', JUNE)
    const { token, inspection } = await bench.inspect(path)
    expect(inspection).toMatchObject({ preset: id, kind: 'orders', saved: { onMatch: 'skip', recipe: may.settings.recipe } })
    expect(inspection.columns.map(({ name, field, ambiguous }) => [name, field, ambiguous])).toEqual([
      ['Zona', null, null],
      ['Nota', null, null],
      ['Quién', 'customer', null],
      ['Pagó', 'amount', null],
      ['Día', 'order_date', null],
      ['Ref', 'external_id', null]
    ])
    for await (const event of await bench.client.imports.runImport({
      ...toSettings(token, inspection),
      ...inspection.saved,
      fileToken: token,
      preset: id
    }))
      if (event.type === 'result') expect(event.result).toMatchObject({ created: 1, totals: { amountMinor: 150_000, from: '2026-04-05' } })
  })

  it('come before the app’s presets, keep what those do to rows, and can be overruled', async () => {
    const csv =
      'id,Created date (UTC),Amount,Amount Refunded,Currency,Captured,Status,Customer Email\nch_1,2026-01-02,10.00,0.00,eur,true,Paid,a@x.es\nch_2,2026-01-03,9.00,0.00,eur,true,Failed,b@x.es\n'
    const path = bench.write('pagos.csv', csv)
    const { token, inspection } = await bench.inspect(path)
    const { fileToken: _token, ...settings } = toSettings(token, inspection)
    const { id } = await bench.client.imports.savePreset({
      name: 'Stripe a mi manera',
      headers: inspection.columns.map(({ name }) => name),
      settings: { ...settings, columns: settings.columns.filter(({ field }) => field !== 'refunded') }
    })
    const again = await bench.client.imports.inspectFile({ fileToken: token })
    expect(again).toMatchObject({ preset: id, rows: 1, rowsLeftOut: 1 })
    expect(again.columns.find(({ name }) => name === 'Amount Refunded')?.field).toBeNull()
    expect(await bench.client.imports.inspectFile({ fileToken: token, preset: 'stripe-payments' })).toMatchObject({
      preset: 'stripe-payments',
      rows: 1,
      saved: null
    })
    expect(await bench.client.imports.inspectFile({ fileToken: token, preset: 'none', kind: 'orders' })).toMatchObject({
      preset: null,
      rows: 2
    })
    expect(await bench.run(path)).toMatchObject({ preset: id, rows: 1, created: 1 })
  })

  it('are replaced by the same name, renamed and deleted, each of it undone and redone', async () => {
    const may = await mapByHand(bench.write('mayo.csv', MAY))
    const { imports, workspace } = bench.client
    const names = async (): Promise<string[]> => (await imports.listPresets()).filter(({ own }) => own).map(({ name }) => name.es)
    const { id } = await imports.savePreset({ name: 'Caja', ...may })
    expect(await imports.savePreset({ name: 'Caja', ...may, settings: { ...may.settings, onMatch: 'create' } })).toEqual({ id })
    await imports.savePreset({ name: 'Otra', ...may })
    expect(await refusalOf(() => imports.renamePreset({ id, name: 'Otra' }))).toEqual({
      code: 'import-preset-name',
      details: { name: 'Otra' }
    })
    await imports.renamePreset({ id, name: 'Caja vieja' })
    expect(await names()).toEqual(['Caja vieja', 'Otra'])
    await imports.deletePreset({ id })
    expect(await names()).toEqual(['Otra'])
    await workspace.undo()
    await workspace.undo()
    expect(await names()).toEqual(['Caja', 'Otra'])
    await workspace.redo()
    expect(await names()).toEqual(['Caja vieja', 'Otra'])
    expect(await refusalOf(() => imports.deletePreset({ id: 'own-nobody' }))).toMatchObject({ code: 'import-preset-unknown' })
  })

  it('go to a file and come back from it; another file is refused', async () => {
    const may = await mapByHand(bench.write('mayo.csv', MAY))
    const { imports } = bench.client
    const { id } = await imports.savePreset({ name: 'Caja', ...may })
    const out = join(bench.folder, 'caja.json')
    await imports.exportPreset({ id, fileToken: bench.context.files.grant(out) })
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ cauce: 'import-preset', version: 1, name: 'Caja', headers: may.headers })
    await imports.deletePreset({ id })
    const back = await imports.importPreset({ fileToken: bench.context.files.grant(out) })
    expect((await bench.inspect(bench.write('junio.csv', JUNE))).inspection).toMatchObject({ preset: back.id, saved: { onMatch: 'skip' } })
    for (const text of ['{', '[]', '{"cauce":"import-preset","version":1,"name":"x"}', MAY])
      expect(
        await refusalOf(() => imports.importPreset({ fileToken: bench.context.files.grant(bench.write('bad.json', text)) }))
      ).toMatchObject({ code: 'import-preset-invalid' })
  })
})
