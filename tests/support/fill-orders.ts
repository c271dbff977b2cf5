import type Database from 'better-sqlite3'
import { isoDateOfDay } from '../../src/shared/domain/day-number.ts'
import type { SimulatedOrders } from './simulate-orders.ts'

const STAMP = '2026-01-01T00:00:00.000Z'

/** Puts simulated buyers and their orders straight into the tables; customer i gets id i + 1. */
export function fillOrders(db: Database.Database, customers: number, { owners, days, amounts }: SimulatedOrders): void {
  const addCustomer = db.prepare(
    'INSERT INTO customers (id, external_id, name, search_key, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)'
  )
  for (let i = 0; i < customers; i++) addCustomer.run(i + 1, `C${i + 1}`, `Cliente ${i + 1}`, `cliente ${i + 1} · c${i + 1}`, STAMP, STAMP)
  const addOrder = db.prepare('INSERT INTO orders (customer_id, external_id, order_date, net_minor) VALUES (?, ?, ?, ?)')
  const dates = new Map<number, string>()
  for (let row = 0; row < owners.length; row++) {
    const day = days[row] ?? 0
    const date = dates.get(day) ?? isoDateOfDay(day)
    dates.set(day, date)
    addOrder.run((owners[row] ?? 0) + 1, `P${row + 1}`, date, amounts[row] ?? 0)
  }
}
