import type { FutureValue } from '../future-value.ts'
import { findLifetimeFault, sumFutureValue, sumFutureValueBefore } from '../future-value.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

type Describe = (now: FutureValue) => number

/** A figure over the future values (36 months at 15 % a year) of everybody who ever bought; before with the same parameters. */
function defineEquity(id: string, describe: Describe): MetricDefinition {
  const read = ({ total, customers }: FutureValue): Outcome =>
    customers === 0
      ? noDenominator()
      : { value: Math.round(describe({ total, customers })), numerator: Math.round(total), denominator: customers, sample: customers }
  const measure = ({ figures }: MetricSource): Outcome => {
    if (!figures.window) return needsData(['orders'])
    return findLifetimeFault(figures) ?? read(sumFutureValue(figures))
  }
  return {
    id,
    needs: ['orders'],
    span: 'history',
    measure,
    measurePrevious: async ({ figures }) => findLifetimeFault(figures) ?? read(await sumFutureValueBefore(figures)),
    listCustomers: ({ figures }, part) =>
      figures.customerIds.filter((_, i) => {
        const value = figures.lifetime.value[i]!
        return part === 'denominator' ? !Number.isNaN(value) : value > 0
      })
  }
}

/** Σ_i CLV_i over all customers. */
export const customerEquity = defineEquity('k_customer_equity', ({ total }) => total)
/** Σ_i CLV_i / N, over those who have a CLV: everybody who ever bought. */
export const lifetimeValueMean = defineEquity('k_clv_mean', ({ total, customers }) => total / customers)
