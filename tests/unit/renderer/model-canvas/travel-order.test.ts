import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNextElement, type TravelKey } from '../../../../src/renderer/features/model-canvas/travel-order.ts'
import { arrangeModel } from '../../../../src/shared/models/arrange-model.ts'
import { Model } from '../../../../src/shared/models/model.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const { placed } = arrangeModel(idic, 'es')
const travel = (from: string, key: TravelKey): string | null => findNextElement(placed, idic.relations, idic.walk, `idic.${from}`, key)

describe('keyboard travel between elements', () => {
  it.each([
    ['identify', 'ArrowRight', 'differentiate'],
    ['differentiate', 'ArrowRight', 'interact'],
    ['interact', 'ArrowRight', 'customize'],
    ['customize', 'ArrowLeft', 'interact'],
    ['interact', 'ArrowLeft', 'differentiate'],
    ['identify', 'ArrowDown', 'trust'],
    ['customize', 'ArrowDown', 'trust'],
    ['interact', 'ArrowUp', 'phase_action'],
    ['phase_action', 'ArrowDown', 'interact'],
    ['phase_insight', 'ArrowRight', 'phase_action'],
    ['trust', 'Home', 'identify'],
    ['trust', 'End', 'customize']
  ] as const)('from %s, %s leads to %s', (from, key, to) => {
    expect(travel(from, key)).toBe(`idic.${to}`)
  })

  it('goes up from the foundation to a step', () => {
    expect(idic.walk).toContain(travel('trust', 'ArrowUp'))
  })

  it.each([
    ['identify', 'ArrowLeft'],
    ['customize', 'ArrowRight'],
    ['trust', 'ArrowDown'],
    ['phase_insight', 'ArrowUp']
  ] as const)('from %s nothing lies %s', (from, key) => {
    expect(travel(from, key)).toBeNull()
  })

  it('reaches every element from the first', () => {
    const reached = new Set([idic.walk[0]])
    for (const id of reached)
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const)
        reached.add(findNextElement(placed, idic.relations, idic.walk, id ?? '', key) ?? id)
    expect([...reached].sort()).toEqual(idic.elements.map(({ id }) => id).sort())
  })
})
