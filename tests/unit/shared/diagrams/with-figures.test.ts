import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../../../src/shared/contract/diagrams.ts'
import { DiagramShape, type Display, type Link } from '../../../../src/shared/diagrams/diagram.ts'
import { contrastOf, readableOn } from '../../../../src/shared/diagrams/draw-colours.ts'
import { measureShape } from '../../../../src/shared/diagrams/draw-content.ts'
import { measureDrawn } from '../../../../src/shared/diagrams/draw-shape.ts'
import { drawLegend, makeLegend } from '../../../../src/shared/diagrams/legend.ts'
import { makeLiveFigures, SCALE_FILLS, SCALE_SIZES } from '../../../../src/shared/diagrams/with-figures.ts'
import { right } from '../../../../src/shared/models/geometry.ts'

const es = { language: 'es', currency: 'EUR' } as const
const shape = (id: string, link: Link, display?: Display): DiagramShape =>
  DiagramShape.parse({
    item: 'shape',
    id,
    kind: 'process',
    x: 0,
    y: 0,
    width: 100,
    height: 50,
    order: 0,
    link,
    ...(display ? { display } : {})
  })
const answer = (itemId: string, more: Partial<Extract<LinkState, { state: 'answered' }>> = {}): LinkState => ({
  state: 'answered',
  itemId,
  name: { en: 'At risk', es: 'En riesgo' },
  customers: 1234,
  share: 0.167,
  revenueMinor: 4_821_000,
  value: null,
  text: { en: '1,234 customers', es: '1.234 clientes' },
  colour: '#C8553D',
  status: null,
  ...more
})
const segment: Link = { to: 'segment', segmentId: 's_at_risk' }
const metric: Link = { to: 'metric', kpiId: 'k_nps' }
const action: Link = { to: 'action', actionId: 1 }

describe('what a linked shape shows', () => {
  it.each([
    ['customers', '1.234 clientes', '1.234'],
    ['share', '16,7 %', '16,7 %'],
    ['revenue', '48.210 €', '48.210 €']
  ] as const)('is its %s, as a word', (measure, badge, short) => {
    const figure = makeLiveFigures([shape('a', segment, { measure, as: ['badge'] })], [answer('a')], es).get('a')
    expect([figure?.badge, figure?.short].map((text) => text?.replace(/\s/gu, ' '))).toEqual([badge, short])
    expect(figure).toMatchObject({ mark: null, fill: null, accent: '#C8553D', scale: 1 })
    expect(figure?.description).toContain('En riesgo')
  })

  it('is when an action is due, within its shape and in short where there is little room', () => {
    const state = answer('a', {
      customers: null,
      text: { en: 'open, due Nov 30, 2026', es: 'abierta, vence el 30 nov 2026' },
      name: { en: 'Call whoever left', es: 'Llamar a quien se fue' },
      colour: null
    })
    for (const [language, long, short] of [
      ['en', 'open, due Nov 30, 2026', 'due Nov 30, 2026'],
      ['es', 'abierta, vence el 30 nov 2026', 'vence el 30 nov 2026']
    ] as const) {
      const drawn: DiagramShape = { ...shape('a', action), label: 'Call whoever left', width: 144, height: 64 }
      const figure = makeLiveFigures([drawn], [state], { ...es, language }).get('a')
      expect(figure).toMatchObject({ badge: long, short })
      expect(figure?.description).toContain(long)
      expect(measureDrawn(drawn, figure ?? null)).toEqual({ x: 0, y: 0, width: 144, height: 64 })
    }
  })

  it('is the metric by its short name', () => {
    const state = answer('a', {
      customers: null,
      value: 42,
      text: { en: '42', es: '42' },
      name: { en: 'Net Promoter Score', es: 'Net Promoter Score' },
      colour: null
    })
    expect(makeLiveFigures([shape('a', metric)], [state], es).get('a')).toMatchObject({ badge: 'NPS 42', short: '42' })
  })

  it('says in words that the target is gone or the data cannot answer', () => {
    const missing = { code: 'needs-data', needs: ['orders'], hint: { en: 'Orders are needed', es: 'Faltan pedidos' } } as const
    const states: LinkState[] = [
      { state: 'gone', itemId: 'a' },
      { state: 'unanswered', itemId: 'b', name: { en: 'At risk', es: 'En riesgo' }, missing: { ...missing, needs: ['orders'] } }
    ]
    const figures = makeLiveFigures([shape('a', segment), shape('b', segment)], states, es)
    expect(figures.get('a')).toMatchObject({ badge: 'Destino borrado', mark: 'gone' })
    expect(figures.get('b')).toMatchObject({ badge: 'Sin datos', mark: 'no-data' })
    expect(figures.get('b')?.description).toContain('Faltan pedidos')
  })

  it('is nothing for a shape without a link, whatever is said of it', () => {
    const { link: _, ...plain } = shape('a', segment)
    expect(makeLiveFigures([plain], [answer('a')], es).size).toBe(0)
  })
})

describe('the scale', () => {
  const display: Display = { measure: 'customers', as: ['colour', 'size'] }
  const counts = [0, 25, 50, 75, 100]
  const items = counts.map((count) => shape(`s${String(count)}`, segment, display))
  const states = counts.map((customers) => answer(`s${String(customers)}`, { customers }))
  const figures = counts.map((count) => makeLiveFigures(items, states, es).get(`s${String(count)}`))

  it('has a ground for each step, from little to much, and text that can be read on each', () => {
    expect(figures.map((figure) => figure?.fill)).toEqual([...SCALE_FILLS])
    for (const fill of SCALE_FILLS) expect(contrastOf(fill, readableOn(fill))).toBeGreaterThanOrEqual(4.5)
  })

  it('grows shapes within its limits, areas with what they say', () => {
    const scales = figures.map((figure) => figure?.scale ?? 0)
    expect([scales[0], scales.at(-1)]).toEqual([SCALE_SIZES.least, SCALE_SIZES.most])
    expect(scales).toEqual(scales.toSorted((a, b) => a - b))
  })

  it('does not compare different metrics', () => {
    const other: Link = { to: 'metric', kpiId: 'k_csat' }
    const as: Display = { measure: 'value', as: ['colour'] }
    const found = makeLiveFigures(
      [shape('a', metric, as), shape('b', other, as)],
      [answer('a', { value: 5 }), answer('b', { value: 90 })],
      es
    )
    expect(found.get('a')?.fill).toBe(found.get('b')?.fill)
  })
})

describe('the legend', () => {
  it('names every colour, size, badge and mark in use with its range, and nothing else', () => {
    const items = [
      shape('a', segment, { measure: 'customers', as: ['colour', 'badge'] }),
      shape('b', segment, { measure: 'customers', as: ['colour'] }),
      shape('c', segment, { measure: 'revenue', as: ['size'] }),
      shape('d', segment)
    ]
    const states = [answer('a', { customers: 10 }), answer('b', { customers: 99 }), answer('c'), { state: 'gone', itemId: 'd' } as const]
    const legend = makeLegend(items, states, es)
    expect(legend.map(({ kind, text }) => [kind, text])).toEqual([
      ['colour', 'Color: clientes'],
      ['size', 'Tamaño: ingresos en la ventana'],
      ['badge', 'Cifra: clientes'],
      ['segment', 'En riesgo'],
      ['gone', 'vínculo cuyo destino ya no existe']
    ])
    expect(legend[0]).toMatchObject({ from: '10', to: '99' })
    expect(makeLegend([shape('a', segment, { measure: 'customers', as: [] })], [answer('a')], es)).toEqual([])
  })

  it('names every segment, also where several share a colour', () => {
    const items = [shape('a', segment), shape('b', { to: 'segment', segmentId: 's_lost' }), shape('c', segment)]
    const lost = { name: { en: 'Lost customers', es: 'Clientes perdidos' } }
    const legend = makeLegend(items, [answer('a'), answer('b', lost), answer('c')], es)
    expect(legend.filter(({ kind }) => kind === 'segment').map(({ text }) => text)).toEqual(['En riesgo', 'Clientes perdidos'])
    expect(new Set(legend.flatMap((entry) => (entry.kind === 'segment' ? [entry.colour] : []))).size).toBe(1)
  })

  it('is drawn within its width, on as many rows as it takes', () => {
    const items = [shape('a', segment, { measure: 'customers', as: ['colour', 'size', 'badge'] }), shape('b', segment)]
    const legend = makeLegend(items, [answer('a'), { state: 'gone', itemId: 'b' }], es)
    const wide = drawLegend(legend, { x: 20, y: 100, width: 2000 })
    const narrow = drawLegend(legend, { x: 20, y: 100, width: 300 })
    expect(narrow.height).toBeGreaterThan(wide.height)
    for (const each of narrow.shapes) expect(right(measureShape(each) ?? { x: 0, y: 0, width: 0, height: 0 })).toBeLessThanOrEqual(320)
  })
})
