import { describe, expect, it } from 'vitest'
import { SHAPE_KINDS, SIDES, type ShapeKind } from '../../../../../src/shared/diagrams/diagram.ts'
import { placePort } from '../../../../../src/shared/diagrams/ports.ts'
import { bottom, right, type Point } from '../../../../../src/shared/models/geometry.ts'

const box = (kind: ShapeKind): { x: number; y: number; width: number; height: number; kind: ShapeKind } => ({
  x: 100,
  y: 50,
  width: 160,
  height: 80,
  kind
})
const at = (kind: ShapeKind, ...args: Parameters<typeof placePort> extends [unknown, ...infer Rest] ? Rest : never): Point =>
  placePort(box(kind), ...args)

describe('a place along a side', () => {
  it.each(Object.values(SHAPE_KINDS).flat())('lies on the shape, within its box: %s', (kind) => {
    const { x, y, width, height } = box(kind)
    for (const side of SIDES)
      for (const share of [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]) {
        const port = at(kind, side, share)
        expect(port.x).toBeGreaterThanOrEqual(x - 0.01)
        expect(port.x).toBeLessThanOrEqual(x + width + 0.01)
        expect(port.y).toBeGreaterThanOrEqual(y - 0.01)
        expect(port.y).toBeLessThanOrEqual(y + height + 0.01)
      }
  })

  it('is on the drawn form where that is no box', () => {
    // Halfway to the corner a diamond is halfway in, an ellipse where its circle is.
    expect(at('decision', 'top', 0.25)).toEqual({ x: 140, y: 70 })
    expect(at('decision', 'left', 0.75)).toEqual({ x: 140, y: 110 })
    expect(at('ellipse', 'bottom', 0.5)).toEqual({ x: 180, y: bottom(box('ellipse')) })
    expect(at('ellipse', 'right', 0.25).x).toBeCloseTo(right(box('ellipse')) - 80 * (1 - Math.sqrt(0.75)))
    expect(at('data', 'left', 0).x).toBeGreaterThan(at('data', 'left', 1).x)
    expect(at('process', 'right', 0.25)).toEqual({ x: 260, y: 70 })
    // Without a share: in the middle.
    expect(placePort(box('process'), 'top')).toEqual({ x: 180, y: 50 })
  })
})
