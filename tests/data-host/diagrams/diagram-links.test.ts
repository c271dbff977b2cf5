import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { LinkState } from '../../../src/shared/contract/diagrams.ts'
import type { Link } from '../../../src/shared/diagrams/diagram.ts'
import { nameKpi } from '../../../src/shared/models/node-text.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeShape } from '../../support/make-diagram.ts'

let host: TestHost
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, sampleId: 'la-espiga' })
})
afterAll(() => host.end())
afterEach(() => host.client.privacy.setMask({ isOn: false }))

async function ask(link: Link): Promise<LinkState> {
  const { links } = await host.client.diagrams.readLinks({ links: [{ itemId: 'a', link }] })
  if (!links[0]) throw new Error('no answer')
  return links[0]
}
const keep = async (link: Link): Promise<number> => {
  const content = makeContent([makeShape('a', { link })])
  return (await host.client.diagrams.createDiagram({ name: 'Viva', source: { from: 'content', content }, language: 'es' })).id
}

describe('a link', () => {
  it('to a segment says what the segments’ own list says, in its colour', async () => {
    const all = await host.client.segments.listSegments()
    for (const { id, name, customers, share, revenueMinor, missing } of all) {
      const state = await ask({ to: 'segment', segmentId: id })
      if (missing) expect(state).toEqual({ state: 'unanswered', itemId: 'a', name, missing })
      else expect(state).toMatchObject({ state: 'answered', name, customers, share, revenueMinor, status: null, value: null })
    }
    expect(await ask({ to: 'segment', segmentId: 's_champions' })).toMatchObject({ colour: '#0F6B6B' })
    expect(await ask({ to: 'segment', segmentId: 's_never' })).toEqual({ state: 'gone', itemId: 'a' })
  })

  it('to a metric says its value as everywhere, and what it needs when it has none', async () => {
    const outcomes = new Set<string>()
    for (const { id, name } of await host.client.models.listKpis()) {
      const [state, metric] = [await ask({ to: 'metric', kpiId: id }), await host.client.models.getMetric({ id })]
      if (metric.missing) expect(state).toEqual({ state: 'unanswered', itemId: 'a', name, missing: metric.missing })
      else expect(state).toMatchObject({ state: 'answered', name, value: metric.value, customers: null })
      outcomes.add(state.state)
    }
    expect(outcomes).toEqual(new Set(['answered', 'unanswered']))
    expect(await ask({ to: 'metric', kpiId: 'k_never' })).toMatchObject({ state: 'gone' })
  })

  it('to an element of a model says the first of its figures', async () => {
    const { elements } = await host.client.models.getEvidence({ modelId: 'idic' })
    for (const { id, metrics, segments } of elements) {
      const state = await ask({ to: 'element', modelId: 'idic', elementId: id })
      const first = metrics.find(({ value }) => value !== null)
      if (first)
        expect(state).toMatchObject({ state: 'answered', text: { es: expect.stringContaining(nameKpi(first.kpi, 'es')) as string } })
      const segment = segments.find(({ missing }) => missing === null)
      if (segment) expect(state).toMatchObject({ customers: segment.customers, revenueMinor: segment.revenueMinor })
    }
    expect(await ask({ to: 'element', modelId: 'idic', elementId: 'idic.never' })).toMatchObject({ state: 'gone' })
    expect(await ask({ to: 'element', modelId: 'never', elementId: 'idic.identify' })).toMatchObject({ state: 'gone' })
  })

  it('to an own model is gone with the model and back with it', async () => {
    const { id } = await host.client.ownModels.createOwnModel({ from: 'idic', name: { en: 'Mine', es: 'Mío' }, language: 'es' })
    const link: Link = { to: 'element', modelId: id, elementId: `${id}.identify` }
    expect(await ask(link)).toMatchObject({ state: 'answered' })
    await host.client.ownModels.deleteOwnModel({ id })
    expect(await ask(link)).toMatchObject({ state: 'gone' })
    await host.client.workspace.undo()
    expect(await ask(link)).toMatchObject({ state: 'answered' })
  })

  it('to an action says how it stands, and its number is never another’s', async () => {
    const add = (title: string): Promise<{ id: number }> => host.client.plan.addAction({ title, owner: 'Ana', dueDate: '2026-12-01' })
    const { id: actionId } = await add('Llamar')
    expect(await ask({ to: 'action', actionId })).toMatchObject({
      state: 'answered',
      name: { es: 'Llamar' },
      status: 'open',
      text: { es: 'abierta, vence el 1 dic 2026' }
    })
    await host.client.plan.updateAction({ id: actionId, status: 'done' })
    expect(await ask({ to: 'action', actionId })).toMatchObject({ status: 'done', text: { en: 'done' } })
    await host.client.plan.deleteAction({ id: actionId })
    await add('Escribir')
    expect(await ask({ to: 'action', actionId })).toMatchObject({ state: 'gone' })
  })

  it('to a diagram is gone with it', async () => {
    const diagramId = await keep({ to: 'segment', segmentId: 's_all' })
    expect(await ask({ to: 'diagram', diagramId })).toMatchObject({ name: { es: 'Viva' }, text: { es: '1 forma' } })
    await host.client.diagrams.deleteDiagram({ id: diagramId })
    await keep({ to: 'segment', segmentId: 's_all' })
    expect(await ask({ to: 'diagram', diagramId })).toMatchObject({ state: 'gone' })
  })
})

describe('a link to customers', () => {
  it('counts them and what they bought in the window, and names nobody while identities are hidden', async () => {
    const ids = [3, 4, 5]
    const name = host.context.workspace().read.prepare('SELECT name FROM customers WHERE id = 3').pluck().get() as string
    const state = await ask({ to: 'customers', customerIds: ids })
    expect(state).toMatchObject({ state: 'answered', customers: 3, text: { es: '3 clientes', en: '3 customers' } })
    if (state.state !== 'answered') return
    expect(state.name.es).toBe(`${name} y 2 más`)
    expect(state.revenueMinor).toBeGreaterThan(0)
    await host.client.privacy.setMask({ isOn: true })
    const masked = await ask({ to: 'customers', customerIds: ids })
    expect(JSON.stringify(masked)).not.toContain(name)
    expect(masked).toMatchObject({ name: { es: 'Cliente 0003 y 2 más' }, customers: 3 })
  })

  it('follows who was merged, and leaves out who was deleted or erased', async () => {
    const both: Link = { to: 'customers', customerIds: [100, 101] }
    await host.client.duplicates.mergeCustomers({ customerIds: [100, 101] })
    expect(await ask(both)).toMatchObject({ customers: 1 })
    await host.client.customerEdits.deleteCustomers({ ids: [100] })
    expect(await ask(both)).toMatchObject({ state: 'gone' })
    await host.client.privacy.erasePeople({ ids: [110], reason: 'asked' })
    expect(await ask({ to: 'customers', customerIds: [110, 111] })).toMatchObject({ customers: 1 })
    expect(await ask({ to: 'customers', customerIds: [110] })).toMatchObject({ state: 'gone' })
  })

  it('never shows somebody else under the number of who was deleted', async () => {
    const { id } = await host.client.customerEdits.addCustomer({ name: 'La última' })
    const diagram = await keep({ to: 'customers', customerIds: [id] })
    await host.client.customerEdits.deleteCustomers({ ids: [id] })
    const { id: next } = await host.client.customerEdits.addCustomer({ name: 'Otra' })
    expect(next).toBeGreaterThan(id)
    expect((await host.client.diagrams.readLinks({ id: diagram })).links).toEqual([{ state: 'gone', itemId: 'a' }])
  })
})

describe('a segment a diagram shows', () => {
  it('says so before it is deleted, and the shape says that it is gone', async () => {
    const { id: segmentId } = await host.client.segments.createList({
      name: { en: 'Fair', es: 'Feria' },
      source: { from: 'customers', ids: [3, 5] }
    })
    const id = await keep({ to: 'segment', segmentId })
    const uses = await host.client.segments.listUses({ id: segmentId })
    expect(uses).toEqual([{ key: `diagram:${String(id)}`, kind: 'diagram', name: { en: 'Viva', es: 'Viva' }, effect: 'gone' }])
    await host.client.segments.deleteSegment({ id: segmentId, confirmed: uses.map(({ key }) => key) })
    expect((await host.client.diagrams.readLinks({ id })).links).toMatchObject([{ state: 'gone' }])
    await host.client.workspace.undo()
    expect((await host.client.diagrams.readLinks({ id })).links).toMatchObject([{ state: 'answered', customers: 2 }])
  })
})
