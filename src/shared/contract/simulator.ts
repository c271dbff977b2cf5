import { z } from 'zod'
import { IsoDate, Minor, procedure, RowId, Window } from './base.ts'

/** How an input is measured: `money` in minor units, `share` from 0 to 1, `points` a difference of shares (0.05 = 5 points). */
export type InputUnit = 'money' | 'share' | 'points' | 'count' | 'months'

/**
 * The inputs of the keep-or-win simulator, with the range a person may type. What the data knows comes from the data; the rest
 * is assumed, or asked for.
 */
export const SIMULATOR_INPUTS = {
  /** What is spent at once, on the one or on the other. */
  amount: { unit: 'money', min: 1, max: 1e13 },
  /** What it costs to win one customer (CAC); follows from the spends below unless typed. */
  winCost: { unit: 'money', min: 1, max: 1e12 },
  /** What it costs to look after one customer for a year (CRC); follows from the spends below unless typed. */
  keepCost: { unit: 'money', min: 1, max: 1e12 },
  /** Share of customers still there a year later. */
  retention: { unit: 'share', min: 0, max: 1 },
  /** The same for newly won customers. */
  newRetention: { unit: 'share', min: 0, max: 1 },
  /** How many points more stay for the year when they are looked after. */
  careEffect: { unit: 'points', min: 0, max: 1 },
  /** Margin a customer brings in a year. */
  margin: { unit: 'money', min: -1e12, max: 1e12 },
  /** Yearly discount rate. */
  discount: { unit: 'share', min: 0, max: 1 },
  horizon: { unit: 'months', min: 1, max: 120 },
  /** Customers there are to keep. */
  customers: { unit: 'count', min: 1, max: 1e8 },
  /** Spends of the window, and whom they served. */
  winSpend: { unit: 'money', min: 0, max: 1e13 },
  welcomeSpend: { unit: 'money', min: 0, max: 1e13 },
  keepSpend: { unit: 'money', min: 0, max: 1e13 },
  sharedSpend: { unit: 'money', min: 0, max: 1e13 },
  /** Part of the welcome and of the shared spend counted as winning; the rest is keeping. */
  welcomePart: { unit: 'share', min: 0, max: 1 },
  sharedPart: { unit: 'share', min: 0, max: 1 },
  newCustomers: { unit: 'count', min: 1, max: 1e8 },
  keptCustomers: { unit: 'count', min: 1, max: 1e8 }
} as const satisfies Record<string, { unit: InputUnit; min: number; max: number }>
export type InputId = keyof typeof SIMULATOR_INPUTS
export const INPUT_IDS = Object.keys(SIMULATOR_INPUTS) as InputId[]

/** Only what a person typed; everything else follows the data. */
const typedShape = Object.fromEntries(INPUT_IDS.map((id) => [id, z.number().min(SIMULATOR_INPUTS[id].min).max(SIMULATOR_INPUTS[id].max)]))
export const TypedInputs = z.object(typedShape as Record<InputId, z.ZodNumber>).partial()
export type TypedInputs = z.infer<typeof TypedInputs>

/** What the data says; an input that is not here the data can't answer, and `missing` says why. */
export const SimulatorDefaults = z.object({
  asOf: IsoDate.nullable(),
  window: Window.nullable(),
  fromData: z.partialRecord(z.enum(INPUT_IDS), z.number()),
  /** few: fewer than 30 customers to tell it from; campaigns: no campaign with a cost; orders: no orders. */
  missing: z.partialRecord(z.enum(INPUT_IDS), z.enum(['few', 'campaigns', 'orders'])),
  /** Customers the retention and the margin were told from. */
  retentionBase: z.number().int(),
  marginBase: z.number().int(),
  /** The margin rests on the assumed gross margin: orders carry no costs. */
  isMarginAssumed: z.boolean(),
  grossMargin: z.number(),
  /** Win-back campaigns, which count as neither; null: none has a cost. */
  winbackMinor: Minor.nullable()
})
export type SimulatorDefaults = z.infer<typeof SimulatorDefaults>

export const Scenario = z.object({ id: RowId, name: z.string().trim().min(1).max(80), typed: TypedInputs })
export type Scenario = z.infer<typeof Scenario>

export const simulator = {
  getDefaults: procedure.output(SimulatorDefaults),
  listScenarios: procedure.output(z.array(Scenario)),
  /** Saves a new one, or changes the one with this id. Undoable. */
  saveScenario: procedure.input(Scenario.partial({ id: true })).output(Scenario),
  deleteScenario: procedure.input(z.object({ id: RowId })).output(z.null())
}
