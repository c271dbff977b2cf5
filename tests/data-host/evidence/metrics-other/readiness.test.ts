import { afterEach, describe, expect, it } from 'vitest'
import type { Metric } from '../../../../src/shared/contract/models.ts'
import { fillShop } from '../measure-tiny.ts'
import { openTinyHost, type TinyHost } from '../tiny-workspace.ts'

let host: TinyHost | undefined
afterEach(() => {
  host?.close()
  host = undefined
})

async function rate(round: string, marks: Readonly<Record<string, { importance: number; performance: number[] }>>): Promise<void> {
  const answer = { modelId: 'payne', round, participant: 'Ana' }
  for (const [elementId, { importance, performance }] of Object.entries(marks)) {
    await host?.client.assessments.saveRating({ ...answer, elementId, statementId: 'importance', importance })
    for (const [i, mark] of performance.entries())
      await host?.client.assessments.saveRating({ ...answer, elementId, statementId: `s${String(i + 1)}`, performance: mark })
  }
}

async function readMetric(): Promise<Metric | undefined> {
  const evidence = await host?.client.models.getEvidence({ modelId: 'payne' })
  return evidence?.elements.flatMap(({ metrics }) => metrics).find(({ id }) => id === 'k_readiness')
}

describe('readiness index', () => {
  it('weighs each process by its importance: (5·75 + 2·25) / 7 in the newest round, (4·50) / 4 in the one before', async () => {
    host = await openTinyHost(fillShop)
    expect(await readMetric()).toMatchObject({ value: null, missing: { code: 'needs-entry' } })
    await rate('2026-03-01T10:00:00.000Z', { 'payne.strategy': { importance: 4, performance: [3, 3, 3] } })
    await rate('2026-09-01T10:00:00.000Z', {
      'payne.strategy': { importance: 5, performance: [3, 4, 5] },
      'payne.value': { importance: 2, performance: [2, 2, 2] }
    })
    const metric = await readMetric()
    expect(metric?.value).toBeCloseTo(60.714, 3)
    expect(metric).toMatchObject({ numerator: 425, denominator: 7, previous: 50, enteredAt: '2026-09-01', fewData: false })
  })
})
