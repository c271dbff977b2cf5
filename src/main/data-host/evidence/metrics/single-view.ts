import { countContacts } from '../contact-counts.ts'
import { listDistinct } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'
import { sumSales } from '../outside-orders.ts'
import { boundsOf } from '../timed-rows.ts'

const IN_WINDOW = 'interactions WHERE at >= @from AND at < @until'

/** 100 × (valid orders + interactions in W with a customer) / (valid orders + interactions in W). */
function measure(source: MetricSource): Outcome {
  if (!windowOf(source)) return needsData(['orders'])
  const contacts = countContacts(source)
  const { identified, all } = sumSales(source)
  return makePercentage(identified.orders + contacts.known, all.orders + contacts.total)
}

export const singleView: MetricDefinition = {
  id: 'k_single_view',
  needs: ['orders', 'interactions'],
  span: 'window',
  measure,
  measurePrevious: measure,
  // What has no customer has nobody to list: both lists are those with an order or an interaction.
  listCustomers: (source) => {
    const window = windowOf(source)
    if (!window) return new Int32Array()
    const { figures, db } = source
    const active = figures.customerIds.filter((_, i) => figures.profile.isActive[i] === 1)
    const contacted = db
      .prepare<unknown[], { customer: number | null }>(`SELECT DISTINCT customer_id AS customer FROM ${IN_WINDOW}`)
      .all(boundsOf(window))
    return listDistinct(figures, [...Array.from(active, (customer) => ({ customer })), ...contacted])
  }
}
