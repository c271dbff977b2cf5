import { countMembers, listMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

/** Different categories bought in W by active customers, added up / active customers. Who bought nothing with a category counts with none. */
function measure({ figures }: MetricSource): Outcome {
  if (!figures.categoryCount) return needsData(['order-lines'])
  if (!figures.window) return needsData(['orders'])
  const { isActive } = figures.profile
  const customers = countMembers(isActive)
  if (customers === 0) return noDenominator()
  let categories = 0
  for (let i = 0; i < isActive.length; i++) if (isActive[i] === 1) categories += figures.categoryCount[i]!
  return { value: categories / customers, numerator: categories, denominator: customers, sample: customers }
}

export const crossCategory: MetricDefinition = {
  id: 'k_cross_category',
  needs: ['order-lines', 'orders'],
  span: 'window',
  measure,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: ({ figures }, part) => {
    const { isActive } = figures.profile
    const counted = isActive.map((byte, i) => (byte === 1 && (figures.categoryCount?.[i] ?? 0) > 0 ? 1 : 0))
    return listMembers(figures, part === 'numerator' ? counted : isActive)
  }
}
