import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DiagramShape, ShapeKind } from '../../../../src/shared/diagrams/diagram.ts'
import { contrastOf, liftForDark } from '../../../../src/shared/diagrams/draw-colours.ts'
import { measureShape } from '../../../../src/shared/diagrams/draw-content.ts'
import { measureEntity } from '../../../../src/shared/diagrams/draw-entity.ts'
import { drawShape } from '../../../../src/shared/diagrams/draw-shape.ts'
import { SHAPE_LOOKS } from '../../../../src/shared/diagrams/shape-kinds.ts'
import type { LiveFigure } from '../../../../src/shared/diagrams/with-figures.ts'
import { LANGUAGES } from '../../../../src/shared/domain/text.ts'
import { translate } from '../../../../src/shared/i18n/translate.ts'
import type { Shape, TextShape } from '../../../../src/shared/models/diagram-shapes.ts'
import { bottom, right, type Box } from '../../../../src/shared/models/geometry.ts'

const KINDS = ShapeKind.options
const place = (kind: ShapeKind, more: Partial<DiagramShape> = {}): DiagramShape => {
  const { width, height } = SHAPE_LOOKS[kind]
  return DiagramShape.parse({ item: 'shape', id: 'a', kind, x: 100, y: 60, width, height, order: 0, ...more })
}
const textsOf = (shapes: readonly Shape[]): TextShape[] => shapes.filter((shape) => shape.kind === 'text')
const labelOf = (shapes: readonly Shape[]): TextShape[] => textsOf(shapes).filter(({ part }) => part === 'name')
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x - 0.5 && inner.y >= outer.y - 0.5 && right(inner) <= right(outer) + 0.5 && bottom(inner) <= bottom(outer) + 0.5
const figure = (more: Partial<LiveFigure> = {}): LiveFigure => ({
  badge: '1.234 clientes',
  short: '1.234',
  mark: null,
  fill: null,
  accent: null,
  scale: 1,
  description: 'En riesgo: 1.234 clientes',
  ...more
})

describe.each(KINDS)('a shape of kind %s', (kind) => {
  it.each(LANGUAGES)('is placed with its own name whole inside it, in %s', (language) => {
    const shape = place(kind, { label: translate(language, `diagramShapes.kinds.${kind}`) })
    const small = kind === 'connector' || kind === 'off-page'
    const label = labelOf(drawShape(small ? { ...shape, label: 'A' } : shape, null, language))
    expect(label.map(({ text }) => text).join(' ')).toBe(small ? 'A' : shape.label)
    // The name of a model's frame stands on its upper edge.
    const outer = kind === 'model-region' ? { ...shape, y: shape.y - 10, height: shape.height + 10 } : shape
    for (const text of label) expect(holds(outer, measureShape(text) ?? outer)).toBe(true)
    expect(Math.min(...label.map(({ size }) => size))).toBeGreaterThanOrEqual(9)
  })

  it('keeps whatever is written inside it, at any size', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-zÁÉÍÓÚáéíóúñ]{1,18}$/u), { minLength: 1, maxLength: 12 })
    const size = fc.integer({ min: 30, max: 500 })
    fc.assert(
      fc.property(words, size, size, (label, width, height) => {
        const shape = place(kind, { label: label.join(' '), width, height })
        const outer = kind === 'model-region' ? { ...shape, y: shape.y - 10, height: shape.height + 10 } : shape
        for (const text of labelOf(drawShape(shape, null, 'es'))) {
          const { x, y, width: wide, height: high } = measureShape(text) ?? outer
          // Upper and lower ends of letters may touch the edge of a shape that is hardly higher than a line.
          expect(holds({ ...outer, y: outer.y - 3, height: outer.height + 6 }, { x, y, width: wide, height: high })).toBe(true)
        }
      }),
      { numRuns: 40 }
    )
  })

  it('says what its link says and where it leads nowhere', () => {
    const shape = place(kind, { label: 'Nombre', link: { to: 'segment', segmentId: 's_all' } })
    const said = textsOf(drawShape(shape, figure(), 'es')).filter(({ part }) => part === 'badge')
    expect(said).toHaveLength(1)
    expect(['1.234 clientes', '1.234']).toContain(said[0]?.text)
    const gone = drawShape(shape, figure({ badge: 'Destino borrado', short: '', mark: 'gone' }), 'es')
    expect(gone.length).toBeGreaterThan(drawShape(shape, null, 'es').length + 2)
  })
})

describe('the colours of a shape', () => {
  it('stay as chosen in either theme, its text readable on them', () => {
    const channel = fc.integer({ min: 0, max: 255 })
    const colour = fc.tuple(channel, channel, channel).map(
      (parts) =>
        `#${parts
          .map((part) => part.toString(16).padStart(2, '0'))
          .join('')
          .toUpperCase()}`
    )
    fc.assert(
      fc.property(colour, colour, (fill, ink) => {
        const shapes = drawShape(place('process', { label: 'Texto', style: { fill, ink } }), null, 'es')
        // In small letters: inks of the look are written in capitals and would follow the theme.
        expect(shapes[0]).toMatchObject({ fill: fill.toLowerCase() })
        const [text] = labelOf(shapes)
        expect(contrastOf(fill.toLowerCase(), text?.fill ?? fill)).toBeGreaterThanOrEqual(3)
      })
    )
  })

  it('are lifted on a dark page until they can be seen there, and stay legible on white', () => {
    const channel = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(channel, channel, channel, (...parts) => {
        const colour = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
        const lifted = liftForDark(colour)
        expect(contrastOf(lifted, '#10191b')).toBeGreaterThanOrEqual(4.5)
        if (contrastOf(colour, '#ffffff') > 4) expect(contrastOf(lifted, '#ffffff')).toBeGreaterThan(2.8)
      })
    )
    const text = labelOf(drawShape(place('text', { label: 'Texto', style: { ink: '#000000' } }), null, 'es'))
    expect(text[0]).toMatchObject({ fill: '#000000', onPage: true })
    expect(labelOf(drawShape(place('text', { label: 'Texto' }), null, 'es'))[0]).not.toHaveProperty('onPage')
  })

  it('give way to the scale of a figure', () => {
    const [outline] = drawShape(place('process', { style: { fill: '#FF0000' } }), figure({ fill: '#0f6b6b' }), 'es')
    expect(outline).toMatchObject({ fill: '#0f6b6b' })
  })
})

describe('the size of a figure', () => {
  it('is drawn around the middle', () => {
    const [outline] = drawShape(place('process'), figure({ scale: 1.5 }), 'es')
    expect(outline).toMatchObject({ x: 100 - 144 / 4, y: 60 - 64 / 4, width: 216, height: 96 })
  })
})

describe('a table', () => {
  const fields = Array.from({ length: 60 }, (_, index) => ({
    name: `Campo_con_un_nombre_largo_${String(index)}__c`,
    type: index % 2 ? 'reference(Account)' : 'string(255)',
    ...(index === 0 ? { key: 'primary' as const, isRequired: true } : {})
  }))

  it('shows every field whole at the size it asks for', () => {
    const shape = place('entity', { label: 'Cuenta', fields, ...measureEntity({ label: 'Cuenta', fields }) })
    const texts = textsOf(drawShape(shape, null, 'es'))
    expect(texts.filter(({ part }) => part === 'field').map(({ text }) => text.replace(/ \*$/, ''))).toEqual(fields.map(({ name }) => name))
    for (const text of texts) expect(holds(shape, measureShape(text) ?? shape)).toBe(true)
    const rows = texts.filter(({ part }) => part === 'field')
    for (const row of rows) {
      const type = texts.find(({ y, anchor }) => anchor === 'end' && Math.abs(y - row.y) < 1)
      expect(right(measureShape(row) ?? shape)).toBeLessThan((measureShape(type ?? row) ?? shape).x)
    }
  })

  it('shows every field in a smaller box too', () => {
    const shape = place('entity', { label: 'Cuenta', fields, width: 150, height: 300 })
    const texts = textsOf(drawShape(shape, null, 'es'))
    expect(texts.filter(({ part }) => part === 'field')).toHaveLength(60)
    for (const text of texts) expect(holds(shape, measureShape(text) ?? shape)).toBe(true)
  })
})
