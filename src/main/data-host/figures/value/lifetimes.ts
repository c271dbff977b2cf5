import type { BgNbdParameters } from '../../../../shared/analytics/lifetime/bg-nbd-likelihood.ts'
import { findAliveProbability } from '../../../../shared/analytics/lifetime/bg-nbd-predictions.ts'
import { DAYS_PER_WEEK } from '../../../../shared/analytics/lifetime/buying-histories.ts'
import { fitBgNbdInSteps } from '../../../../shared/analytics/lifetime/fit-bg-nbd.ts'
import { expectSpend } from '../../../../shared/analytics/lifetime/gamma-gamma.ts'
import { projectOrdersInSteps } from '../../../../shared/analytics/lifetime/project-orders.ts'
import type { LIFETIME_SORTS, LifetimePage, LifetimeRow } from '../../../../shared/contract/value-tables.ts'
import type { OpenWorkspace } from '../../context.ts'
import { selectCustomers } from '../../repositories/customer-selection.ts'
import { readCustomerRows } from '../../repositories/customers.ts'
import { LIFETIME_HINTS } from '../../segments/lifetime-hints.ts'
import type { Figures } from '../figures.ts'
import { collectHistories, listBuyers, meanRepeatAmount } from '../lifetime.ts'
import { runSteps } from '../../pause.ts'
import { orNull, roundOrNull } from './current-value.ts'
import { answerOnce } from './jobs.ts'

type Sort = (typeof LIFETIME_SORTS)[number]
interface Asked {
  offset: number
  limit: number
  horizonWeeks: number
  search?: string | undefined
  sort: { by: Sort; descending: boolean }
}

const projections = new WeakMap<Figures, Map<number, Promise<Float64Array>>>()
const MOST_HORIZONS = 3

/** Orders to expect of every customer in the next weeks; NaN without orders or a model. Kept while the figures stand. */
function projectOrders(figures: Figures, weeks: number): Promise<Float64Array> {
  const known = projections.get(figures) ?? new Map<number, Promise<Float64Array>>()
  projections.set(figures, known)
  const before = known.get(weeks)
  if (before) return before
  if (known.size >= MOST_HORIZONS) known.clear()
  const made = projectAll(figures, weeks)
  known.set(weeks, made)
  made.catch(() => known.delete(weeks))
  return made
}

async function projectAll({ profile, asOfDay, lifetime }: Figures, weeks: number): Promise<Float64Array> {
  const all = new Float64Array(profile.orders.length).fill(Number.NaN)
  const { fit } = lifetime.buying
  if (!fit || asOfDay === null) return all
  const buyers = listBuyers(profile)
  const expected = await runSteps(projectOrdersInSteps(fit.parameters, collectHistories(profile, asOfDay, buyers), weeks))
  buyers.forEach((i, place) => (all[i] = expected[place]!))
  return all
}

/** Parameters of MBG/NBD, where one-time buyers can have left too; null where that model finds no answer. */
function findCautious(workspace: OpenWorkspace, figures: Figures, signal: AbortSignal | undefined): Promise<BgNbdParameters | null> {
  const { profile, asOfDay, lifetime, lifecycleThresholds } = figures
  if (!lifetime.buying.fit || asOfDay === null || !lifecycleThresholds) return Promise.resolve(null)
  return answerOnce(workspace, figures, 'mbg-nbd', signal, async (run) => {
    const histories = collectHistories(profile, asOfDay, listBuyers(profile))
    const { fit } = await run(fitBgNbdInSteps(histories, lifecycleThresholds.medianGapDays, 'after-any'))
    return fit?.parameters ?? null
  })
}

interface Predictions {
  readonly orders: Float64Array
  readonly cautious: BgNbdParameters | null
}

function ageOf({ profile, asOfDay }: Figures, i: number): number {
  return ((asOfDay ?? 0) - profile.firstDay[i]!) / DAYS_PER_WEEK
}
function lastOf({ profile }: Figures, i: number): number {
  return (profile.lastDay[i]! - profile.firstDay[i]!) / DAYS_PER_WEEK
}
function spendOf({ profile, lifetime }: Figures, i: number): number {
  if (!lifetime.spend) return Number.NaN
  return expectSpend(lifetime.spend, profile.orderDays[i]! - 1, meanRepeatAmount(profile, i))
}

const RANKS: Readonly<Record<Exclude<Sort, 'name'>, (figures: Figures, predictions: Predictions) => (i: number) => number>> = {
  x:
    ({ profile }) =>
    (i) =>
      profile.orderDays[i]!,
  tx: (figures) => (i) => lastOf(figures, i),
  age: (figures) => (i) => ageOf(figures, i),
  alive:
    ({ lifetime }) =>
    (i) =>
      lifetime.alive[i]!,
  expectedOrders:
    (_, { orders }) =>
    (i) =>
      orders[i]!,
  expectedSpend: (figures) => (i) => spendOf(figures, i),
  clv:
    ({ lifetime }) =>
    (i) =>
      lifetime.value[i]!,
  margin:
    ({ profile }) =>
    (i) =>
      profile.margin[i]!
}

/** Orders of the table asked for last: any page of a long table costs as much as the first. */
const orders = new WeakMap<Figures, Map<string, Promise<Int32Array>>>()
const MOST_ORDERS = 6

function findOrder(workspace: OpenWorkspace, figures: Figures, asked: Asked, predictions: Predictions): Promise<Int32Array> {
  const known = orders.get(figures) ?? new Map<string, Promise<Int32Array>>()
  orders.set(figures, known)
  const key = JSON.stringify([asked.sort, asked.search ?? '', asked.sort.by === 'expectedOrders' ? asked.horizonWeeks : 0])
  const before = known.get(key)
  if (before) return before
  if (known.size >= MOST_ORDERS) known.delete(known.keys().next().value ?? '')
  const made = orderBuyers(workspace, figures, asked, predictions)
  known.set(key, made)
  made.catch(() => known.delete(key))
  return made
}

/** Positions of everybody who bought and is found, sorted; whoever has no figure stands last either way. */
async function orderBuyers(
  workspace: OpenWorkspace,
  figures: Figures,
  { search, sort }: Asked,
  predictions: Predictions
): Promise<Int32Array> {
  const byName = await selectCustomers(workspace, figures, search === undefined || search === '' ? {} : { search }, {
    by: 'name',
    descending: sort.by === 'name' && sort.descending
  })
  const buyers = byName.filter((i) => figures.profile.orders[i]! > 0)
  if (sort.by === 'name') return buyers
  const rank = RANKS[sort.by](figures, predictions)
  const values = new Float64Array(figures.customerIds.length).map((_, i) => (figures.profile.orders[i]! > 0 ? rank(i) : Number.NaN))
  const sign = sort.descending ? -1 : 1
  return buyers.sort((a, b) => {
    const [one, other] = [values[a]!, values[b]!]
    if (Number.isNaN(one) || Number.isNaN(other)) return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b
    return sign * (one - other) || a - b
  })
}

/** A page of the lifetime table. */
export async function describeLifetimes(
  workspace: OpenWorkspace,
  figures: Figures,
  asked: Asked,
  signal: AbortSignal | undefined
): Promise<LifetimePage> {
  const { fault } = figures.lifetime.buying
  const predictions = {
    orders: await projectOrders(figures, asked.horizonWeeks),
    cautious: await findCautious(workspace, figures, signal)
  }
  const order = await findOrder(workspace, figures, asked, predictions)
  const page = order.subarray(asked.offset, asked.offset + asked.limit)
  return {
    available: fault === null,
    reason: fault === null ? null : LIFETIME_HINTS[fault],
    horizonWeeks: asked.horizonWeeks,
    total: order.length,
    rows: readCustomerRows(workspace.read, figures, page).map(({ id, externalId, name }) => ({
      customerId: id,
      externalId,
      name,
      ...describeOne(figures, predictions, figures.indexOf(id))
    }))
  }
}

function describeOne(
  figures: Figures,
  { orders, cautious }: Predictions,
  i: number
): Omit<LifetimeRow, 'customerId' | 'externalId' | 'name'> {
  const { profile, lifetime } = figures
  const history = { x: profile.orderDays[i]! - 1, tx: lastOf(figures, i), age: ageOf(figures, i) }
  return {
    x: history.x,
    txWeeks: history.tx,
    ageWeeks: history.age,
    alive: orNull(lifetime.alive[i]!),
    aliveCautious: cautious && findAliveProbability(cautious, history, 'after-any'),
    expectedOrders: orNull(orders[i]!),
    expectedSpendMinor: roundOrNull(spendOf(figures, i)),
    clvMinor: roundOrNull(lifetime.value[i]!),
    marginMinor: Math.round(profile.margin[i]!)
  }
}
