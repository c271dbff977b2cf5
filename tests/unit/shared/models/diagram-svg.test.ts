import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Text } from '../../../../src/shared/domain/text.ts'
import { escapeXml, INK, type TextShape } from '../../../../src/shared/models/diagram-shapes.ts'
import { type Diagram, type DiagramInput, drawDiagramSvg, layoutDiagram } from '../../../../src/shared/models/diagram-svg.ts'
import { bottom, overlaps, right, type Box } from '../../../../src/shared/models/geometry.ts'
import { measureText, wrapText } from '../../../../src/shared/models/text-measure.ts'
import { bundledViews } from '../../../support/bundled-models.ts'
import { makeEvidence } from '../../../support/model-evidence.ts'

const both = (text: string): Text => ({ en: text, es: text })

/** The room a text takes: from its capitals to below its baseline, a hair less on the sides, where rounding may touch. */
function measureBox({ x, y, text, size, anchor = 'start', face }: TextShape): Box {
  const length = measureText(text, size, face)
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - length / 2 : x - length
  return { x: left + 0.1, y: y - size * 0.72, width: length - 0.2, height: size * 0.74 }
}

const findTexts = ({ shapes }: Diagram): TextShape[] =>
  shapes.filter((shape): shape is TextShape => shape.kind === 'text' && shape.text !== '')
const holds = (outer: Box, { x, y, width, height }: Box): boolean =>
  x >= outer.x && y >= outer.y && x + width <= right(outer) && y + height <= bottom(outer)

/** Texts that reach over an edge of the canvas. */
function findOutside(diagram: Diagram): string[] {
  const canvas = { x: 0, y: 0, width: diagram.width, height: diagram.height }
  return findTexts(diagram)
    .filter((text) => !holds(canvas, measureBox(text)))
    .map(({ text }) => text)
}

/** Texts that start on a card and leave it, and pairs on one card that run into each other. */
function findCrowded(diagram: Diagram): string[] {
  const cards = diagram.shapes.flatMap((shape) => (shape.kind === 'rect' && shape.fill === INK.surface ? [shape] : []))
  const texts = findTexts(diagram).map((shape) => ({ text: shape.text, box: measureBox(shape) }))
  return cards.flatMap((card) => {
    const inside = texts.filter(({ box }) => overlaps(card, box))
    const leaving = inside.filter(({ box }) => !holds(card, box)).map(({ text }) => `leaves its card: ${text}`)
    const touching = inside.flatMap((a, index) =>
      inside.slice(index + 1).flatMap((b) => (overlaps(a.box, b.box) ? [`on each other: ${a.text} | ${b.text}`] : []))
    )
    return [...leaving, ...touching]
  })
}

describe.each(bundledViews)('the diagram of %s', (_id, model) => {
  it.each(LANGUAGES)('keeps every text inside the canvas and says every name (%s)', (language) => {
    const diagram = layoutDiagram({
      model,
      evidence: makeEvidence(model, 1284, 0.715, 71.4),
      language,
      currency: 'EUR',
      title: 'La Espiga'
    })
    expect(findOutside(diagram)).toEqual([])
    expect(findCrowded(diagram)).toEqual([])
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
            evidence: makeEvidence(renamed, customers, share, value, name),
            language,
            currency: 'EUR',
            title
          }
          const diagram = layoutDiagram(input)
          expect(findOutside(diagram)).toEqual([])
          expect(findCrowded(diagram)).toEqual([])
        }
      ),
      { numRuns: 20, interruptAfterTimeLimit: 20_000 }
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
