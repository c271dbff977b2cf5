import { translate } from '../../../../shared/i18n/translate.ts'
import { dayOfIsoDate } from '../../../../shared/domain/day-number.ts'
import type { KpiEntry } from '../../../../shared/contract/models.ts'
import type { Missing } from '../../../../shared/contract/segments.ts'
import { listKpiEntries } from '../../repositories/kpi-entries.ts'
import { evidenceText, type MetricDefinition, type MetricSource, type Outcome } from '../metric-definition.ts'

type ReadValue = (entry: KpiEntry, source: MetricSource) => number
interface Options {
  /** Answers until there is an entry. */
  readonly computed?: MetricDefinition
  /** What an entry says today, where that is not what was written down; such a figure is not compared with the entry before. */
  readonly readValue?: ReadValue
  /** Key of the names of the two numbers of an entry, where what is computed has other ones. */
  readonly names?: string
  /** Key of the sentence that asks for an entry, where naming its two numbers does not say it. */
  readonly hint?: string
}

/**
 * A figure that the customer data cannot hold: the newest value a person wrote down, up to the as-of date where one is set
 * (left to follow the data, it takes today's entry too).
 */
export function defineEntered(id: string, options: Options = {}): MetricDefinition {
  const { computed } = options
  return {
    ...computed,
    id,
    needs: computed?.needs ?? [],
    span: computed?.span ?? 'moment',
    isEnterable: true,
    isVolatile: true,
    measure: (source) => readNewest(id, source, options) ?? computed?.measure(source) ?? needsEntry(id, options)
  }
}

function readNewest(id: string, source: MetricSource, { readValue, names }: Options): Outcome | null {
  const entries = listKpiEntries(source.db, id)
  const { asOf } = source.figures.settings
  const [newest, before] = entries.filter(({ at }) => asOf === null || at <= asOf)
  if (!newest) return entries.length === 0 ? null : { code: 'needs-entry', needs: [], hint: evidenceText('missing.entry-later') }
  const { numerator, denominator, at } = newest
  return {
    value: readValue ? readValue(newest, source) : newest.value,
    numerator,
    denominator,
    // Without the total nobody knows how many stand behind it.
    sample: denominator ?? Number.POSITIVE_INFINITY,
    entry: { at, previous: before && !readValue ? before.value : null },
    ...(names !== undefined && { names })
  }
}

/** Says what to count, in the words of the two numbers. */
function needsEntry(id: string, { hint: own }: Options): Missing {
  if (own !== undefined) return { code: 'needs-entry', needs: [], hint: evidenceText(`missing.${own}`) }
  const hint = evidenceText('missing.entry', {}, (language) => ({
    numerator: translate(language, `evidence.metrics.${id}.numerator`),
    denominator: translate(language, `evidence.metrics.${id}.denominator`)
  }))
  return { code: 'needs-entry', needs: [], hint }
}

/** Days from the day of the newest entry to the as-of date, on top of what was written down (0 for a scan of that day). */
const growWithTime: ReadValue = ({ at, value }, { figures: { asOfDay } }) =>
  value + Math.max(0, asOfDay === null ? 0 : asOfDay - dayOfIsoDate(at))

/** The KPIs whose only source is the workshop, or staff and systems the customer data knows nothing of (domain 4). */
export const enteredMetrics: readonly MetricDefinition[] = [
  'k_objective_quality',
  'k_role_coverage',
  'k_training',
  'k_adoption',
  'k_enps',
  'k_incentive_alignment',
  'k_vision_recall',
  'k_process_documented',
  'k_channel_feeds',
  'k_change_support'
]
  .map((id) => defineEntered(id))
  .concat(defineEntered('k_env_scan_age', { readValue: growWithTime, hint: 'entry-scan' }))
