import { afterEach, describe, expect, it } from 'vitest'
import { ModelEvidence } from '../../../src/shared/contract/models.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from './tiny-workspace.ts'

let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})

/** 40 customers, all complete enough or not, each with an order in W and one before. */
async function openShop(): Promise<TinyHost> {
  host = await openTinyHost((db) => {
    for (let id = 1; id <= 40; id++) {
      addCustomer(db, { id, email: `c${id}@example.com` })
      addOrder(db, id, '2024-11-01', 10)
      addOrder(db, id, '2026-10-31', id)
    }
  })
  return host
}

describe('the evidence of IDIC', () => {
  it('has the shape of the contract and every element of the model', async () => {
    const { client } = await openShop()
    const evidence = ModelEvidence.parse(await client.models.getEvidence({ modelId: 'idic' }))
    expect(evidence.elements.map(({ id }) => id)).toEqual([
      'idic.phase_insight',
      'idic.phase_action',
      'idic.identify',
      'idic.differentiate',
      'idic.interact',
      'idic.customize',
      'idic.trust'
    ])
    expect(evidence).toMatchObject({ asOf: '2026-10-31', window: { from: '2025-10-31', to: '2026-10-31', days: 365 } })
  })

  it('shows the sizes and revenue of linked segments, and figures with both their numbers', async () => {
    const { client } = await openShop()
    const { elements } = await client.models.getEvidence({ modelId: 'idic' })
    const differentiate = elements.find(({ id }) => id === 'idic.differentiate')
    expect(differentiate?.segments.find(({ id }) => id === 's_ssc')).toMatchObject({ customers: 8, share: 0.2, revenueMinor: 29_200 })
    expect(differentiate?.metrics[0]).toMatchObject({
      id: 'k_top20_share',
      numerator: 29_200,
      denominator: 82_000,
      previous: 20,
      fewData: false
    })
    // 40 names and e-mails, nothing else: every record is incomplete.
    expect(elements.find(({ id }) => id === 'idic.identify')).toMatchObject({ state: 'attention' })
    expect(elements.find(({ id }) => id === 'idic.interact')).toMatchObject({ state: 'no-data' })
  })

  it('gives frames the state of what they hold, without figures of their own', async () => {
    const { client } = await openShop()
    const { elements } = await client.models.getEvidence({ modelId: 'idic' })
    expect(elements.find(({ id }) => id === 'idic.phase_insight')).toMatchObject({
      state: 'attention',
      metrics: [],
      segments: [],
      stateReason: { es: expect.stringContaining('Identificar') as string }
    })
    expect(elements.find(({ id }) => id === 'idic.phase_action')).toMatchObject({ state: 'no-data' })
  })

  it('follows the segments a person linked and unlinked', async () => {
    const { client, context } = await openShop()
    await context.workspace().change(['models'], (db) => {
      db.prepare(
        `INSERT INTO element_segments VALUES ('idic', 'idic.identify', 's_duplicates', 'removed'), ('idic', 'idic.identify', 's_new', 'added')`
      ).run()
    })
    const { elements } = await client.models.getEvidence({ modelId: 'idic' })
    expect(elements.find(({ id }) => id === 'idic.identify')?.segments.map(({ id }) => id)).toEqual([
      's_all',
      's_incomplete',
      's_no_consent',
      's_new'
    ])
  })

  it('is computed again when data comes in', async () => {
    const { client, context } = await openShop()
    const identified = async (): Promise<number | null | undefined> =>
      (await client.models.getEvidence({ modelId: 'idic' })).elements.find(({ id }) => id === 'idic.identify')?.metrics[0]?.value
    expect(await identified()).toBe(100)
    await context.workspace().change(['customers'], (db) => addOrder(db, null, '2026-06-01', 820))
    expect(await identified()).toBe(50)
  })

  it('lists the kinds of data that are not there, with what they would answer', async () => {
    const { client } = await openShop()
    const missing = await client.models.listMissingData()
    expect(missing.map(({ kind }) => kind)).toEqual(['order-lines', 'interactions', 'complaints', 'consents', 'surveys', 'campaigns'])
    expect(missing.find(({ kind }) => kind === 'surveys')).toMatchObject({
      segments: expect.arrayContaining(['s_promoters', 's_detractors']) as string[],
      kpis: ['k_nps', 'k_channel_consistency', 'k_csat', 'k_prop_fit']
    })
  })

  it('says which model is not there', async () => {
    const { client } = await openShop()
    await expect(client.models.getEvidence({ modelId: 'none' })).rejects.toMatchObject({ data: { code: 'not-found' } })
  })
})
