import { makeRandom } from '../../../../shared/analytics/chance.ts'
import { CURRENT_TIERS } from '../../../../shared/analytics/current-tiers.ts'
import { valueByRetention } from '../../../../shared/analytics/geometric-value.ts'
import { bootstrapInSteps } from '../../../../shared/analytics/lifetime/bootstrap.ts'
import { DEFAULT_HORIZON } from '../../../../shared/analytics/lifetime/discounted-orders.ts'
import { projectOrdersInSteps } from '../../../../shared/analytics/lifetime/project-orders.ts'
import type { Equity, EquityFallback } from '../../../../shared/contract/value-tables.ts'
import type { z } from 'zod'
import type { OpenWorkspace } from '../../context.ts'
import { LIFETIME_HINTS } from '../../segments/lifetime-hints.ts'
import type { Figures } from '../figures.ts'
import { collectHistories, findMarginRatio, listBuyers, meanRepeatAmount } from '../lifetime.ts'
import { findCurrentTiers, findCurrentValue } from './current-value.ts'
import { answerOnce, type RunSteps } from './jobs.ts'

const RESAMPLES = 200
/** The same ranges for the same data on every machine. */
const SEED = 20_050_424
const DAYS_PER_YEAR = 365

const NO_RANGE = {
  en: 'Too many of the resamples of these customers gave no stable model, so no honest range can be told.',
  es: 'Demasiadas de las muestras repetidas de estos clientes no dieron un modelo estable, así que no se puede dar un margen honesto.'
}

/** What all of today's customers are worth, with an 80 % range of what really comes; or what stands in where no model can be fitted. */
export async function describeEquity(
  workspace: OpenWorkspace,
  figures: Figures,
  horizonWeeks: number,
  signal: AbortSignal | undefined
): Promise<Equity> {
  const { fault } = figures.lifetime.buying
  if (fault !== null)
    return {
      available: false,
      reason: LIFETIME_HINTS[fault],
      totalMinor: null,
      lowMinor: null,
      highMinor: null,
      horizonWeeks,
      expectedOrders: null,
      lowOrders: null,
      highOrders: null,
      rangeReason: null,
      resamples: 0,
      fallback: await findFallback(figures)
    }
  return answerOnce(workspace, figures, `equity/${horizonWeeks}`, signal, (run) => measureEquity(figures, horizonWeeks, run))
}

async function measureEquity(figures: Figures, horizonWeeks: number, run: RunSteps): Promise<Equity> {
  const { profile, asOfDay, lifetime, orders: columns, settings } = figures
  const { buying, spend } = lifetime
  const buyers = listBuyers(profile)
  const histories = collectHistories(profile, asOfDay ?? 0, buyers)
  const value = Float64Array.from(buyers, (i) => lifetime.value[i]!)
  const totals = { available: true, reason: null, horizonWeeks, fallback: null, totalMinor: Math.round(sum(value)) }
  if (!buying.fit || !spend)
    return {
      ...totals,
      lowMinor: null,
      highMinor: null,
      expectedOrders: null,
      lowOrders: null,
      highOrders: null,
      rangeReason: NO_RANGE,
      resamples: 0
    }
  const { parameters } = buying.fit
  const orders = await run(projectOrdersInSteps(parameters, histories, horizonWeeks))
  const margins = { profile, hasCosts: columns.cost !== null, grossMargin: settings.grossMargin }
  const { fits, ...ranges } = await run(
    bootstrapInSteps(
      {
        histories,
        means: Float64Array.from(buyers, (i) => meanRepeatAmount(profile, i)),
        ratios: Float64Array.from(buyers, (i) => findMarginRatio(margins, i)),
        value,
        orders
      },
      { parameters, spend, horizon: DEFAULT_HORIZON, horizonWeeks, resamples: RESAMPLES, random: makeRandom(SEED) }
    )
  )
  return {
    ...totals,
    lowMinor: ranges.value && Math.round(ranges.value.low),
    highMinor: ranges.value && Math.round(ranges.value.high),
    expectedOrders: sum(orders),
    lowOrders: ranges.orders && ranges.orders.low,
    highOrders: ranges.orders && ranges.orders.high,
    rangeReason: ranges.value ? null : NO_RANGE,
    resamples: fits
  }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0)

type Fallback = z.infer<typeof EquityFallback>
const TIERS = ['top20', 'next30', 'rest', 'below_zero'] as const

/** Customers of the period before that a retention can be told from: fewer say nothing, as everywhere in the app. */
const LEAST_BEFORE = 30

const BY_RETENTION = {
  en: 'Instead: what each tier of value brings a year and how much of it comes back, taken as constant: m · r / (1 + 15% − r). No model of single customers.',
  es: 'En su lugar: lo que trae al año cada nivel de valor y qué parte vuelve, tomadas como constantes: m · r / (1 + 15 % − r). No es un modelo de cada cliente.'
}
const BY_HISTORY = {
  en: 'Instead: the margin customers have brought to date. That is historical value, not a prediction.',
  es: 'En su lugar: el margen que los clientes han traído hasta hoy. Es valor histórico, no una previsión.'
}

/** Constant retention per tier (fallback A), or the history alone where too few could have come back to tell (fallback B; domain 6.6). */
async function findFallback(figures: Figures): Promise<Fallback> {
  const before = await figures.previous()
  const [tiersBefore, tiersNow] = [findCurrentTiers(before), findCurrentTiers(figures)]
  const current = findCurrentValue(figures)
  const perYear = DAYS_PER_YEAR / figures.settings.windowDays
  const tiers = TIERS.map((id) => {
    const code = CURRENT_TIERS.indexOf(id)
    let [customers, brought, was, kept] = [0, 0, 0, 0]
    for (let i = 0; i < current.length; i++) {
      if (tiersNow[i] === code) {
        customers++
        brought += current[i]!
      }
      if (tiersBefore[i] !== code) continue
      was++
      if (figures.profile.isActive[i] === 1) kept++
    }
    const yearly = customers > 0 ? (brought / customers) * perYear : 0
    const retention = was > 0 ? (kept / was) ** perYear : null
    const value = retention === null ? null : customers * valueByRetention(yearly, retention, DEFAULT_HORIZON.yearlyDiscount)
    return {
      id,
      customers,
      yearlyMarginMinor: Math.round(yearly),
      retention,
      valueMinor: value === null ? null : Math.round(value)
    }
  })
  const isKnown =
    before.profile.isActive.reduce((count, isActive) => count + isActive, 0) >= LEAST_BEFORE &&
    tiers.every(({ customers, retention }) => customers === 0 || retention !== null) &&
    tiers.some(({ customers }) => customers > 0)
  if (!isKnown) {
    const history = Math.round(figures.profile.margin.reduce((total, margin) => total + margin, 0))
    return { kind: 'history', tiers: [], totalMinor: history, text: BY_HISTORY }
  }
  return { kind: 'retention', tiers, totalMinor: tiers.reduce((total, { valueMinor }) => total + (valueMinor ?? 0), 0), text: BY_RETENTION }
}
