import { describe, expect, it } from 'vitest'
import { readSimulation, resolveInputs } from '../../../../../src/shared/analytics/simulator/resolve-inputs.ts'
import { TypedInputs, type SimulatorDefaults } from '../../../../../src/shared/contract/simulator.ts'

const TOLD: SimulatorDefaults = {
  asOf: '2026-10-31',
  window: { from: '2025-10-31', to: '2026-10-31', days: 365 },
  fromData: { retention: 0.7, margin: 12_000, customers: 400, newCustomers: 50, keptCustomers: 300, winSpend: 100_000, keepSpend: 60_000 },
  missing: {},
  retentionBase: 420,
  marginBase: 400,
  isMarginAssumed: false,
  grossMargin: 0.3,
  winbackMinor: null
}
const NOTHING: SimulatorDefaults = { ...TOLD, fromData: {}, missing: { retention: 'few' } }

describe('the inputs of a simulation', () => {
  it('come from the data, and the costs of a customer follow from it', () => {
    const inputs = resolveInputs(TOLD, {}, 100)
    expect(inputs.retention).toEqual({ value: 0.7, origin: 'data' })
    expect(inputs.winCost).toEqual({ value: 2000, origin: 'data' })
    expect(inputs.keepCost).toEqual({ value: 200, origin: 'data' })
    expect(inputs.newRetention).toEqual({ value: 0.7, origin: 'assumed' })
    expect(inputs.amount).toEqual({ value: 100_000, origin: 'assumed' })
    expect(readSimulation(inputs)).toMatchObject({ values: { winCost: 2000, newRetention: 0.7, horizon: 36 } })
  })

  it('are what was typed before anything else, and a cost follows what was typed of its parts', () => {
    const inputs = resolveInputs(TOLD, { retention: 0.5, sharedSpend: 100_000 }, 100)
    expect(inputs.retention).toEqual({ value: 0.5, origin: 'typed' })
    expect(inputs.newRetention).toEqual({ value: 0.5, origin: 'assumed' })
    expect(inputs.winCost).toEqual({ value: 3000, origin: 'computed' })
    expect(resolveInputs(TOLD, { winCost: 900 }, 100).winCost).toEqual({ value: 900, origin: 'typed' })
  })

  it('are asked for where neither data nor person says them', () => {
    expect(readSimulation(resolveInputs(NOTHING, {}, 100))).toEqual({ asked: ['winCost', 'keepCost', 'retention', 'margin', 'customers'] })
    const typed = { winCost: 900, keepCost: 100, retention: 0.6, margin: 5000, customers: 40 }
    expect(readSimulation(resolveInputs(NOTHING, typed, 100))).toMatchObject({ values: { ...typed, newRetention: 0.6 } })
  })
})

describe('what a person may type', () => {
  it('stays within the range of its input', () => {
    expect(TypedInputs.safeParse({ retention: 1 }).success).toBe(true)
    expect(TypedInputs.safeParse({ retention: 1.01 }).success).toBe(false)
    expect(TypedInputs.safeParse({ winCost: 0 }).success).toBe(false)
    expect(TypedInputs.safeParse({ horizon: 121 }).success).toBe(false)
  })
})
