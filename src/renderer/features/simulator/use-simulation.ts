import { useMemo } from 'react'
import type { InputId, SimulatorDefaults, TypedInputs } from '../../../shared/contract/simulator.ts'
import { findBreakEvens, type BreakEvens } from '../../../shared/analytics/simulator/break-even.ts'
import {
  readSimulation,
  resolveInputs,
  type ResolvedInputs,
  type SimulationInputs
} from '../../../shared/analytics/simulator/resolve-inputs.ts'
import { simulate, type Simulation } from '../../../shared/analytics/simulator/strategies.ts'
import { findWorth } from '../../../shared/analytics/simulator/steady-worth.ts'
import { minorDigits } from '../../../shared/i18n/formats.ts'
import { useFormats } from '../../ui/formats.tsx'

export interface SimulationResult extends Simulation {
  readonly values: SimulationInputs
  readonly even: BreakEvens
  /** Lifetime values in minor units; null: without end. */
  readonly worthNew: number | null
  readonly worthExisting: number | null
}
export interface Simulated {
  readonly inputs: ResolvedInputs
  /** Null while something must be asked for. */
  readonly result: SimulationResult | null
  readonly asked: readonly InputId[]
}

/** The simulation of what was typed over what the data says. */
export function useSimulation(defaults: SimulatorDefaults, typed: TypedInputs): Simulated {
  const { currency } = useFormats()
  return useMemo(() => {
    const inputs = resolveInputs(defaults, typed, 10 ** minorDigits(currency))
    const read = readSimulation(inputs)
    if ('asked' in read) return { inputs, result: null, asked: read.asked }
    const { values } = read
    return {
      inputs,
      asked: [],
      result: {
        ...simulate(values),
        values,
        even: findBreakEvens(values),
        worthNew: findWorth({ ...values, retention: values.newRetention, isNew: true }),
        worthExisting: findWorth({ ...values, isNew: false })
      }
    }
  }, [defaults, typed, currency])
}
