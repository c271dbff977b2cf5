import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Homes } from '../../../src/shared/contract/compare.ts'
import { codeOf } from '../../support/local-host.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from '../evidence/tiny-workspace.ts'

let host: TinyHost
beforeAll(async () => {
  host = await openTinyHost((db) => {
    for (let id = 1; id <= 10; id++) {
      addCustomer(db, { id })
      // The first customer spends a hundred times what the others do.
      addOrder(db, id, '2025-10-31', id === 1 ? 1000 : 10)
    }
    addCustomer(db, { id: 11, mergedInto: 1 })
    db.prepare(`INSERT INTO segments (id, name_en, name_es) VALUES ('vip', 'Guests of honour', 'Invitados de honor')`).run()
    db.prepare(`INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES ('vip', 3, '2025-10-01')`).run()
  })
})
afterAll(() => {
  host.close()
})

const elementsOf = ({ models }: Homes, modelId: string): string[] =>
  models.find((model) => model.modelId === modelId)?.homes.map(({ elementId }) => elementId) ?? []
const linkedTo = async (modelId: string, segmentId: string): Promise<string[]> => {
  const { elements } = await host.client.models.getEvidence({ modelId })
  return elements.filter(({ segments }) => segments.some(({ id }) => id === segmentId)).map(({ id }) => id)
}

describe('where a segment lives', () => {
  it('is at the elements whose evidence shows it, in every model', async () => {
    const homes = await host.client.compare.findHomes({ segmentId: 's_ssc' })
    const { models } = await host.client.models.listModels()
    expect(homes.models.map(({ modelId }) => modelId)).toEqual(models.map(({ id }) => id))
    for (const { id } of models) expect([id, elementsOf(homes, id)]).toEqual([id, await linkedTo(id, 's_ssc')])
    expect(elementsOf(homes, 'idic')).toContain('idic.differentiate')
    expect(homes.segments).toMatchObject([{ id: 's_ssc', customers: 2 }])
    expect(homes.segments[0]?.rule.en).not.toMatch(/[{}]/)
  })

  it('follows links a person adds and takes away, and goes back with undo', async () => {
    await host.client.models.linkSegment({ modelId: 'idic', elementId: 'idic.trust', segmentId: 's_ssc' })
    await host.client.models.unlinkSegment({ modelId: 'idic', elementId: 'idic.differentiate', segmentId: 's_ssc' })
    const changed = (await host.client.compare.findHomes({ segmentId: 's_ssc' })).models.find(({ modelId }) => modelId === 'idic')
    expect(changed).toEqual({
      modelId: 'idic',
      homes: [{ elementId: 'idic.trust', reasons: [{ segmentId: 's_ssc', origin: 'added' }] }],
      removed: [{ elementId: 'idic.differentiate', segmentId: 's_ssc' }]
    })
    await host.client.workspace.undo()
    await host.client.workspace.undo()
    const back = await host.client.compare.findHomes({ segmentId: 's_ssc' })
    expect(elementsOf(back, 'idic')).toEqual(['idic.differentiate'])
  })

  it('is at no element for a segment of the person’s own until it is linked', async () => {
    const before = await host.client.compare.findHomes({ segmentId: 'vip' })
    expect(before.segments).toMatchObject([{ id: 'vip', customers: 1 }])
    expect(before.models.flatMap(({ homes }) => homes)).toEqual([])
    await host.client.models.linkSegment({ modelId: 'buttle', elementId: 'buttle.intimacy', segmentId: 'vip' })
    expect(elementsOf(await host.client.compare.findHomes({ segmentId: 'vip' }), 'buttle')).toEqual(['buttle.intimacy'])
    const member = await host.client.compare.findHomes({ customerId: 3 })
    expect(member.segments.map(({ id }) => id)).toContain('vip')
    expect(elementsOf(member, 'buttle')).toContain('buttle.intimacy')
    await host.client.workspace.undo()
  })

  it('is refused for a segment there is not', async () => {
    expect(await codeOf(() => host.client.compare.findHomes({ segmentId: 's_nowhere' }))).toBe('not-found')
  })
})

describe('where a customer lives', () => {
  it('is where the segments they are in live, each as a reason', async () => {
    const homes = await host.client.compare.findHomes({ customerId: 1 })
    const page = await host.client.customers.getCustomer({ id: 1 })
    const ids = homes.segments.map(({ id }) => id)
    expect([...ids].sort()).toEqual([...page.segments].sort())
    expect(ids).toContain('s_ssc')
    const found = homes.models.flatMap(({ modelId, homes: list }) =>
      list.flatMap(({ elementId, reasons }) => reasons.map(({ segmentId }) => [modelId, elementId, segmentId].join(' ')))
    )
    expect(found.sort()).toEqual(page.elements.map(({ modelId, elementId, segmentId }) => [modelId, elementId, segmentId].join(' ')).sort())
  })

  it('differs between customers: the small one is not where the significant ones are', async () => {
    const ids = (await host.client.compare.findHomes({ customerId: 10 })).segments.map(({ id }) => id)
    expect(ids).toContain('s_all')
    expect(ids).not.toContain('s_ssc')
  })

  it('is refused for nobody, and for a record merged into another', async () => {
    expect(await codeOf(() => host.client.compare.findHomes({ customerId: 99 }))).toBe('not-found')
    expect(await codeOf(() => host.client.compare.findHomes({ customerId: 11 }))).toBe('not-found')
  })
})

it('hands out the table of topics', async () => {
  const topics = await host.client.compare.getCrosswalk()
  expect(topics.find(({ id }) => id === 'complaints')?.places['qci']?.elements).toEqual(['qci.act_dissatisfaction'])
})
