import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ElementEvidence } from '../../../src/shared/contract/models.ts'
import { codeOf } from '../../support/local-host.ts'
import { addCustomer, addOrder, openTinyHost, type TinyHost } from './tiny-workspace.ts'

let host: TinyHost
beforeEach(async () => {
  host = await openTinyHost((db) => {
    for (let id = 1; id <= 40; id++) {
      addCustomer(db, { id, email: `c${id}@example.com` })
      addOrder(db, id, '2024-11-01', 10)
      addOrder(db, id, '2026-10-31', id)
    }
    db.exec(`INSERT INTO segments (id, name_en, name_es) VALUES ('own-bakers', 'Bakers', 'Panaderos'), ('own-empty', 'Nobody yet', 'Nadie aún');
      INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES
        ('own-bakers', 1, '2026-01-01'), ('own-bakers', 40, '2026-10-01'), ('own-bakers', 39, '2026-10-01'), ('own-bakers', 2, '2027-01-01')`)
  })
})
afterEach(() => {
  host.close()
})

const IDENTIFY = { modelId: 'idic', elementId: 'idic.identify' }
async function readElement(id = 'idic.differentiate'): Promise<ElementEvidence> {
  const { elements } = await host.client.models.getEvidence({ modelId: 'idic' })
  const element = elements.find((each) => each.id === id)
  if (!element) throw new Error(`no ${id}`)
  return element
}
const linkedAt = ({ segments }: ElementEvidence): string[] => segments.map(({ id, link }) => (link === 'added' ? `+${id}` : id))

describe('the target of a figure', () => {
  it('is shown with it, decides the state of its element, and is undone and redone', async () => {
    const { models, workspace } = host.client
    const before = await readElement('idic.identify')
    const { value = null } = before.metrics.find(({ id }) => id === 'k_field_completeness') ?? {}
    await models.setKpiTarget({ kpiId: 'k_field_completeness', target: (value ?? 0) + 1 })
    const missed = await readElement('idic.identify')
    expect(missed.metrics.find(({ id }) => id === 'k_field_completeness')).toMatchObject({ target: (value ?? 0) + 1 })
    expect(missed).toMatchObject({ state: 'attention' })
    expect(missed.stateReason.en).toContain('below its target of')
    expect((await models.getMetric({ id: 'k_field_completeness' })).target).toBe((value ?? 0) + 1)
    expect(await workspace.getState()).toMatchObject({ undo: { kind: 'target-set', details: { nameEn: 'Field completeness' } } })

    await workspace.undo()
    expect((await readElement('idic.identify')).metrics.every(({ target }) => target === null)).toBe(true)
    await workspace.redo()
    expect((await models.getMetric({ id: 'k_field_completeness' })).target).toBe((value ?? 0) + 1)
    await models.setKpiTarget({ kpiId: 'k_field_completeness', target: null })
    expect((await models.getMetric({ id: 'k_field_completeness' })).target).toBeNull()
  })

  it('is met where the figure reaches it', async () => {
    await host.client.models.unlinkSegment({ ...IDENTIFY, segmentId: 's_incomplete' })
    await host.client.models.setKpiTarget({ kpiId: 'k_identified_sales', target: 100 })
    expect(await readElement('idic.identify')).toMatchObject({ state: 'target-met' })
  })

  it('leaves no entry to undo when it changes nothing', async () => {
    await host.client.models.setKpiTarget({ kpiId: 'k_identified_sales', target: null })
    expect((await host.client.workspace.getState())?.undo).toBeNull()
  })

  it.each([
    ['not-found', { kpiId: 'k_none', target: 1 }],
    ['target-no-side', { kpiId: 'k_top20_share', target: 80 }],
    ['entry-out-of-range', { kpiId: 'k_identified_sales', target: 101 }]
  ])('is refused as %s', async (code, input) => {
    expect(await codeOf(() => host.client.models.setKpiTarget(input))).toBe(code)
    expect((await host.client.workspace.getState())?.undo).toBeNull()
  })
})

describe('the segments of an element', () => {
  it('are linked, unlinked and brought back, one undo each', async () => {
    const { models, workspace } = host.client
    const own = linkedAt(await readElement('idic.identify'))
    expect(own).toContain('s_duplicates')
    await models.unlinkSegment({ ...IDENTIFY, segmentId: 's_duplicates' })
    await models.linkSegment({ ...IDENTIFY, segmentId: 's_new' })
    const changed = await readElement('idic.identify')
    expect(linkedAt(changed)).toEqual([...own.filter((id) => id !== 's_duplicates'), '+s_new'])
    expect(changed.removedSegments.map(({ id }) => id)).toEqual(['s_duplicates'])

    await models.restoreSegments(IDENTIFY)
    const restored = await readElement('idic.identify')
    expect(linkedAt(restored)).toEqual([...own, '+s_new'])
    expect(restored.removedSegments).toEqual([])

    await workspace.undo()
    expect(linkedAt(await readElement('idic.identify'))).not.toContain('s_duplicates')
    await workspace.undo()
    expect(linkedAt(await readElement('idic.identify'))).not.toContain('+s_new')
    await workspace.undo()
    expect(linkedAt(await readElement('idic.identify'))).toEqual(own)
  })

  it('come back as the model’s own when linked again, and go for good when they were added', async () => {
    const { models } = host.client
    await models.unlinkSegment({ ...IDENTIFY, segmentId: 's_duplicates' })
    await models.linkSegment({ ...IDENTIFY, segmentId: 's_duplicates' })
    await models.linkSegment({ ...IDENTIFY, segmentId: 's_new' })
    await models.unlinkSegment({ ...IDENTIFY, segmentId: 's_new' })
    expect(host.context.workspace().read.prepare('SELECT count(*) FROM element_segments').pluck().get()).toBe(0)
    expect((await readElement('idic.identify')).removedSegments).toEqual([])
  })

  it('may be a person’s own, with the newest list up to the as-of date', async () => {
    const { models, customers, segments } = host.client
    await models.linkSegment({ ...IDENTIFY, segmentId: 'own-bakers' })
    const linked = (await readElement('idic.identify')).segments.find(({ id }) => id === 'own-bakers')
    expect(linked).toMatchObject({ link: 'added', name: { es: 'Panaderos' }, customers: 2, share: 2 / 40, revenueMinor: 7900 })
    expect(linked?.revenueShare).toBeCloseTo(79 / 820)
    expect((await customers.listCustomers({ filter: { segmentId: 'own-bakers' } })).total).toBe(2)
    expect((await segments.listSegments()).filter(({ kind }) => kind === 'own').map(({ id, missing }) => [id, missing?.code])).toEqual([
      ['own-bakers', undefined],
      ['own-empty', 'needs-rule']
    ])
  })

  it('show nothing of a segment that is no longer there', async () => {
    await host.client.models.linkSegment({ ...IDENTIFY, segmentId: 'own-empty' })
    await host.context.workspace().change(['customers'], (db) => db.prepare("DELETE FROM segments WHERE id = 'own-empty'").run())
    expect(linkedAt(await readElement('idic.identify'))).not.toContain('+own-empty')
  })

  it.each([
    ['a segment', { ...IDENTIFY, segmentId: 's_none' }],
    ['an element', { modelId: 'idic', elementId: 'idic.none', segmentId: 's_new' }],
    ['a model', { modelId: 'none', elementId: 'idic.identify', segmentId: 's_new' }]
  ])('are not linked to %s that is not there', async (_what, link) => {
    expect(await codeOf(() => host.client.models.linkSegment(link))).toBe('not-found')
    expect(await codeOf(() => host.client.models.unlinkSegment(link))).toBe('not-found')
    expect((await host.client.workspace.getState())?.undo).toBeNull()
  })
})
