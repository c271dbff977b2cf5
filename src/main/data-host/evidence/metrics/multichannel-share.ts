import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'

const MULTICHANNEL = 's_multichannel'

/** 100 × active customers with ≥ 2 distinct channels over orders ∪ interactions in W / active customers. */
function measure({ figures }: MetricSource): Outcome {
  if (!figures.window) return needsData(['orders'])
  const several = figures.segmentMask(MULTICHANNEL)
  if (!several) return needsData(['orders'], 'channels')
  const { isActive } = figures.profile
  return makePercentage(countMembers(intersect(isActive, several)), countMembers(isActive))
}

export const multichannelShare: MetricDefinition = {
  id: 'k_multichannel_share',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: ({ figures }, part) => {
    const { isActive } = figures.profile
    const several = figures.segmentMask(MULTICHANNEL)
    return listMembers(figures, part === 'numerator' && several ? intersect(isActive, several) : isActive)
  }
}
