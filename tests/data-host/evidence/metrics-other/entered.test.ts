import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import type { HostClient } from '../../../../src/shared/contract/index.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from '../tiny-workspace.ts'

let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})

/** The as-of date follows the last order, 2026-10-31; the clock stands at 2026-11-01. */
async function open(fill: (db: Database.Database) => void = () => undefined): Promise<HostClient> {
  host = await openTinyHost((db) => {
    addCustomer(db, { id: 1 })
    addOrder(db, 1, '2026-10-31', 10)
    fill(db)
  })
  return host.client
}

describe('a figure entered by hand', () => {
  it('asks for it in words, with what is counted', async () => {
    const client = await open()
    const metric = await client.models.getMetric({ id: 'k_training' })
    expect(metric).toMatchObject({ value: null, enterable: true, enteredByHand: false, missing: { code: 'needs-entry', needs: [] } })
    expect(metric.missing?.hint.en).toContain('trained in the last 12 months')
    expect(metric.missing?.hint.es).toContain('formadas en los últimos 12 meses')
  })

  it('shows the newest by its day with its two numbers, and the entry before it', async () => {
    const client = await open()
    await client.models.enterKpi({ kpiId: 'k_training', at: '2026-11-01', numerator: 18, denominator: 24, note: ' Curso de mostrador ' })
    await client.models.enterKpi({ kpiId: 'k_training', at: '2026-05-01', value: 50 })
    expect(await client.models.getMetric({ id: 'k_training' })).toMatchObject({
      value: 75,
      numerator: 18,
      denominator: 24,
      previous: 50,
      fewData: true,
      enteredByHand: true,
      enteredAt: '2026-11-01',
      listable: false,
      missing: null
    })
    expect(await client.models.listKpiEntries({ kpiId: 'k_training' })).toMatchObject([
      { at: '2026-11-01', value: 75, note: 'Curso de mostrador' },
      { at: '2026-05-01', value: 50, numerator: null, denominator: null, note: null }
    ])
    expect(await client.models.listKpiEntries({ kpiId: 'k_enps' })).toEqual([])
  })

  it('knows no number of cases without the two numbers, so it says nothing of few data', async () => {
    const client = await open()
    await client.models.enterKpi({ kpiId: 'k_vision_recall', at: '2026-11-01', value: 40 })
    expect(await client.models.getMetric({ id: 'k_vision_recall' })).toMatchObject({
      value: 40,
      numerator: null,
      fewData: false,
      previous: null
    })
  })

  it('does not look beyond an as-of date that is set, and says why nothing shows', async () => {
    const client = await open()
    await client.models.enterKpi({ kpiId: 'k_enps', at: '2026-03-01', numerator: -3, denominator: 10 })
    await client.models.enterKpi({ kpiId: 'k_enps', at: '2026-09-01', value: 20 })
    await client.workspace.updateSettings({ asOf: '2026-06-30' })
    expect(await client.models.getMetric({ id: 'k_enps' })).toMatchObject({ value: -30, enteredAt: '2026-03-01' })
    await client.workspace.updateSettings({ asOf: '2026-01-31' })
    const metric = await client.models.getMetric({ id: 'k_enps' })
    expect(metric.value).toBeNull()
    expect(metric.missing?.hint.en).toContain('later than the as-of date')
  })

  it('age of the last environment scan: 92 days from 31 July to 31 October', async () => {
    const client = await open()
    await client.models.enterKpi({ kpiId: 'k_env_scan_age', at: '2026-07-31', value: 0 })
    expect(await client.models.getMetric({ id: 'k_env_scan_age' })).toMatchObject({ value: 92, previous: null, enteredByHand: true })
  })

  it('is undone, redone and taken away, and the canvas is told each time', async () => {
    const client = await open()
    const told: string[][] = []
    const listening = (async () => {
      for await (const { areas } of host?.context.changes.subscribe() ?? []) if (told.push(areas) === 5) return
    })()
    const { id } = await client.models.enterKpi({ kpiId: 'k_training', at: '2026-11-01', value: 60 })
    const value = async (): Promise<number | null> => (await client.models.getMetric({ id: 'k_training' })).value
    expect(await value()).toBe(60)
    expect(await client.workspace.undo()).toMatchObject({ kind: 'kpi-entered', details: { nameEs: 'Cobertura de formación' } })
    expect(await value()).toBeNull()
    await client.workspace.redo()
    expect(await value()).toBe(60)
    await client.models.removeKpiEntry({ id })
    expect(await value()).toBeNull()
    await client.workspace.undo()
    expect(await value()).toBe(60)
    await listening
    expect(told.every((areas) => areas.includes('models'))).toBe(true)
  })
})

describe('an entry that is refused changes nothing', () => {
  const refusals: [string, Parameters<HostClient['models']['enterKpi']>[0], string][] = [
    ['a percentage above 100', { kpiId: 'k_training', at: '2026-11-01', value: 101 }, 'entry-out-of-range'],
    ['a percentage below 0', { kpiId: 'k_training', at: '2026-11-01', value: -1 }, 'entry-out-of-range'],
    ['an eNPS below −100', { kpiId: 'k_enps', at: '2026-11-01', value: -101 }, 'entry-out-of-range'],
    ['days below 0', { kpiId: 'k_env_scan_age', at: '2026-11-01', value: -1 }, 'entry-below-zero'],
    ['neither value nor numbers', { kpiId: 'k_training', at: '2026-11-01' }, 'entry-empty'],
    ['half of the numbers', { kpiId: 'k_training', at: '2026-11-01', value: 10, numerator: 1 }, 'entry-parts'],
    ['a part above its total', { kpiId: 'k_training', at: '2026-11-01', numerator: 11, denominator: 10 }, 'entry-parts'],
    ['a total of nobody', { kpiId: 'k_training', at: '2026-11-01', numerator: 0, denominator: 0 }, 'entry-parts'],
    [
      'a value its numbers do not give',
      { kpiId: 'k_training', at: '2026-11-01', value: 80, numerator: 7, denominator: 10 },
      'entry-parts-differ'
    ],
    ['a day that does not exist', { kpiId: 'k_training', at: '2026-02-30', value: 10 }, 'entry-date'],
    ['a day to come', { kpiId: 'k_training', at: '2026-12-01', value: 10 }, 'entry-date'],
    ['a figure the data gives', { kpiId: 'k_retention', at: '2026-11-01', value: 10 }, 'entry-computed'],
    ['a figure nobody knows', { kpiId: 'k_nothing', at: '2026-11-01', value: 10 }, 'not-found']
  ]
  it.each(refusals)('%s', async (_, entry, code) => {
    const client = await open()
    await expect(client.models.enterKpi(entry)).rejects.toMatchObject({ data: { code } })
    expect(await client.models.listKpiEntries({})).toEqual([])
  })
})
