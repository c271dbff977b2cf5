import { fillProfile, makeProfile, type CustomerProfile } from '../../../../shared/analytics/customer-profile.ts'
import { countGaps, deriveThresholds } from '../../../../shared/analytics/lifecycle.ts'
import { groupByRepeats, judgePrediction } from '../../../../shared/analytics/lifetime/back-test.ts'
import type { BgNbdParameters } from '../../../../shared/analytics/lifetime/bg-nbd-likelihood.ts'
import { expectOrdersOfNew } from '../../../../shared/analytics/lifetime/bg-nbd-predictions.ts'
import { DAYS_PER_WEEK } from '../../../../shared/analytics/lifetime/buying-histories.ts'
import { fitBgNbdInSteps } from '../../../../shared/analytics/lifetime/fit-bg-nbd.ts'
import { fitSpendInSteps } from '../../../../shared/analytics/lifetime/gamma-gamma.ts'
import { projectOrdersInSteps } from '../../../../shared/analytics/lifetime/project-orders.ts'
import { countDistribution } from '../../../../shared/analytics/lifetime/purchase-counts.ts'
import { tableByAge } from '../../../../shared/analytics/lifetime/table-by-age.ts'
import type { OrderColumns } from '../../../../shared/analytics/order-columns.ts'
import type { BackTest } from '../../../../shared/contract/value-tables.ts'
import { isCalendarDay } from '../../../../shared/domain/calendar-day.ts'
import { dayOfIsoDate, isoDateOfDay } from '../../../../shared/domain/day-number.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import type { OpenWorkspace } from '../../context.ts'
import { LIFETIME_HINTS } from '../../segments/lifetime-hints.ts'
import type { Figures } from '../figures.ts'
import { describeSpend } from '../describe-lifetime.ts'
import { collectHistories, listBuyers, meanRepeatAmount } from '../lifetime.ts'
import { answerOnce, type RunSteps } from './jobs.ts'

/** The last group of customers by repeat orders: this many or more. */
const MOST_REPEATS = 7
const SLICE = 500

interface Asked {
  readonly weeks: number
  readonly calibratedUntil: string | null
}
/** Hidden days: after `from`, up to `to`. */
interface Span {
  readonly from: number
  readonly to: number
  readonly weeks: number
}

const NOTHING_HIDDEN: Text = {
  en: 'After that day there is not one whole week of orders to hide.',
  es: 'Después de ese día no queda ni una semana entera de pedidos que ocultar.'
}

/** Hides the last weeks from the model and sets its prediction beside what happened. Orders after the as-of date may be hidden ones. */
export async function describeBackTest(
  workspace: OpenWorkspace,
  figures: Figures,
  asked: Asked,
  signal: AbortSignal | undefined
): Promise<BackTest> {
  if (asked.calibratedUntil !== null && !isCalendarDay(asked.calibratedUntil)) throw new CauceError('invalid-value')
  const span = findSpan(figures, asked)
  if (!span) return refuse(asked, NOTHING_HIDDEN)
  return answerOnce(workspace, figures, `back-test/${asked.weeks}/${asked.calibratedUntil ?? ''}`, signal, (run) =>
    testModel(figures, span, asked, run)
  )
}

/** Up to the last order there is; without a day given, up to the as-of date. */
function findSpan({ asOfDay, orders }: Figures, { weeks, calibratedUntil }: Asked): Span | null {
  const { lastDay } = orders
  if (lastDay === null || asOfDay === null) return null
  const to = calibratedUntil === null ? Math.min(asOfDay, lastDay) : lastDay
  const from = calibratedUntil === null ? to - weeks * DAYS_PER_WEEK : dayOfIsoDate(calibratedUntil)
  const whole = Math.min(weeks, Math.floor((to - from) / DAYS_PER_WEEK))
  return whole < 1 ? null : { from, to: from + whole * DAYS_PER_WEEK, weeks: whole }
}

function refuse({ weeks, calibratedUntil }: Asked, reason: Text, span?: Span): BackTest {
  return {
    available: false,
    reason,
    calibratedUntil: span ? isoDateOfDay(span.from) : calibratedUntil,
    until: span ? isoDateOfDay(span.to) : null,
    weeks: span?.weeks ?? weeks,
    customers: 0,
    bgnbd: null,
    gammaGamma: null,
    actual: 0,
    model: null,
    sameAgain: null,
    nothing: null,
    usable: false,
    byRepeats: [],
    tracking: [],
    histogram: []
  }
}

function* seeAt(
  { orders, settings }: Figures,
  asOfDay: number
): Generator<void, { profile: CustomerProfile; medianGapDays: number }, void> {
  const customers = orders.starts.length - 1
  const profile = makeProfile(customers)
  const gaps = new Map<number, number>()
  for (let from = 0; from < customers; from += SLICE) {
    const to = Math.min(from + SLICE, customers)
    fillProfile(profile, orders, { asOfDay, windowDays: settings.windowDays, grossMargin: settings.grossMargin }, from, to)
    countGaps(orders, asOfDay, gaps, from, to)
    yield
  }
  return { profile, medianGapDays: deriveThresholds(gaps, settings.newDays).medianGapDays }
}

async function testModel(figures: Figures, span: Span, asked: Asked, run: RunSteps): Promise<BackTest> {
  const { orders } = figures
  const { profile, medianGapDays } = await run(seeAt(figures, span.from))
  const buyers = listBuyers(profile)
  const histories = collectHistories(profile, span.from, buyers)
  const { fit, fault } = await run(fitBgNbdInSteps(histories, medianGapDays))
  if (!fit) return refuse(asked, LIFETIME_HINTS[fault], span)
  const means = Float64Array.from(buyers, (i) => meanRepeatAmount(profile, i))
  const spend = await run(fitSpendInSteps({ repeats: histories.repeats, means }))
  const predicted = await run(projectOrdersInSteps(fit.parameters, histories, span.weeks))
  const { repeats } = histories
  const actual = buyers.map((i) => countOrderDays(orders, i, span.from, span.to))
  const before = buyers.map((i) =>
    countOrderDays(orders, i, Math.max(span.from - span.weeks * DAYS_PER_WEEK, profile.firstDay[i]!), span.from)
  )
  return {
    available: true,
    reason: null,
    calibratedUntil: isoDateOfDay(span.from),
    until: isoDateOfDay(span.to),
    weeks: span.weeks,
    customers: buyers.length,
    bgnbd: {
      ...fit.parameters,
      logLikelihood: fit.logLikelihood,
      customers: fit.customers,
      repeaters: repeats.reduce((count, x) => count + (x > 0 ? 1 : 0), 0)
    },
    gammaGamma: describeSpend(spend),
    ...judgePrediction({ actual, predicted, before, repeats }),
    byRepeats: groupByRepeats({ actual, predicted, repeats }, MOST_REPEATS),
    tracking: await run(trackWeeks(orders, buyers, profile.firstDay, span.to, fit.parameters)),
    histogram: await run(countRepeats(histories.repeats, histories.ageDays, fit.parameters))
  }
}

/** Distinct days with an order after `from`, up to `to`. */
function countOrderDays({ starts, days }: OrderColumns, i: number, from: number, to: number): number {
  let count = 0
  let last = Number.NaN
  for (let row = starts[i]!; row < starts[i + 1]! && days[row]! <= to; row++) {
    if (days[row]! <= from || days[row] === last) continue
    last = days[row]!
    count++
  }
  return count
}

/** Customers per number of repeat orders, counted and expected. */
function* countRepeats(
  repeats: Int32Array,
  ageDays: Int32Array,
  parameters: BgNbdParameters
): Generator<void, BackTest['histogram'], void> {
  const bars = Array.from({ length: MOST_REPEATS + 1 }, (_, x) => ({ x, orMore: x === MOST_REPEATS, actual: 0, predicted: 0 }))
  for (const x of repeats) bars[Math.min(x, MOST_REPEATS)]!.actual++
  const ofAge = new Map<number, number>()
  for (const days of ageDays) ofAge.set(days, (ofAge.get(days) ?? 0) + 1)
  let known = 0
  for (const [days, customers] of ofAge) {
    const shares = countDistribution(parameters, days / DAYS_PER_WEEK, MOST_REPEATS - 1)
    shares.forEach((share, x) => {
      bars[x]!.predicted += customers * share
      known += customers * share
    })
    yield
  }
  bars[MOST_REPEATS]!.predicted = Math.max(0, repeats.length - known)
  return bars
}

/** Repeat order days of these customers from the first order on, added up week by week: counted, and expected of new customers. */
function* trackWeeks(
  orders: OrderColumns,
  buyers: Int32Array,
  firstDay: Int32Array,
  to: number,
  parameters: BgNbdParameters
): Generator<void, BackTest['tracking'], void> {
  const start = buyers.reduce((least, i) => Math.min(least, firstDay[i]!), to)
  const weeks = Math.ceil((to - start) / DAYS_PER_WEEK)
  const weekOf = (day: number): number => Math.max(0, Math.ceil((day - start) / DAYS_PER_WEEK) - 1)
  const happened = new Float64Array(weeks + 1)
  const joined = new Float64Array(to - start + 1)
  for (let place = 0; place < buyers.length; place++) {
    const i = buyers[place]!
    joined[firstDay[i]! - start]!++
    let last = firstDay[i]!
    for (let row = orders.starts[i]!; row < orders.starts[i + 1]! && orders.days[row]! <= to; row++) {
      if (orders.days[row] === last) continue
      last = orders.days[row]!
      happened[weekOf(last)]!++
    }
    if (place % SLICE === SLICE - 1) yield
  }
  const expected = tableByAge(parameters.alpha, (to - start) / DAYS_PER_WEEK, (age) => expectOrdersOfNew(parameters, age))
  const perDay = Float64Array.from({ length: to - start + 1 }, (_, days) => (days === 0 ? 0 : expected(days / DAYS_PER_WEEK)))
  const points: BackTest['tracking'] = []
  let actual = 0
  for (let week = 0; week < weeks; week++) {
    const end = Math.min((week + 1) * DAYS_PER_WEEK, to - start)
    actual += happened[week]!
    let predicted = 0
    for (let day = 0; day <= end; day++) predicted += joined[day]! * perDay[end - day]!
    points.push({ week: week + 1, actual, predicted })
    yield
  }
  return points
}
