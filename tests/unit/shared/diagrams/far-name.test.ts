import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFarName, sizeFarLetters } from '../../../../src/shared/diagrams/far-name.ts'
import type { Shape } from '../../../../src/shared/models/diagram-shapes.ts'

const textsOf = (shapes: readonly Shape[]): Extract<Shape, { kind: 'text' }>[] => shapes.filter((shape) => shape.kind === 'text')

describe('names from far away', () => {
  it('are between eleven and fifteen pixels high at any zoom, and only where their own are too small', () => {
    expect(sizeFarLetters(0.45)).toBe(0)
    expect(sizeFarLetters(1)).toBe(0)
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.449, noNaN: true }), (zoom) => {
        const pixels = sizeFarLetters(zoom) * zoom
        expect(pixels).toBeGreaterThanOrEqual(10.9)
        expect(pixels).toBeLessThan(15)
      })
    )
  })

  it('stay one size over a part of a zoom, so that few steps draw them anew', () => {
    const sizes = new Set(Array.from({ length: 200 }, (_, at) => sizeFarLetters(0.05 + at * 0.002)))
    expect(sizes.size).toBeLessThan(11)
  })

  it('say the name alone, whole words where they fit beside the table, and no more than three lines', () => {
    const box = { width: 240, height: 400 }
    expect(textsOf(drawFarName({ ...box, label: 'Contact\nContact · standard' }, 70)).map(({ text }) => text)).toEqual(['Contact'])
    expect(textsOf(drawFarName({ ...box, label: 'Maintenance Worker\nx' }, 50)).map(({ text }) => text)).toEqual(['Maintenance', 'Worker'])
    expect(
      textsOf(drawFarName({ ...box, label: 'A very long name of a table that says all there is to say of all the tables there are' }, 90))
    ).toHaveLength(3)
    expect(drawFarName({ ...box, label: '  \n' }, 60)).toEqual([])
  })

  it('cover the heading and stay inside the height of a low table as far as they can', () => {
    const [plate] = drawFarName({ width: 240, height: 400, label: 'User' }, 20)
    expect(plate).toMatchObject({ x: 0, y: 0, width: 240, height: 36 })
    const [low] = drawFarName({ width: 200, height: 60, label: 'Property Management Company' }, 80)
    if (low?.kind !== 'rect') throw new Error('no plate')
    expect(low.y + low.height / 2).toBeCloseTo(30)
  })
})
