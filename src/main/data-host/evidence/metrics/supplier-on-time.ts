import { ORDER_TRAITS } from '../../../../shared/analytics/order-columns.ts'
import { listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { daySpanOf } from '../order-search.ts'
import { defineEntered } from './entered.ts'

const { datesKnown, late, supplierCause } = ORDER_TRAITS
const isDated = (trait: number): boolean => (trait & datesKnown) !== 0
const isSpared = (trait: number): boolean => isDated(trait) && !(trait & late && trait & supplierCause)

/**
 * Deliveries of suppliers are not recorded, so it is the other way the KPI names: 100 × valid orders with both dates that were
 * not late by a supplier's fault / valid orders with both dates, up to the end of the window (no window of its own).
 */
function measure(source: MetricSource): Outcome {
  const span = daySpanOf(source)
  if (!span) return needsData(['orders'])
  const { days, traits } = source.figures.orders
  let dated = 0
  let spared = 0
  let causes = 0
  for (let row = 0; row < days.length; row++) {
    const trait = traits[row]!
    if (days[row]! > span.upTo || !isDated(trait)) continue
    dated++
    if (isSpared(trait)) spared++
    if (trait & ORDER_TRAITS.causeKnown) causes++
  }
  // Without a single cause nobody asked whose fault it was.
  return causes === 0 ? needsData(['orders'], 'delay-causes') : makePercentage(spared, dated)
}

const fromOrders: MetricDefinition = {
  id: 'k_supplier_on_time',
  needs: ['orders'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { customerIds, orders } = source.figures
    const span = daySpanOf(source)
    const counts = part === 'numerator' ? isSpared : isDated
    const mask = new Uint8Array(customerIds.length)
    for (let i = 0; i < mask.length && span; i++)
      for (let row = orders.starts[i]!; row < orders.starts[i + 1]! && mask[i] === 0; row++)
        if (orders.days[row]! <= span.upTo && counts(orders.traits[row]!)) mask[i] = 1
    return listMembers(source.figures, mask)
  }
}

/** What a person counted of the suppliers' own deliveries goes before what the orders tell. */
export const supplierOnTime = defineEntered('k_supplier_on_time', { computed: fromOrders, names: 'k_supplier_on_time_entered' })
