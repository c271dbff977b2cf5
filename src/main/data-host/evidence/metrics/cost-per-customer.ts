import { translate } from '../../../../shared/i18n/translate.ts'
import { formatShare } from '../../../../shared/i18n/formats.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome, type Reading } from '../metric-definition.ts'

/** An amount in W over the active customers. */
function spread(amount: number, { figures }: MetricSource, written?: Reading['written']): Outcome {
  const active = countMembers(figures.profile.isActive)
  if (active === 0) return noDenominator()
  const total = Math.round(amount)
  return { value: Math.round(amount / active), numerator: total, denominator: active, sample: active, ...(written && { written }) }
}

function sum(values: Float64Array | null): number {
  return values?.reduce((total, value) => total + value, 0) ?? 0
}

/** (Σ interactions.cost + Σ complaints.compensation + Σ orders.service_cost) in W of live customers / active customers. */
function measureCost(source: MetricSource): Outcome {
  const { window, costToServe } = source.figures
  if (!window) return needsData(['orders'])
  if (!costToServe) return needsData(['interactions', 'complaints', 'orders'], 'costs-to-serve')
  return spread(sum(costToServe), source)
}

/** (Σ (net_amount − cost_amount) − Σ cost to serve) in W / active customers. */
function measureMargin(source: MetricSource): Outcome {
  const { window, costToServe, profile, orders, settings } = source.figures
  if (!window) return needsData(['orders'])
  return spread(sum(profile.marginWindow) - sum(costToServe), source, (language) => ({
    assumption: orders.cost
      ? ''
      : translate(language, 'evidence.metrics.k_customer_margin.assumption', { margin: formatShare(settings.grossMargin, language) })
  }))
}

const previously =
  (measure: (source: MetricSource) => Outcome) =>
  async (source: MetricSource): Promise<Outcome> =>
    measure({ ...source, figures: await source.figures.previous(), period: 'current' })

export const costToServe: MetricDefinition = {
  id: 'k_cost_to_serve',
  needs: ['orders'],
  span: 'window',
  measure: measureCost,
  measurePrevious: previously(measureCost),
  listCustomers: ({ figures }, part) =>
    part === 'denominator'
      ? listMembers(figures, figures.profile.isActive)
      : figures.customerIds.filter((_, i) => (figures.costToServe?.[i] ?? 0) > 0)
}

export const customerMargin: MetricDefinition = {
  id: 'k_customer_margin',
  needs: ['orders'],
  span: 'window',
  measure: measureMargin,
  measurePrevious: previously(measureMargin),
  listCustomers: ({ figures }, part) =>
    part === 'denominator'
      ? listMembers(figures, figures.profile.isActive)
      : figures.customerIds.filter((_, i) => figures.profile.isActive[i] === 1 || (figures.costToServe?.[i] ?? 0) > 0)
}
