import { CUSTOMER_FLAGS, LOST_REASONS } from '../../../../shared/analytics/customer-attributes.ts'
import type { Figures } from '../../figures/figures.ts'
import { countMembers, listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, needsData } from '../metric-definition.ts'

const COMPETITOR = LOST_REASONS.indexOf('competitor') + 1

/** 1: lost (by the record or by silence, the segment of lost customers) and the reason is written down. */
function findExplained(figures: Figures): Uint8Array {
  const { flags, lostReason } = figures.attributes
  const lost = figures.segmentMask('s_lost')
  return lostReason.map((reason, i) => (reason !== 0 && (lost?.[i] === 1 || (flags[i]! & CUSTOMER_FLAGS.markedLost) !== 0) ? 1 : 0))
}

function findToCompetitor(figures: Figures): Uint8Array {
  return findExplained(figures).map((byte, i) => (byte === 1 && figures.attributes.lostReason[i] === COMPETITOR ? 1 : 0))
}

/** 100 × lost customers whose reason is a competitor / lost customers with a reason. Losses carry no date, so there is no figure for the window before. */
export const competitorLosses: MetricDefinition = {
  id: 'k_competitor_losses',
  needs: ['customers'],
  span: 'moment',
  measure: ({ figures }) => {
    const explained = countMembers(findExplained(figures))
    if (explained === 0) return needsData(['customers'], 'lost-reasons')
    return makePercentage(countMembers(findToCompetitor(figures)), explained)
  },
  listCustomers: ({ figures }, part) => listMembers(figures, part === 'numerator' ? findToCompetitor(figures) : findExplained(figures))
}
