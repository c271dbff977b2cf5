import {
  annualise,
  countPerYear,
  expectTenure,
  measureRetentionInSteps,
  type PeriodRetention
} from '../../../../shared/analytics/period-retention.ts'
import { findRenewal, findSurvival, fitShiftedBeta, type SurvivalFault } from '../../../../shared/analytics/lifetime/shifted-beta.ts'
import type { RETENTION_PERIODS, RetentionProjection, RetentionSeries } from '../../../../shared/contract/value-tables.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { isoDateOfDay } from '../../../../shared/domain/day-number.ts'
import type { Figures } from '../figures.ts'
import { runSteps } from '../../pause.ts'

const MOST_POINTS = 120

/** Retention and churn of each period that has ended, beside the one before it. */
export async function describeRetention(figures: Figures, period: (typeof RETENTION_PERIODS)[number]): Promise<RetentionSeries> {
  const { asOf, asOfDay, orders } = figures
  const { windowDays } = figures.settings
  const periodsPerYear = countPerYear(period, windowDays)
  if (asOfDay === null) return { period, asOf, periodsPerYear, points: [] }
  const points = await runSteps(measureRetentionInSteps(orders, { period, windowDays, asOfDay, most: MOST_POINTS }))
  return { period, asOf, periodsPerYear, points: points.map((point) => describePoint(point, periodsPerYear)) }
}

function describePoint(point: PeriodRetention, periodsPerYear: number): RetentionSeries['points'][number] {
  const { before, kept, fresh, returned, revenueBefore, revenueKept } = point
  const share = before > 0 ? kept / before : null
  return {
    from: isoDateOfDay(point.fromDay),
    to: isoDateOfDay(point.toDay),
    before,
    kept,
    fresh,
    returned,
    active: kept + fresh + returned,
    share,
    churn: share === null ? null : 1 - share,
    yearlyShare: share === null ? null : annualise(share, periodsPerYear),
    tenurePeriods: share === null ? null : expectTenure(1 - share),
    revenueShare: revenueBefore > 0 ? revenueKept / revenueBefore : null
  }
}

const SURVIVAL_HINTS: Readonly<Record<SurvivalFault, Text>> = {
  'too-few-periods': {
    en: 'A projection takes the start and at least two renewals.',
    es: 'Para proyectar hacen falta el inicio y al menos dos renovaciones.'
  },
  'not-falling': {
    en: 'Of the customers of one start there can’t be more later than before: please check the figures.',
    es: 'De los clientes de un mismo inicio no puede haber después más que antes: revise las cifras.'
  },
  'nobody-left': {
    en: 'Nobody has left (or nobody was there), so there is no departure to learn from.',
    es: 'Nadie se ha ido (o no había nadie), así que no hay bajas de las que aprender.'
  },
  'no-convergence': {
    en: 'In these figures all customers leave at the same rate: the share that renews stays what it is, and the model adds nothing.',
    es: 'En estas cifras todos los clientes se van al mismo ritmo: la parte que renueva se queda como está y el modelo no añade nada.'
  }
}

/** Projects a curve of contracts (domain 6.8); `periods` renewals from the start on. */
export function projectRetention(survivors: readonly number[], periods: number): RetentionProjection {
  const { fit, fault } = fitShiftedBeta(survivors)
  if (!fit)
    return { alpha: null, beta: null, logLikelihood: null, reason: SURVIVAL_HINTS[fault], survival: [], renewal: [], expectedTenure: null }
  const survival = Array.from({ length: periods + 1 }, (_, t) => findSurvival(fit, t))
  return {
    ...fit,
    reason: null,
    survival,
    renewal: Array.from({ length: periods }, (_, t) => findRenewal(fit, t + 1)),
    expectedTenure: survival.reduce((sum, share) => sum + share, 0)
  }
}
