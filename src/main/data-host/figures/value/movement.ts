import { CURRENT_TIERS } from '../../../../shared/analytics/current-tiers.ts'
import { RFM_SEGMENTS } from '../../../../shared/analytics/rfm.ts'
import { countTransitions } from '../../../../shared/analytics/transitions.ts'
import { LIFECYCLE_STATES } from '../../../../shared/contract/customers.ts'
import type { MovementOptions } from '../../../../shared/contract/value-groups.ts'
import type { Movement } from '../../../../shared/contract/value-tables.ts'
import { isCalendarDay } from '../../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { OpenWorkspace } from '../../context.ts'
import { ensureFigures, ensureFiguresAt } from '../ensure-figures.ts'
import type { Figures } from '../figures.ts'
import { findCurrentTiers } from './current-value.ts'

const NONE = 'none'

interface Way {
  readonly ids: readonly string[]
  /** Position in `ids` of every customer. */
  readonly stateOf: (figures: Figures) => Uint8Array
}

/** Whoever was not yet known at the date is no prospect of that date. */
function findLifecycleStates({ lifecycle, attributes, profile, asOfDay }: Figures): Uint8Array {
  return lifecycle.map((state, i) =>
    profile.orders[i] === 0 && attributes.enteredDay[i]! > (asOfDay ?? 0) ? LIFECYCLE_STATES.length : state
  )
}

const WAYS: Readonly<Record<MovementOptions['states'], Way>> = {
  lifecycle: { ids: [...LIFECYCLE_STATES, NONE], stateOf: findLifecycleStates },
  rfm: {
    ids: [...RFM_SEGMENTS.map(({ id }) => id), NONE],
    stateOf: ({ rfmSegment }) => rfmSegment.map((segment) => (segment === 0 ? RFM_SEGMENTS.length : segment - 1))
  },
  value: { ids: CURRENT_TIERS, stateOf: findCurrentTiers }
}

interface Sides {
  readonly before: Figures
  readonly after: Figures
  readonly way: Way
}

/** The figures at both dates; null without any order. Throws `invalid-value` for dates that are none, or the wrong way round. */
async function findSides(workspace: OpenWorkspace, resourcesDir: string, { states, from, to }: MovementOptions): Promise<Sides | null> {
  for (const date of [from, to]) if (date !== null && !isCalendarDay(date)) throw new CauceError('invalid-value')
  const today = await ensureFigures(workspace, resourcesDir)
  if (today.asOf === null) return null
  const after = to === null ? today : await ensureFiguresAt(workspace, resourcesDir, to)
  const start = from ?? after.previousWindow?.to ?? after.asOf ?? today.asOf
  if (start >= (after.asOf ?? '')) throw new CauceError('invalid-value')
  const before = start === after.previousWindow?.to ? await after.previous() : await ensureFiguresAt(workspace, resourcesDir, start)
  return { before, after, way: WAYS[states] }
}

/** Who moved where between two dates. The customers are those of today's records at both. */
export async function describeMovement(workspace: OpenWorkspace, resourcesDir: string, options: MovementOptions): Promise<Movement> {
  const sides = await findSides(workspace, resourcesDir, options)
  const states = [...WAYS[options.states].ids]
  if (!sides) return { states, from: null, to: null, fromCustomers: [], toCustomers: [], flows: [], topLost: null }
  const { before, after, way } = sides
  const { flows, ...sums } = countTransitions(way.stateOf(before), way.stateOf(after), states.length, {
    before: before.profile.revenueWindow,
    after: after.profile.revenueWindow
  })
  const top = CURRENT_TIERS.indexOf('top20')
  const stayed = flows.find(({ from, to }) => from === top && to === top)?.customers ?? 0
  const wasTop = sums.before[top] ?? 0
  return {
    states,
    from: before.asOf,
    to: after.asOf,
    fromCustomers: Array.from(sums.before),
    toCustomers: Array.from(sums.after),
    flows: flows.map(({ from, to, customers, weightFrom, weightTo }) => ({
      from: states[from] ?? NONE,
      to: states[to] ?? NONE,
      customers,
      share: customers / sums.before[from]!,
      revenueFromMinor: weightFrom,
      revenueToMinor: weightTo
    })),
    topLost: options.states === 'value' && wasTop > 0 ? 1 - stayed / wasTop : null
  }
}

/** Who made a movement: one byte per customer of the figures in force. */
export async function markMovement(
  workspace: OpenWorkspace,
  resourcesDir: string,
  options: MovementOptions,
  { fromState, toState }: { fromState?: string | undefined; toState?: string | undefined }
): Promise<Uint8Array> {
  const sides = await findSides(workspace, resourcesDir, options)
  const today = await ensureFigures(workspace, resourcesDir)
  const mask = new Uint8Array(today.customerIds.length)
  if (!sides) return mask
  const { before, after, way } = sides
  const [was, is] = [way.stateOf(before), way.stateOf(after)]
  const fits = (states: Uint8Array, i: number, id: string | undefined): boolean => id === undefined || way.ids[states[i]!] === id
  for (let i = 0; i < mask.length; i++) if (fits(was, i, fromState) && fits(is, i, toState)) mask[i] = 1
  return mask
}
