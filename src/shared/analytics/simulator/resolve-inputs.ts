import type { InputId, SimulatorDefaults, TypedInputs } from '../../contract/simulator.ts'
import { INPUT_IDS } from '../../contract/simulator.ts'
import { computeUnitCosts } from './unit-costs.ts'

/** data: told by the workspace; typed: by a person; assumed: ours; computed: follows from other inputs, some of them not from the data. */
export type InputOrigin = 'data' | 'typed' | 'assumed' | 'computed'
export interface ResolvedInput {
  readonly value: number
  readonly origin: InputOrigin
}
/** Every input that has a value; one that has none must be asked for. */
export type ResolvedInputs = Partial<Record<InputId, ResolvedInput>>
export type InputValues = Readonly<Record<InputId, number>>

/**
 * What is assumed where nobody says otherwise (ours, except the discount rate and the horizon, which are those of the app's
 * lifetime values). Amounts depend on the currency: a thousand of its units.
 */
const ASSUMED: Readonly<Partial<Record<InputId, number>>> = {
  careEffect: 0.05,
  discount: 0.15,
  horizon: 36,
  sharedSpend: 0,
  welcomeSpend: 0,
  welcomePart: 0,
  sharedPart: 0.5
}
const ASSUMED_AMOUNT = 1000

/** The inputs of the two unit costs. */
const COST_PARTS: readonly InputId[] = [
  'winSpend',
  'welcomeSpend',
  'keepSpend',
  'sharedSpend',
  'welcomePart',
  'sharedPart',
  'newCustomers',
  'keptCustomers'
]
/** Parts that are ours as long as they have nothing to share out. */
const NEUTRAL: ReadonlySet<InputId> = new Set(['sharedSpend', 'welcomeSpend', 'welcomePart', 'sharedPart'])

/**
 * Puts the inputs together: what was typed, else what the data says, else what is assumed. `minorPerUnit`: minor units in one of
 * the currency (100 for euros).
 */
export function resolveInputs(defaults: SimulatorDefaults, typed: TypedInputs, minorPerUnit: number): ResolvedInputs {
  const inputs: ResolvedInputs = {}
  for (const id of INPUT_IDS) {
    const own = typed[id]
    const told = defaults.fromData[id]
    const assumed = id === 'amount' ? ASSUMED_AMOUNT * minorPerUnit : ASSUMED[id]
    if (own !== undefined) inputs[id] = { value: own, origin: 'typed' }
    else if (told !== undefined) inputs[id] = { value: told, origin: 'data' }
    else if (assumed !== undefined) inputs[id] = { value: assumed, origin: 'assumed' }
  }
  // Nothing tells how long new customers stay before they are old ones.
  if (!inputs.newRetention && inputs.retention) inputs.newRetention = { value: inputs.retention.value, origin: 'assumed' }
  return { ...computeCosts(inputs), ...inputs }
}

function computeCosts(inputs: ResolvedInputs): ResolvedInputs {
  const origin = COST_PARTS.some((id) => isChanged(id, inputs[id])) ? 'computed' : 'data'
  const valueOf = (id: InputId): number | null => inputs[id]?.value ?? null
  const { win, keep } = computeUnitCosts({
    winSpend: valueOf('winSpend'),
    welcomeSpend: valueOf('welcomeSpend') ?? 0,
    keepSpend: valueOf('keepSpend'),
    sharedSpend: valueOf('sharedSpend') ?? 0,
    welcomePart: valueOf('welcomePart') ?? 0,
    sharedPart: valueOf('sharedPart') ?? 0,
    newCustomers: valueOf('newCustomers'),
    keptCustomers: valueOf('keptCustomers')
  })
  return {
    ...(win !== null && win > 0 ? { winCost: { value: win, origin } } : {}),
    ...(keep !== null && keep > 0 ? { keepCost: { value: keep, origin } } : {})
  }
}

const isChanged = (id: InputId, input: ResolvedInput | undefined): boolean =>
  input?.origin === 'typed' || (input?.origin === 'assumed' && !NEUTRAL.has(id))

/** The inputs a simulation can't do without. */
const NEEDED = [
  'amount',
  'winCost',
  'keepCost',
  'retention',
  'newRetention',
  'careEffect',
  'margin',
  'discount',
  'horizon',
  'customers'
] as const satisfies readonly InputId[]
export type SimulationInputs = Readonly<Record<(typeof NEEDED)[number], number>>

/** The values of a simulation, or which of them must be asked for. */
export function readSimulation(inputs: ResolvedInputs): { values: SimulationInputs } | { asked: InputId[] } {
  const asked = NEEDED.filter((id) => inputs[id] === undefined && id !== 'newRetention')
  if (asked.length > 0) return { asked }
  return { values: Object.fromEntries(NEEDED.map((id) => [id, inputs[id]?.value ?? 0])) as SimulationInputs }
}
