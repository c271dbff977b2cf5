import type { InputId, SimulatorDefaults } from '../../../shared/contract/simulator.ts'
import type { Window } from '../../../shared/contract/base.ts'
import { sumCampaignCosts, type CampaignGoal } from './campaign-costs.ts'
import { countMembers, intersect } from './customer-lists.ts'
import { isReading, type MetricSource } from './metric-definition.ts'
import { FEW_DATA } from './measure-metric.ts'
import { customerMargin } from './metrics/cost-per-customer.ts'
import { findNewCustomers } from './new-customers.ts'

const YEAR = 365
type Told = Pick<SimulatorDefaults, 'fromData' | 'missing'>

/** The spends of W the simulator tells apart, by the goals of their campaigns. */
const SPENDS: Readonly<Partial<Record<InputId, readonly CampaignGoal[]>>> = {
  winSpend: ['acquisition'],
  welcomeSpend: ['onboarding'],
  keepSpend: ['retention', 'development']
}

/** What the data says for the inputs of the keep-or-win simulator, and why it is silent about the others (domain 6.8, 6.9). */
export async function tellSimulator(source: MetricSource): Promise<SimulatorDefaults> {
  const { asOf, window, profile, orders, settings } = source.figures
  const before = countMembers(profile.wasActive)
  const active = countMembers(profile.isActive)
  const parts = window
    ? [
        tellRetention(before, countMembers(intersect(profile.wasActive, profile.isActive)), window),
        await tellMargin(source, active, window),
        tellCustomers(source, active),
        ...Object.entries(SPENDS).map(([id, goals]) => tellSpend(source, id as InputId, goals))
      ]
    : [silent('orders', ['retention', 'margin', 'customers', 'newCustomers', 'keptCustomers', 'winSpend', 'welcomeSpend', 'keepSpend'])]
  return {
    asOf,
    window,
    fromData: Object.assign({}, ...parts.map(({ fromData }) => fromData)) as Told['fromData'],
    missing: Object.assign({}, ...parts.map(({ missing }) => missing)) as Told['missing'],
    retentionBase: before,
    marginBase: active,
    isMarginAssumed: !orders.cost,
    grossMargin: settings.grossMargin,
    winbackMinor: sumCampaignCosts(source, ['winback'])
  }
}

const told = (fromData: Told['fromData']): Told => ({ fromData, missing: {} })
const silent = (why: 'few' | 'campaigns' | 'orders', ids: readonly InputId[]): Told => ({
  fromData: {},
  missing: Object.fromEntries(ids.map((id) => [id, why]))
})

/** Period retention as a share of a year: `r^(365 / W)`. */
function tellRetention(before: number, kept: number, { days }: Window): Told {
  if (before < FEW_DATA) return silent('few', ['retention'])
  return told({ retention: (kept / before) ** (YEAR / days) })
}

/** Net margin per active customer in W, as much of it as falls on a year. */
async function tellMargin(source: MetricSource, active: number, { days }: Window): Promise<Told> {
  const margin = await customerMargin.measure(source)
  if (active < FEW_DATA || !isReading(margin)) return silent('few', ['margin'])
  return told({ margin: Math.round((margin.value * YEAR) / days) })
}

function tellCustomers(source: MetricSource, active: number): Told {
  const { profile } = source.figures
  const counts: readonly [InputId, number][] = [
    ['customers', active],
    ['newCustomers', countMembers(findNewCustomers(source))],
    ['keptCustomers', countMembers(intersect(profile.wasActive, profile.isActive))]
  ]
  return {
    fromData: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    missing: Object.fromEntries(counts.filter(([, count]) => count === 0).map(([id]) => [id, 'orders']))
  }
}

function tellSpend(source: MetricSource, id: InputId, goals: readonly CampaignGoal[]): Told {
  const spend = sumCampaignCosts(source, goals)
  return spend === null ? silent('campaigns', [id]) : told({ [id]: spend })
}
