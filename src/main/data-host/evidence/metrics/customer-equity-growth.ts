import { reachesBack } from '../comparable.ts'
import { findLifetimeFault, sumFutureValue, sumFutureValueBefore, sumFutureValueTwoBefore, type FutureValue } from '../future-value.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

/** 100 × (CE_t − CE_{t−1}) / CE_{t−1}, same parameters and discount rate in both periods. */
async function measure({ figures }: MetricSource): Promise<Outcome> {
  if (!figures.window) return needsData(['orders'])
  const fault = findLifetimeFault(figures)
  if (fault) return fault
  // With less than a window of sales before it, the first of the two would be next to nothing.
  if (!reachesBack(figures)) return needsData(['orders'], 'orders-two-windows')
  return readGrowth(sumFutureValue(figures), await sumFutureValueBefore(figures))
}

async function measurePrevious({ figures }: MetricSource): Promise<Outcome> {
  return findLifetimeFault(figures) ?? readGrowth(await sumFutureValueBefore(figures), await sumFutureValueTwoBefore(figures))
}

function readGrowth(now: FutureValue, before: FutureValue): Outcome {
  if (before.total <= 0) return noDenominator()
  return {
    value: (100 * (now.total - before.total)) / before.total,
    numerator: Math.round(now.total - before.total),
    denominator: Math.round(before.total),
    sample: before.customers
  }
}

export const customerEquityGrowth: MetricDefinition = {
  id: 'k_customer_equity_growth',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious,
  // The growth then starts from what was sold in the window before that.
  lookBack: 1,
  listCustomers: ({ figures }) => figures.customerIds.filter((_, i) => !Number.isNaN(figures.lifetime.value[i]!))
}
