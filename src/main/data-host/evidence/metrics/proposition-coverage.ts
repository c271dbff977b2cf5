import { isoDateOfDay } from '../../../../shared/domain/day-number.ts'
import { evidenceText, makePercentage, type MetricSource, type Outcome } from '../metric-definition.ts'
import { defineEntered } from './entered.ts'

const REVIEW_DAYS = 365

/** 100 × segments of the business's own with an owner and a proposition, reviewed in the last 12 months / segments of the business's own. */
function measure({ db, figures: { asOfDay } }: MetricSource): Outcome {
  const since = asOfDay === null ? '' : isoDateOfDay(asOfDay - REVIEW_DAYS)
  const counts = db
    .prepare<[string], { covered: number; total: number }>(
      `SELECT COUNT(*) FILTER (WHERE trim(COALESCE(owner, '')) <> '' AND trim(COALESCE(proposition, '')) <> '' AND substr(reviewed_at, 1, 10) >= ?) AS covered,
         COUNT(*) AS total FROM segments`
    )
    .get(since)
  if (!counts || counts.total === 0) return { code: 'needs-entry', needs: [], hint: evidenceText('missing.propositions') }
  return makePercentage(counts.covered, counts.total)
}

/** Counted over the segments kept in the workspace, which are taken for the priority ones (ours); entered by hand where the propositions are kept elsewhere. */
export const propositionCoverage = defineEntered('k_prop_coverage', {
  computed: { id: 'k_prop_coverage', needs: [], span: 'moment', measure }
})
