import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ElementState, Metric, ModelEvidence } from '../../../../src/shared/contract/models.ts'
import { LANGUAGES, type Text } from '../../../../src/shared/domain/text.ts'
import { escapeXml, type TextShape } from '../../../../src/shared/models/diagram-shapes.ts'
import { type Diagram, type DiagramInput, drawDiagramSvg, layoutDiagram } from '../../../../src/shared/models/diagram-svg.ts'
import { Model } from '../../../../src/shared/models/model.ts'
import { measureText, wrapText } from '../../../../src/shared/models/text-measure.ts'

const folder = fileURLToPath(new URL('../../../../resources/models/', import.meta.url))
const models = readdirSync(folder).map((name) => Model.parse(JSON.parse(readFileSync(folder + name, 'utf8'))))
const STATES: readonly ElementState[] = ['on-target', 'attention', 'no-data']
const both = (text: string): Text => ({ en: text, es: text })

function makeMetric(id: string, value: number | null): Metric {
  const kpi = { id, name: both(id), formula: both('f'), unit: '%', better: 'up', sources: '', origin: 'published' } as const
  return {
    id,
    kpi,
    value,
    numerator: 1,
    denominator: 2,
    numeratorName: both('n'),
    denominatorName: both('d'),
    window: null,
    asOf: null,
    previous: 50,
    fewData: false,
    listable: true,
    missing: null
  }
}

/** Evidence for every element: a count, a share and a figure each, all the same. */
function makeEvidence(model: Model, customers: number | null, share: number | null, value: number | null): ModelEvidence {
  return {
    model: model.id,
    asOf: '2026-10-31',
    window: null,
    elements: model.elements.map(({ id, segments, kpis }, index) => ({
      id,
      state: STATES[index % STATES.length] ?? 'no-data',
      stateReason: both('r'),
      segments: segments.map((segment) => ({
        id: segment,
        name: both(segment),
        customers,
        share,
        revenueMinor: 0,
        revenueShare: share,
        missing: null
      })),
      metrics: kpis.map((kpi) => makeMetric(kpi, value))
    }))
  }
}

/** Texts that reach over an edge of the canvas. */
function findOutside({ shapes, width, height }: Diagram): string[] {
  return shapes
    .filter((shape): shape is TextShape => shape.kind === 'text')
    .filter(({ x, y, text, size, anchor = 'start', isBold }) => {
      const length = measureText(text, size, isBold)
      const left = anchor === 'start' ? x : anchor === 'middle' ? x - length / 2 : x - length
      return left < 0 || left + length > width || y - size < 0 || y > height
    })
    .map(({ text }) => text)
}

describe.each(models.map((model) => [model.id, model] as const))('the diagram of %s', (_id, model) => {
  it.each(LANGUAGES)('keeps every text inside the canvas and says every name (%s)', (language) => {
    const diagram = layoutDiagram({
      model,
      evidence: makeEvidence(model, 1284, 0.715, 71.4),
      language,
      currency: 'EUR',
      title: 'La Espiga'
    })
    expect(findOutside(diagram)).toEqual([])
    const said = diagram.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])).join(' ')
    for (const { name } of model.elements) for (const word of name[language].replace(/[()]/g, '').split(' ')) expect(said).toContain(word)
  })

  it('keeps every text inside the canvas whatever the names and figures', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: 'grapheme' }),
        fc.string({ maxLength: 70, unit: 'grapheme' }),
        fc.option(fc.integer({ min: 0, max: 10_000_000 })),
        fc.option(fc.double({ min: -5, max: 5, noNaN: true })),
        fc.option(fc.double({ min: -1e9, max: 1e9, noNaN: true })),
        fc.constantFrom(...LANGUAGES),
        (title, name, customers, share, value, language) => {
          const renamed = {
            ...model,
            name: both(name),
            elements: model.elements.map((element) => ({ ...element, name: both(name), prompt: both(name) }))
          }
          const input: DiagramInput = {
            model: renamed,
            evidence: makeEvidence(renamed, customers, share, value),
            language,
            currency: 'EUR',
            title
          }
          expect(findOutside(layoutDiagram(input))).toEqual([])
        }
      ),
      { numRuns: 60 }
    )
  })

  it('draws without figures', () => {
    const { svg, width, height } = drawDiagramSvg({ model, evidence: null, language: 'es', currency: 'EUR', title: 'La Espiga' })
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
    expect(svg).toContain(`width="${width}" height="${height}"`)
  })

  it('lets nothing hostile through: no element, script or address comes out of a name', () => {
    const hostile = `"><script>alert(1)</script><image href='http://example.invalid/x'/>&`
    const renamed = {
      ...model,
      name: both(hostile),
      elements: model.elements.map((element) => ({ ...element, name: both(hostile), prompt: both(hostile) }))
    }
    const { svg } = drawDiagramSvg({
      model: renamed,
      evidence: makeEvidence(renamed, 1, 1, 1),
      language: 'en',
      currency: 'EUR',
      title: hostile
    })
    expect(svg).not.toMatch(/<(script|image|foreignObject|style|a)\b/i)
    expect(svg).not.toMatch(/<[^>]*\s(href|on\w+)=/i)
    expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/)
  })
})

describe('escapeXml', () => {
  it('keeps what XML can say and drops what it can’t', () => {
    expect(escapeXml('a\ud800b\u0001<&>\u{1F600}')).toBe('ab&lt;&amp;&gt;\u{1F600}')
  })
})

describe('wrapText', () => {
  it('loses no character and makes no line too wide', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrapText(text, width, 12)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(measureText(line, 12)).toBeLessThanOrEqual(width)
      })
    )
  })
})
