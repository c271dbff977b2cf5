import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import type { Figures } from '../figures/figures.ts'

/** The share of the window before that the data must reach back over before the two windows are compared. */
const COMPARABLE_SHARE = 0.9

/** Whether the orders begin early enough to compare with the window before; `lookBack`: windows of data wanted before that one. */
export function reachesBack({ orders, previousWindow }: Pick<Figures, 'orders' | 'previousWindow'>, lookBack = 0): boolean {
  if (!previousWindow || orders.firstDay === null) return false
  const start = dayOfIsoDate(previousWindow.from) - lookBack * previousWindow.days
  return orders.firstDay <= start + previousWindow.days * (1 - COMPARABLE_SHARE)
}
