import type { TFunction } from 'i18next'
import type { CustomerFilter } from '../../../shared/contract/customers.ts'
import type { InputId, SimulatorDefaults } from '../../../shared/contract/simulator.ts'
import { showCustomers } from '../../stores/route.ts'
import type { CustomersBehind } from '../../ui/explanation/Explanation.tsx'
import type { Formats } from '../../ui/formats.tsx'

const YEAR = 365

/** How the share that stays follows from the counts of the data: `433 / 633 = 68.4%`, brought to a year where the period is none. */
export function workRetention(
  id: InputId,
  { fromData, retentionBase, window }: SimulatorDefaults,
  { count, share }: Formats
): string | null {
  const { keptCustomers, retention } = fromData
  if (id !== 'retention' || keptCustomers === undefined || retention === undefined || !window) return null
  const part = `${count(keptCustomers)} / ${count(retentionBase)}`
  return `${window.days === YEAR ? part : `(${part})^(${count(YEAR)}/${count(window.days)})`} = ${share(retention)}`
}

interface List {
  readonly words: 'active' | 'stayed' | 'before' | 'won'
  readonly count: (defaults: SimulatorDefaults) => number | undefined
  readonly filter: CustomerFilter
}
const ACTIVE: List = { words: 'active', count: ({ marginBase }) => marginBase, filter: { segmentId: 's_active' } }
const STAYED: List = {
  words: 'stayed',
  count: ({ fromData }) => fromData.keptCustomers,
  filter: { metric: { id: 'k_retention', part: 'numerator' } }
}
const BEFORE: List = {
  words: 'before',
  count: ({ retentionBase }) => retentionBase,
  filter: { metric: { id: 'k_retention', part: 'denominator' } }
}
const WON: List = {
  words: 'won',
  count: ({ fromData }) => fromData.newCustomers,
  filter: {
    rule: {
      kind: 'group',
      join: 'all',
      not: false,
      rules: [{ kind: 'field', field: 'first-order', operator: 'in-window', value: null, not: false }]
    }
  }
}
const LISTS: Readonly<Partial<Record<InputId, readonly List[]>>> = {
  margin: [ACTIVE],
  customers: [ACTIVE],
  retention: [STAYED, BEFORE],
  keptCustomers: [STAYED],
  newCustomers: [WON]
}

/** The customers an input was told from by the data. */
export function findBehind(id: InputId, defaults: SimulatorDefaults, t: TFunction): readonly CustomersBehind[] {
  return (LISTS[id] ?? []).map(({ words, count, filter }) => {
    const customers = count(defaults)
    return {
      label: t(`value.behind.${words}`),
      ...(customers === undefined ? {} : { count: customers }),
      onShow: () => {
        showCustomers(filter)
      }
    }
  })
}
