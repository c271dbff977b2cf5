import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DiagramExportFormat } from '../../../src/shared/contract/diagrams.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeLine, makeShape } from '../../support/make-diagram.ts'

/** A customer of the sample, named in a label, in notes, on a line and in the diagram's own name. */
let host: TestHost
let who: { id: number; name: string }
let diagramId: number
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, sampleId: 'la-espiga' })
  const { rows } = await host.client.customers.listCustomers({ limit: 50 })
  const found = rows.find(({ name }) => name.split(' ').length > 1)
  if (!found) throw new Error('nobody with two words')
  who = found
  const content = makeContent([
    makeShape('a', { label: `Visita a ${who.name.toUpperCase()}`, notes: `${who.name} pide plazo` }),
    makeShape('b', { x: 300, label: 'Cierre' }),
    makeLine('l', 'a', 'b', { label: `oferta a ${who.name}` })
  ])
  diagramId = (
    await host.client.diagrams.createDiagram({ name: `Cuenta ${who.name}`, source: { from: 'content', content }, language: 'es' })
  ).id
})
afterAll(() => host.end())
afterEach(() => host.client.privacy.setMask({ isOn: false }))

const standIn = (): string => `Cliente ${String(who.id).padStart(4, '0')}`
const hasName = (text: string): boolean => text.toLowerCase().includes(who.name.toLowerCase())

async function save(format: DiagramExportFormat, isMasked: boolean): Promise<string> {
  const { path, token } = host.file(`out.${format}`)
  await host.client.diagrams.saveDiagram({ subject: { id: diagramId }, format, fileToken: token, language: 'es', isMasked })
  return readFile(path, 'utf8')
}

describe('a customer somebody named in a diagram', () => {
  it.each(['json', 'drawio', 'canvas', 'mermaid', 'lucid-csv', 'svg'] as const)('is not named in a masked %s', async (format) => {
    expect(hasName(await save(format, false))).toBe(true)
    const masked = await save(format, true)
    expect(hasName(masked)).toBe(false)
    expect(masked).toContain(standIn())
  })

  it('is named in no picture while identities are hidden, whatever was asked', async () => {
    await host.client.privacy.setMask({ isOn: true })
    const { svg, name } = await host.client.diagrams.renderDiagram({ subject: { id: diagramId }, language: 'es' })
    expect(hasName(svg) || hasName(name)).toBe(false)
    expect(name).toBe(`Cuenta ${standIn()}`)
  })

  it('is hidden in what links to actions and diagrams say', async () => {
    const { id } = await host.client.plan.addAction({ title: `Llamar a ${who.name}`, owner: 'Eva', dueDate: '2026-12-01' })
    await host.client.privacy.setMask({ isOn: true })
    const { links } = await host.client.diagrams.readLinks({ links: [{ itemId: 'a', link: { to: 'action', actionId: id } }] })
    expect(links[0]).toMatchObject({ name: { es: `Llamar a ${standIn()}` } })
  })

  it('and in the report of a walk, its decisions and actions', async () => {
    const { id: walkId, stepList } = await host.client.walks.startWalk({ modelId: 'idic' })
    const elementId = stepList[0]?.elementId ?? ''
    await host.client.walks.saveStep({ walkId, elementId, decision: `Renovar con ${who.name}` })
    await host.client.plan.addAction({
      title: `Visitar a ${who.name}`,
      owner: 'Eva',
      dueDate: '2026-12-01',
      walkId,
      modelId: 'idic',
      elementId
    })
    const render = async (): Promise<string> =>
      (await host.client.reports.renderReport({ modelId: 'idic', walkId, language: 'es', format: 'md' })).text
    expect(hasName(await render())).toBe(true)
    await host.client.privacy.setMask({ isOn: true })
    const masked = await render()
    expect(hasName(masked)).toBe(false)
    expect(masked).toContain(`Renovar con ${standIn()}`)
    expect(masked).toContain(`Visitar a ${standIn()}`)
  })
})
