import { ORDER_TRAITS } from '../../../../shared/analytics/order-columns.ts'
import type { Figures } from '../../figures/figures.ts'
import { listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome } from '../metric-definition.ts'
import { daySpanOf } from '../order-search.ts'
import { readOutsideOrders } from '../outside-orders.ts'

const isDated = (trait: number): boolean => (trait & ORDER_TRAITS.datesKnown) !== 0
const isOnTime = (trait: number): boolean => isDated(trait) && (trait & ORDER_TRAITS.late) === 0

function countDeliveries({ orders: { days, traits } }: Figures, upTo: number): { dated: number; onTime: number } {
  let dated = 0
  let onTime = 0
  for (let row = 0; row < days.length; row++) {
    if (days[row]! > upTo || !isDated(traits[row]!)) continue
    dated++
    if (isOnTime(traits[row]!)) onTime++
  }
  return { dated, onTime }
}

/** 100 × valid orders delivered on or before the promised date / valid orders with both dates, up to the end of the window (no window of its own). */
function measure(source: MetricSource): Outcome {
  const span = daySpanOf(source)
  if (!span) return needsData(['orders'])
  const own = countDeliveries(source.figures, span.upTo)
  const { anonymous, former } = readOutsideOrders(source)
  const dated = own.dated + anonymous.dated + former.dated
  if (dated === 0) return needsData(['orders'], 'deliveries')
  return makePercentage(own.onTime + anonymous.onTime + former.onTime, dated)
}

export const onTime: MetricDefinition = {
  id: 'k_on_time',
  needs: ['orders'],
  span: 'history',
  measure,
  measurePrevious: measure,
  listCustomers: (source, part) => {
    const { customerIds, orders } = source.figures
    const span = daySpanOf(source)
    const counts = part === 'numerator' ? isOnTime : isDated
    const mask = new Uint8Array(customerIds.length)
    for (let i = 0; i < mask.length && span; i++)
      for (let row = orders.starts[i]!; row < orders.starts[i + 1]! && mask[i] === 0; row++)
        if (orders.days[row]! <= span.upTo && counts(orders.traits[row]!)) mask[i] = 1
    return listMembers(source.figures, mask)
  }
}
