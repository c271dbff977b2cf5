import { sumCampaignCosts } from '../campaign-costs.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { isReading, type MetricDefinition, type MetricSource, needsData, noDenominator, type Outcome } from '../metric-definition.ts'
import { findNewCustomers } from '../new-customers.ts'
import { retentionCost } from './retention-cost.ts'

/** Σ actual cost of the acquisition campaigns that began in W / new customers of W. Work of people is in it only where a campaign's cost has it. */
function measureCac(source: MetricSource): Outcome {
  if (!source.figures.window) return needsData(['orders'])
  const cost = sumCampaignCosts(source, ['acquisition'])
  if (cost === null) return needsData(['campaigns'], 'campaigns-acquisition')
  const customers = countMembers(findNewCustomers(source))
  if (customers === 0) return noDenominator()
  return { value: cost / customers, numerator: cost, denominator: customers, sample: customers }
}

export const cac: MetricDefinition = {
  id: 'k_cac',
  needs: ['campaigns', 'orders'],
  span: 'window',
  lookBack: 1,
  measure: measureCac,
  measurePrevious: measureCac,
  listCustomers: (source) => listMembers(source.figures, findNewCustomers(source))
}

/** CAC / CRC: the firm's own test of the "five times" claim (domain 6.9). */
async function measureRatio(source: MetricSource): Promise<Outcome> {
  const won = measureCac(source)
  if (!isReading(won)) return won
  const kept = await retentionCost.measure(source)
  if (!isReading(kept)) return kept
  if (kept.value === 0) return noDenominator()
  return {
    value: won.value / kept.value,
    numerator: won.value,
    denominator: kept.value,
    sample: Math.min(won.sample, kept.sample),
    params: { won: won.sample, kept: kept.sample }
  }
}

export const cacPerCrc: MetricDefinition = {
  id: 'k_cac_crc',
  needs: ['campaigns', 'orders'],
  span: 'window',
  lookBack: 1,
  measure: measureRatio,
  measurePrevious: async (source) => measureRatio({ ...source, figures: await source.figures.previous(), period: 'current' }),
  listCustomers: (source, part) =>
    part === 'numerator'
      ? listMembers(source.figures, findNewCustomers(source))
      : (retentionCost.listCustomers?.(source, part) ?? new Int32Array())
}
