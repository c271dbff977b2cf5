import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { DiagramContent, DiagramShape, Link } from '../../../src/shared/diagrams/diagram.ts'
import { isLine, isShape } from '../../../src/shared/diagrams/diagram.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeLine, makeShape } from '../../support/make-diagram.ts'

let host: TestHost
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, sampleId: 'la-espiga' })
})
afterAll(() => host.end())
afterEach(() => host.client.privacy.setMask({ isOn: false }))

const asked = { language: 'es', isTransparent: false, isMasked: false } as const
async function keep(content: DiagramContent, name = 'Mi diagrama'): Promise<number> {
  return (await host.client.diagrams.createDiagram({ name, source: { from: 'content', content }, language: 'es' })).id
}
async function render(content: DiagramContent, more: Partial<typeof asked | { isMasked: boolean }> = {}): Promise<string> {
  const { svg } = await host.client.diagrams.renderDiagram({ ...asked, ...more, subject: { id: await keep(content) } })
  return svg.replace(/<style>.*?<\/style>/su, '')
}
const linked = (id: string, link: Link, more: Partial<DiagramShape> = {}): DiagramShape =>
  makeShape(id, { link, width: 240, height: 120, ...more })
const textsOf = (svg: string): string[] =>
  Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu), ([, text = '']) => text.replaceAll(' ', ' '))

describe('the picture of a diagram', () => {
  it('is one document with its fonts, its name and what it shows', async () => {
    const id = await keep(makeContent([makeShape('Uno'), makeShape('Dos', { x: 300 }), makeLine('l', 'Uno', 'Dos')]), 'Ventas & más')
    const { svg, width, height, name } = await host.client.diagrams.renderDiagram({ ...asked, subject: { id } })
    expect(name).toBe('Ventas & más')
    expect(svg).toContain(`width="${String(width)}" height="${String(height)}"`)
    expect(svg).toContain('<title>Ventas &amp; más</title><desc>Diagrama de 2 formas y 1 relación</desc>')
    expect(svg).toMatch(/@font-face\{font-family:Inter/)
    expect(textsOf(svg).toSorted()).toEqual(['Dos', 'Uno'])
  })

  it('runs nothing and fetches nothing, whatever its labels say', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>'
    const image = `data:image/png;base64,${readFileSync(new URL('../../../resources/icons/16x16.png', import.meta.url)).toString('base64')}`
    const svg = await render(
      makeContent([makeShape('a', { label: evil, width: 400, height: 200 }), makeShape('b', { kind: 'image', image, x: 500 })])
    )
    expect(svg).not.toMatch(/<script|<img|<foreignObject|<[^>]*\son\w+=|href="(?!data:image\/png)/u)
    expect(textsOf(svg).join('')).toContain('&lt;script&gt;')
    expect(svg).toContain('<image ')
  })

  it('says what its links say today, with the legend and the day', async () => {
    const { customers, revenueMinor } = (await host.client.segments.listSegments()).find(({ id }) => id === 's_active') ?? {}
    const content = makeContent([
      linked('a', { to: 'segment', segmentId: 's_active' }, { display: { measure: 'customers', as: ['badge', 'colour'] } }),
      linked('b', { to: 'segment', segmentId: 's_new' }, { x: 300, display: { measure: 'customers', as: ['colour'] } }),
      linked('c', { to: 'segment', segmentId: 's_never' }, { x: 600 })
    ])
    const svg = await render(content)
    const texts = textsOf(svg)
    expect(revenueMinor).not.toBeNull()
    expect(texts).toContain(`${(customers ?? 0).toLocaleString('es-ES', { useGrouping: 'always' })} clientes`)
    expect(texts).toEqual(
      expect.arrayContaining(['Destino borrado', 'Color: clientes', 'Cifra: clientes', 'vínculo cuyo destino ya no existe'])
    )
    expect(texts.some((text) => /^Cifras al \d+ oct 2026$/.test(text))).toBe(true)
    const english = await host.client.diagrams.renderDiagram({ ...asked, language: 'en', subject: { id: await keep(content) } })
    expect(textsOf(english.svg)).toContain('Target gone')
  })

  it('names nobody when identities are hidden, or when it is asked to', async () => {
    const { rows } = await host.client.customers.listCustomers({})
    const people = rows.slice(0, 2).map(({ id }) => id)
    const content = makeContent([linked('a', { to: 'customers', customerIds: people }, { display: { measure: 'value', as: ['badge'] } })])
    const names = rows.slice(0, 2).map(({ name }) => name)
    const masked = await render(content, { isMasked: true })
    for (const name of names) expect(masked).not.toContain(name)
    expect(textsOf(masked)).toContain('2 clientes')
  })
})

describe('a model drawn as a diagram', () => {
  it.each(['idic', 'qci', 'payne', 'gartner', 'buttle'])(
    'has every element of %s once, linked to its evidence, with relations and path',
    async (id) => {
      const model = await host.client.models.getModel({ id })
      for (const language of ['es', 'en'] as const) {
        const { items, settings } = await host.client.diagrams.drawModel({ modelId: id, language })
        const shapes = items.filter(isShape)
        expect(shapes.map((shape) => shape.id).toSorted()).toEqual(model.elements.map((element) => element.id).toSorted())
        for (const { id: elementId, name, kpis, segments } of model.elements) {
          const shape = shapes.find((each) => each.id === elementId)
          expect(shape?.label.replace(' · ', ' (')).toContain(name[language].replace(/\)$/u, ''))
          expect(shape?.link).toEqual(kpis.length + segments.length > 0 ? { to: 'element', modelId: id, elementId } : undefined)
        }
        expect(settings.path?.length).toBeGreaterThan(2)
        expect(items.filter(isLine).length).toBeGreaterThan(4)
        const ids = new Set(shapes.map((shape) => shape.id))
        for (const { parentId } of shapes) if (parentId !== undefined) expect(ids).toContain(parentId)
      }
    }
  )

  it('is kept as a diagram of its own, and refused when there is none of its name', async () => {
    const source = { from: 'model', modelId: 'idic' } as const
    const { id } = await host.client.diagrams.createDiagram({ name: 'IDIC', source, language: 'es' })
    const kept = await host.client.diagrams.getDiagram({ id })
    const { items } = await host.client.diagrams.drawModel({ modelId: 'idic', language: 'es' })
    expect(kept.modelId).toBe('idic')
    expect(kept.items.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(items.toSorted((a, b) => a.id.localeCompare(b.id)))
    await expect(host.client.diagrams.drawModel({ modelId: 'never', language: 'es' })).rejects.toMatchObject({
      data: { code: 'not-found' }
    })
  })
})

describe('a template', () => {
  it('is listed with its content in both languages and begins a diagram', async () => {
    const templates = await host.client.diagrams.listTemplates()
    expect(templates[0]?.id).toBe('sales-process')
    for (const { id, content } of templates) {
      expect(content.en.items.map((item) => item.id)).toEqual(content.es.items.map((item) => item.id))
      const made = await host.client.diagrams.createDiagram({ name: id, source: { from: 'template', templateId: id }, language: 'es' })
      const kept = await host.client.diagrams.getDiagram({ id: made.id })
      expect(kept.items.length).toBe(content.es.items.length)
    }
    const missing = { name: 'x', source: { from: 'template', templateId: 'never' }, language: 'es' } as const
    await expect(host.client.diagrams.createDiagram(missing)).rejects.toMatchObject({ data: { code: 'not-found' } })
  })
})
