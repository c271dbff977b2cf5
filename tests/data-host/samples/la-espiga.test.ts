import { beforeAll, describe, expect, it } from 'vitest'
import { generateSample, type SampleData } from '../../../src/main/data-host/samples/generate-sample.ts'
import { loadSamples } from '../../../src/main/data-host/samples/load-samples.ts'
import type { Recipe } from '../../../src/main/data-host/samples/recipe.ts'
import type { ModelEvidence } from '../../../src/shared/contract/models.ts'
import type { ValueAnalysis } from '../../../src/shared/contract/value.ts'
import { resourcesFolder, startTestHost } from '../../support/local-host.ts'

const recipe = loadSamples(resourcesFolder).find(({ id }) => id === 'la-espiga') as Recipe
const rowsOf = (data: SampleData, table: string): SampleData[number]['rows'] => data.find((each) => each.table === table)?.rows ?? []

describe('La Espiga', () => {
  let data: SampleData
  let value: ValueAnalysis
  let evidence: ModelEvidence
  beforeAll(async () => {
    data = generateSample(recipe)
    const host = startTestHost()
    await host.client.workspace.createWorkspace({ fileToken: host.file('espiga.cauce').token, sampleId: recipe.id })
    value = await host.client.value.getValue()
    evidence = await host.client.models.getEvidence({ modelId: 'idic' })
    await host.end()
  })

  it('is the same every time, and what the start screen says', () => {
    expect(generateSample(recipe)).toEqual(data)
    expect(rowsOf(data, 'customers')).toHaveLength(recipe.customers)
    expect(rowsOf(data, 'orders')).toHaveLength(recipe.orders)
  })

  it('names nobody who can be reached', () => {
    for (const { email } of rowsOf(data, 'customers')) if (email !== null) expect(email).toMatch(/\.example$/)
  })

  it('has lines that add up to their orders', () => {
    const sums = new Map<unknown, number>()
    for (const { order_id, net_exact } of rowsOf(data, 'order_lines'))
      sums.set(order_id, (sums.get(order_id) ?? 0) + Math.round(Number(net_exact) * 100))
    for (const { id, net_minor } of rowsOf(data, 'orders')) expect(sums.get(id)).toBe(net_minor)
  })

  it('is as concentrated and as loyal as a shop can be', () => {
    expect(value.concentrationWindow.top20Share).toBeGreaterThan(0.65)
    expect(value.concentrationWindow.top20Share).toBeLessThan(0.76)
    expect(value.retention.share).toBeGreaterThan(0.64)
    expect(value.retention.share).toBeLessThan(0.72)
  })

  it('loses its best customer since June', () => {
    const best = (month: string): number =>
      rowsOf(data, 'orders')
        .filter((row) => row.customer_id === 1 && String(row.order_date).startsWith(month))
        .reduce((sum, row) => sum + Number(row.net_minor), 0)
    expect(best('2026-09') + best('2026-10')).toBeLessThan((best('2026-03') + best('2026-04')) / 3)
  })

  it('gives every element of IDIC something to say', () => {
    for (const { id, metrics } of evidence.elements)
      if (metrics.length > 0) expect([id, metrics.some((metric) => metric.value !== null)]).toEqual([id, true])
    const stateOf = (id: string): unknown => evidence.elements.find((element) => element.id === id)?.state
    // NPS fell by more than five points; nothing of value and needs has a window before to compare with.
    expect(stateOf('idic.trust')).toBe('attention')
    expect(stateOf('idic.differentiate')).toBe('not-compared')
    // Nobody is in the segment, because every predicted value is positive; that must not read as nobody below zero.
    const belowZero = evidence.elements.flatMap(({ segments }) => segments).find(({ id }) => id === 's_bz')
    expect(belowZero).toMatchObject({
      customers: 0,
      note: { en: expect.stringMatching(/cost to serve: 44\. Those with a predicted value/) as string }
    })
  })
})
