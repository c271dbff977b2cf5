import { listDistinct } from '../customer-lists.ts'
import { type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { evidenceText } from '../metric-definition.ts'
import { boundsOf, hasRows } from '../timed-rows.ts'

/** A channel with fewer answers is left out (domain 4). */
const MINIMUM_ANSWERS = 10
const ANSWERS = `surveys WHERE kind = 'csat' AND channel <> '' AND at >= @from AND at < @until`

interface Channel {
  channel: string
  /** 0 to 100. */
  csat: number
  answers: number
}

/** Channels with enough CSAT answers in the window, the most satisfied first. */
function readChannels(source: MetricSource): Channel[] {
  const window = windowOf(source)
  if (!window) return []
  return source.db
    .prepare<unknown[], Channel>(
      `SELECT channel, 100.0 * COUNT(*) FILTER (WHERE score >= 4) / COUNT(*) AS csat, COUNT(*) AS answers FROM ${ANSWERS}
       GROUP BY channel HAVING COUNT(*) >= ${MINIMUM_ANSWERS} ORDER BY csat DESC, channel`
    )
    .all(boundsOf(window))
}

/** CSAT of the most satisfied channel − CSAT of the least, over the channels with ten answers or more in W. */
function measure(source: MetricSource): Outcome {
  if (!hasRows(source.db, 'surveys', `kind = 'csat' AND channel <> ''`)) return needsData(['surveys'], 'csat-channels')
  if (!windowOf(source)) return needsData(['orders'])
  const channels = readChannels(source)
  const best = channels[0]
  const worst = channels.at(-1)
  if (!best || !worst || best === worst) return { code: 'too-few', needs: [], hint: evidenceText('missing.csat-two-channels') }
  return {
    value: best.csat - worst.csat,
    numerator: best.csat,
    denominator: worst.csat,
    sample: Math.min(best.answers, worst.answers),
    params: { best: best.channel, worst: worst.channel, bestAnswers: best.answers, worstAnswers: worst.answers }
  }
}

export const channelConsistency: MetricDefinition = {
  id: 'k_channel_consistency',
  needs: ['surveys'],
  span: 'window',
  measure,
  measurePrevious: measure,
  // Those who answered in either channel.
  listCustomers: (source, part) => {
    const window = windowOf(source)
    const channel = readChannels(source).at(part === 'numerator' ? 0 : -1)?.channel
    if (!window || channel === undefined) return new Int32Array()
    return listDistinct(
      source.figures,
      source.db
        .prepare<unknown[], { customer: number }>(`SELECT DISTINCT customer_id AS customer FROM ${ANSWERS} AND channel = @channel`)
        .iterate({ ...boundsOf(window), channel })
    )
  }
}
