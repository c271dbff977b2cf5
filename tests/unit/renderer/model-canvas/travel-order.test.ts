import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findNextElement, type Travel, type TravelKey } from '../../../../src/renderer/features/model-canvas/travel-order.ts'
import { arrangeModel } from '../../../../src/shared/models/arrange-model.ts'
import { Model } from '../../../../src/shared/models/model.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const { placed } = arrangeModel(idic, 'es')
const travel = (from: string, key: TravelKey, last?: Travel): string | null =>
  findNextElement(placed, idic.relations, idic.walk, `idic.${from}`, key, last)

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
    ['customize', 'ArrowDown', 'trust', 'ArrowUp'],
    ['identify', 'ArrowDown', 'trust', 'ArrowUp'],
    ['interact', 'ArrowDown', 'trust', 'ArrowUp'],
    ['customize', 'ArrowUp', 'phase_action', 'ArrowDown'],
    ['differentiate', 'ArrowRight', 'interact', 'ArrowLeft']
  ] as const)('from %s, %s to %s and %s back', (from, key, to, back) => {
    expect(travel(from, key)).toBe(`idic.${to}`)
    expect(travel(to, back, { from: `idic.${from}`, to: `idic.${to}`, key })).toBe(`idic.${from}`)
  })

  it('forgets where it came from once it stands elsewhere or goes on', () => {
    const last = { from: 'idic.customize', to: 'idic.trust', key: 'ArrowDown' } as const
    expect(travel('interact', 'ArrowUp', last)).toBe('idic.phase_action')
    expect(travel('trust', 'ArrowDown', last)).toBeNull()
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
