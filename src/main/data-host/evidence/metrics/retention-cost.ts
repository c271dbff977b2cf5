import { sumCampaignCosts } from '../campaign-costs.ts'
import { countMembers, intersect, listMembers } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'

/** Active in W and in the window before. */
function findRetained({ figures: { profile } }: MetricSource): Uint8Array {
  return intersect(profile.wasActive, profile.isActive)
}

/** Σ actual_cost of campaigns of W with goal ∈ {onboarding, retention, development} / customers retained in W. */
function measure(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const cost = sumCampaignCosts(source, ['onboarding', 'retention', 'development'])
  // What was not written down was not free.
  if (cost === null) return needsData(['campaigns'], 'retention-costs')
  const retained = countMembers(findRetained(source))
  if (retained === 0) return noDenominator()
  return { value: Math.round(cost / retained), numerator: cost, denominator: retained, sample: retained }
}

export const retentionCost: MetricDefinition = {
  id: 'k_crc',
  needs: ['campaigns', 'orders'],
  span: 'window',
  measure,
  // Who was retained in the window before is told from the one before that.
  lookBack: 1,
  measurePrevious: async (source) => measure({ ...source, figures: await source.figures.previous(), period: 'current' }),
  // Campaigns cost money for everybody they were meant for: nobody stands behind the sum alone.
  listCustomers: (source) => listMembers(source.figures, findRetained(source))
}
