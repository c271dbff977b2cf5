import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { arrangeModel, FULL_CARD, type PlacedElement } from '../../../../src/shared/models/arrange-model.ts'
import { bottom, overlaps, right } from '../../../../src/shared/models/geometry.ts'
import { Model, type ModelElement } from '../../../../src/shared/models/model.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const { placed, bounds } = arrangeModel(idic, 'es')
const find = (id: string): PlacedElement => {
  const found = placed.find(({ element }) => element.id === id)
  if (!found) throw new Error(`${id} was not placed`)
  return found
}

describe('arrangement of a model', () => {
  it('places every element once and inside the bounds', () => {
    expect(placed.map(({ element }) => element.id).sort()).toEqual(idic.elements.map(({ id }) => id).sort())
    for (const { box } of placed) {
      expect(box.x).toBeGreaterThanOrEqual(bounds.x)
      expect(bottom(box)).toBeLessThanOrEqual(bottom(bounds))
      expect(right(box)).toBeLessThanOrEqual(right(bounds))
    }
  })

  it('keeps the order and the row of the published picture', () => {
    const steps = idic.walk.map((id) => find(id).box)
    expect(steps.map(({ x }) => x)).toEqual([...steps.map(({ x }) => x)].sort((a, b) => a - b))
    expect(new Set(steps.map(({ y }) => y)).size).toBe(1)
  })

  it('gives each step room for all a node shows', () => {
    for (const id of idic.walk) {
      expect(find(id).detail).toBe('full')
      expect(find(id).box.width).toBeGreaterThanOrEqual(FULL_CARD.width - 2)
    }
  })

  it('closes frames around what they hold, and only that', () => {
    for (const { element, box } of placed.filter(({ shape }) => shape === 'region')) {
      for (const other of placed.filter(({ shape }) => shape !== 'region')) {
        const isInside = other.box.x >= box.x && right(other.box) <= right(box) && other.box.y >= box.y && bottom(other.box) <= bottom(box)
        expect([other.element.id, isInside]).toEqual([other.element.id, other.element.parent === element.id])
      }
    }
  })

  it('lines the foundation up with the frames, below everything', () => {
    const trust = find('idic.trust').box
    expect(trust.x).toBe(find('idic.phase_insight').box.x)
    expect(right(trust)).toBe(right(find('idic.phase_action').box))
    expect(trust.y).toBeGreaterThan(bottom(find('idic.phase_action').box))
  })

  it('lets no two boxes overlap unless one holds the other', () => {
    const flat = placed.filter(({ shape }) => shape !== 'region')
    for (const a of flat) for (const b of flat) if (a !== b) expect(overlaps(a.box, b.box)).toBe(false)
  })

  it('draws a model of one element', () => {
    const only: ModelElement = { ...find('idic.identify').element, parent: null }
    const alone = arrangeModel({ ...idic, elements: [only], relations: [], walk: [only.id] }, 'en')
    expect(alone.placed).toHaveLength(1)
    expect(alone.bounds.width).toBeGreaterThan(0)
  })
})
