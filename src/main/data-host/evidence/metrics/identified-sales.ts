import { listMembers } from '../customer-lists.ts'
import { makePercentage, type MetricDefinition, type MetricSource, needsData, type Outcome, windowOf } from '../metric-definition.ts'

interface Sales {
  net: number
  orders: number
}

/** 100 × net amount of valid orders in W with a customer / net amount of all valid orders in W. */
function measure(source: MetricSource): Outcome {
  const { db, figures, period } = source
  const window = windowOf(source)
  if (!window) return needsData(['orders'])
  const { revenueWindow, revenuePrevious, ordersWindow, ordersPrevious } = figures.profile
  const revenue = (period === 'current' ? revenueWindow : revenuePrevious).reduce((sum, amount) => sum + amount, 0)
  const orders = (period === 'current' ? ordersWindow : ordersPrevious).reduce((sum, count) => sum + count, 0)
  const VALID = `o.status = 'completed' AND o.net_minor >= 0 AND o.order_date > @from AND o.order_date <= @to`
  const anonymous = readSales(
    db
      .prepare(`SELECT COALESCE(SUM(o.net_minor), 0) AS net, COUNT(*) AS orders FROM orders o WHERE o.customer_id IS NULL AND ${VALID}`)
      .get(window)
  )
  // Orders of records that are no longer live still have a customer.
  const former = readSales(
    db
      .prepare(
        `SELECT COALESCE(SUM(o.net_minor), 0) AS net, COUNT(*) AS orders FROM customers c JOIN orders o ON o.customer_id = c.id WHERE (c.merged_into_id IS NOT NULL OR c.status = 'erased') AND ${VALID}`
      )
      .get(window)
  )
  const identified = revenue + former.net
  return makePercentage(identified, identified + anonymous.net, orders + former.orders + anonymous.orders)
}

function readSales(row: unknown): Sales {
  // An aggregate without GROUP BY always gives one row of these two numbers.
  return row as Sales
}

export const identifiedSales: MetricDefinition = {
  id: 'k_identified_sales',
  needs: ['orders'],
  span: 'window',
  measure,
  measurePrevious: measure,
  // Sales without a customer have nobody to list.
  listCustomers: ({ figures }) => listMembers(figures, figures.profile.isActive)
}
