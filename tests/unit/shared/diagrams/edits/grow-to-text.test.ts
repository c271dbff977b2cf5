import { describe, expect, it } from 'vitest'
import { SHAPE_KINDS, type DiagramShape, type ShapeKind } from '../../../../../src/shared/diagrams/diagram.ts'
import { drawShape } from '../../../../../src/shared/diagrams/draw-shape.ts'
import { growToText } from '../../../../../src/shared/diagrams/edits/grow-to-text.ts'
import { SHAPE_LOOKS } from '../../../../../src/shared/diagrams/shape-kinds.ts'
import type { LiveFigure } from '../../../../../src/shared/diagrams/with-figures.ts'
import { makeShape } from './sample.ts'

const LONG = 'Llamar al cliente que dejó de comprar hace tres meses, preguntarle qué ha cambiado y anotar la respuesta en su ficha'
const kinds: readonly ShapeKind[] = Object.values(SHAPE_KINDS).flat()
const shapeOf = (kind: ShapeKind, label = LONG) => {
  const { width, height } = SHAPE_LOOKS[kind]
  return makeShape('s', { kind, label, width, height, x: 40, y: 80 })
}
const sizesOf = (shape: DiagramShape, live: LiveFigure | null = null): number[] =>
  drawShape(shape, live, 'es').flatMap((each) => (each.kind === 'text' && each.part === 'name' ? [each.size] : []))

describe('a shape whose text was written', () => {
  it('grows around its middle until a long text can be read', () => {
    for (const kind of ['process', 'decision', 'ellipse', 'terminator', 'document', 'person', 'touchpoint', 'note'] as const) {
      const shape = shapeOf(kind)
      const grown = growToText(shape, null)
      expect(Math.min(...sizesOf(grown)), kind).toBeGreaterThanOrEqual(11)
      expect(grown.y + grown.height / 2, kind).toBe(shape.y + shape.height / 2)
      expect(grown.height, kind).toBeGreaterThanOrEqual(shape.height)
      expect(grown.height, kind).toBeLessThan(500)
    }
    expect(growToText(shapeOf('process'), null).height).toBeGreaterThan(64)
  })
  it('stays as it is with a short text, with none, when locked, and where height is of no use', () => {
    for (const kind of kinds)
      for (const label of ['', ' ', 'Sí']) expect(growToText(shapeOf(kind, label), null).height, kind).toBe(SHAPE_LOOKS[kind].height)
    const locked = { ...shapeOf('process'), isLocked: true }
    expect(growToText(locked, null)).toBe(locked)
    const band = shapeOf('lane')
    expect(growToText(band, null)).toBe(band)
    const high = { ...shapeOf('process'), height: 400 }
    expect(growToText(high, null)).toBe(high)
  })
  it('leaves room for what its link says', () => {
    const live = {
      badge: '96 clientes',
      short: '96',
      mark: null,
      fill: null,
      accent: null,
      scale: 1,
      description: 'En riesgo: 96 clientes'
    }
    for (let length = 10; length <= LONG.length; length += 7) {
      const grown = growToText(shapeOf('process', LONG.slice(0, length)), live)
      expect(Math.min(...sizesOf(grown, live)), String(length)).toBeGreaterThanOrEqual(11)
    }
  })
  it('never grows without end', () => {
    for (const kind of kinds) expect(growToText(shapeOf(kind, LONG.repeat(8)), null).height, kind).toBeLessThanOrEqual(900)
  })
})
