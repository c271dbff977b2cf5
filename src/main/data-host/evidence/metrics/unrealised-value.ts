import { type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

/** Σ max(0, potential − actual); actual = margin in W, potential = 90th percentile of it among customers with the same needs tags. */
function measure({ figures }: MetricSource): Outcome {
  if (!figures.window) return needsData(['orders'])
  if (!figures.unrealised) return needsData(['customers'], 'needs-tags')
  let sum = 0
  let sample = 0
  for (const value of figures.unrealised) {
    if (Number.isNaN(value)) continue
    sum += value
    sample++
  }
  const total = Math.round(sum)
  return { value: total, numerator: total, denominator: sample, sample }
}

export const unrealisedValue: MetricDefinition = {
  id: 'k_unrealised_value',
  needs: ['orders', 'customers'],
  span: 'window',
  measure,
  listCustomers: ({ figures }, part) =>
    figures.customerIds.filter((_, i) => {
      const value = figures.unrealised?.[i] ?? Number.NaN
      return part === 'denominator' ? !Number.isNaN(value) : value > 0
    })
}
