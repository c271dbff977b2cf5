import type { Text } from '../../../../shared/domain/text.ts'
import { formatNumber } from '../../../../shared/i18n/formats.ts'
import { maskName } from '../../../../shared/i18n/mask.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import type { OpenWorkspace } from '../../context.ts'
import type { Figures } from '../../figures/figures.ts'
import { answered, GONE, inBoth, tellCount, type LinkAnswer } from './link-texts.ts'

/**
 * Chosen customers today: whoever was merged is the customer they are part of now, who was deleted or erased is none any more.
 * `isMasked`: nobody is named.
 */
export function answerCustomers({ read }: OpenWorkspace, figures: Figures, customerIds: readonly number[], isMasked: boolean): LinkAnswer {
  const people = read
    .prepare<[string], { id: number; name: string }>(
      `SELECT id, name FROM customers WHERE status <> 'erased' AND id IN
         (SELECT coalesce(c.merged_into_id, c.id) FROM customers AS c JOIN json_each(?) AS asked ON c.id = asked.value) ORDER BY id`
    )
    .all(JSON.stringify(customerIds))
  const [first] = people
  if (!first) return GONE
  const places = people.map(({ id }) => figures.indexOf(id)).filter((place) => place >= 0)
  const hasOrders = figures.lifecycleThresholds !== null
  return answered({
    name: nameAll(first, people.length - 1, isMasked),
    customers: people.length,
    share: figures.customerIds.length > 0 ? people.length / figures.customerIds.length : null,
    revenueMinor: hasOrders ? places.reduce((sum, place) => sum + (figures.profile.revenueWindow[place] ?? 0), 0) : null,
    text: tellCount('customers', people.length)
  })
}

function nameAll({ id, name }: { id: number; name: string }, others: number, isMasked: boolean): Text {
  return inBoth((language) => {
    const shown = isMasked ? maskName(id, language) : name
    return others === 0 ? shown : translate(language, 'linkStates.andMore', { name: shown, formatted: formatNumber(others, language) })
  })
}
