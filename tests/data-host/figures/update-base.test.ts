import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type Database from 'better-sqlite3'
import type { CustomerAttributes } from '../../../src/shared/analytics/customer-attributes.ts'
import type { OrderColumns } from '../../../src/shared/analytics/order-columns.ts'
import { loadCustomers } from '../../../src/main/data-host/figures/load-customers.ts'
import { loadOrders } from '../../../src/main/data-host/figures/load-orders.ts'
import { ensureBase, type CurrentBase } from '../../../src/main/data-host/figures/update-base.ts'
import { openImportBench, type ImportBench } from '../../support/import-file.ts'

let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
})
afterEach(() => bench.close())

/** Codes of channels depend on which was met first; names do not. */
function nameChannels(orders: OrderColumns): unknown {
  const { channels, channelNames, ...columns } = orders
  return { ...columns, channels: [...channels].map((code) => (code === 0 ? null : channelNames[code - 1])) }
}

/** So do numbers of needs tags; tags that nobody has any more keep their number. */
function nameNeeds({ needsGroup, needsTags, ...columns }: CustomerAttributes): unknown {
  return { ...columns, needs: [...needsGroup].map((group) => needsTags[group]) }
}

/** The base brought up to date, held against one read anew. */
async function expectCurrent(): Promise<CurrentBase> {
  const workspace = bench.context.workspace()
  const current = await ensureBase(workspace)
  const attributes = await loadCustomers(workspace.read)
  const orders = await loadOrders(workspace.read, attributes.ids)
  expect(nameNeeds(current.base.attributes)).toEqual(nameNeeds(attributes))
  expect(nameChannels(current.base.orders)).toEqual(nameChannels(orders))
  return current
}

const change = (sql: string): Promise<unknown> =>
  bench.context.workspace().change(['customers'], (db: Database.Database) => {
    db.exec(sql)
  })
const importOrders = (name: string, ...rows: string[]): Promise<unknown> =>
  bench.run(bench.write(name, ['order_id,customer_id,order_date,amount', ...rows, ''].join('\n')), () => ({ onMatch: 'update' }))

async function fill(): Promise<void> {
  const rows: string[] = []
  for (let k = 0; k < 60; k++) rows.push(`P${k},C${k % 12},2025-${String(1 + (k % 9)).padStart(2, '0')}-1${k % 8},${10 + k}.50`)
  await importOrders('first.csv', ...rows)
}

describe('order columns brought up to date', () => {
  it.each([
    ['a changed amount', 'UPDATE orders SET net_minor = net_minor + 5 WHERE id = 7'],
    ['a changed date', "UPDATE orders SET order_date = '2024-01-01' WHERE id = 7"],
    ['an order of somebody else now', 'UPDATE orders SET customer_id = 3 WHERE id IN (7, 20)'],
    ['an order of nobody now', 'UPDATE orders SET customer_id = NULL WHERE id = 8'],
    ['a cancelled order', "UPDATE orders SET status = 'cancelled' WHERE id = 9"],
    ['an order gone', 'DELETE FROM orders WHERE id = 60'],
    ['all orders of one gone', 'DELETE FROM orders WHERE customer_id = 2'],
    ['a first cost', 'UPDATE orders SET cost_minor = 300 WHERE id = 11'],
    ['a channel never met', "UPDATE orders SET channel = 'web', service_cost_minor = 20 WHERE id IN (12, 13)"],
    [
      'new orders of old customers, between and after theirs',
      "INSERT INTO orders (customer_id, order_date, net_minor, channel, cost_minor) VALUES (1, '2025-03-12', 10, 'web', 4), (1, '2025-01-10', 20, NULL, NULL), (2, '2026-05-01', 30, 'web', NULL)"
    ],
    ['a new order before all others', "INSERT INTO orders (customer_id, order_date, net_minor) VALUES (2, '2019-01-01', 10)"],
    [
      'a new order that does not count',
      "INSERT INTO orders (customer_id, order_date, net_minor, status) VALUES (2, '2026-01-01', 10, 'cancelled')"
    ],
    [
      'the newest order gone and its number given again',
      "DELETE FROM orders WHERE id = 60; INSERT INTO orders (customer_id, order_date, net_minor) VALUES (2, '2025-02-02', 10)"
    ],
    ['a new order of nobody, after all others', "INSERT INTO orders (order_date, net_minor) VALUES ('2026-01-01', 10)"],
    ['a record of a customer', "UPDATE customers SET needs_tags = 'pan', owner_user = 'Ana' WHERE id = 4"],
    ['tags taken off', "UPDATE customers SET needs_tags = NULL, status = 'lost', lost_reason = 'price' WHERE id IN (1, 12)"],
    ['a new customer without orders', "INSERT INTO customers (name, created_at, updated_at) VALUES ('Eva', '2026-01-01', '2026-01-01')"],
    ['a customer gone', 'DELETE FROM orders WHERE customer_id = 6; DELETE FROM customers WHERE id = 6'],
    ['another number for a customer', 'DELETE FROM orders WHERE customer_id = 6; UPDATE customers SET id = 99 WHERE id = 6'],
    ['a customer erased', "UPDATE customers SET status = 'erased' WHERE id = 4"],
    ['two records merged', 'UPDATE customers SET merged_into_id = 1 WHERE id = 5'],
    [
      'a contact, which is in no column',
      "INSERT INTO interactions (customer_id, at, direction, kind) VALUES (1, '2025-09-01', 'in', 'other')"
    ]
  ])('hold after %s', async (_what, sql) => {
    await fill()
    await expectCurrent()
    await change(sql)
    expect((await expectCurrent()).step).not.toBeNull()
  })

  it('hold when an erased customer comes back', async () => {
    await fill()
    await change("UPDATE customers SET status = 'erased' WHERE id = 4")
    await expectCurrent()
    await change("UPDATE customers SET status = 'customer' WHERE id = 4")
    expect((await expectCurrent()).step).not.toBeNull()
  })

  it('hold after an import of new and changed orders and a new customer, and after its undo', async () => {
    await fill()
    await expectCurrent()
    await importOrders('second.csv', 'P3,C3,2025-04-13,99.00', 'P100,C5,2025-10-01,12.00', 'P101,NEW,2025-10-02,7.00')
    const { step } = await expectCurrent()
    expect(step?.areIdentitiesKept).toBe(false)
    await bench.client.workspace.undo()
    expect((await expectCurrent()).step).not.toBeNull()
  })

  it('hold after several changes of both kinds at once', async () => {
    await fill()
    await expectCurrent()
    await change('UPDATE orders SET net_minor = 1 WHERE id = 1')
    await importOrders('second.csv', 'P4,C4,2025-05-14,1.00')
    await change('DELETE FROM orders WHERE id = 2')
    expect((await expectCurrent()).step).not.toBeNull()
  })

  it('keep who is who when a record changes in something else, not when somebody is named or reached otherwise', async () => {
    await fill()
    await expectCurrent()
    await change("UPDATE customers SET owner_user = 'Ana', needs_tags = 'pan', email = email, updated_at = '2026-02-02' WHERE id = 4")
    expect((await expectCurrent()).step?.areIdentitiesKept).toBe(true)
    for (const set of ["email = 'a@b.es'", "name = 'Otra'", "status = 'erased'", 'merged_into_id = 1']) {
      await change(`UPDATE customers SET ${set} WHERE id = 4`)
      expect((await expectCurrent()).step?.areIdentitiesKept).toBe(false)
    }
  })

  it('hold after changes of more customers than are read one by one', async () => {
    await fill()
    await change(
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2100) INSERT INTO customers (name, created_at, updated_at) SELECT 'N' || i, '2026-01-01', '2026-01-01' FROM n"
    )
    await expectCurrent()
    await change("UPDATE customers SET needs_tags = 'pan' || (id % 5), owner_user = 'Ana'")
    expect((await expectCurrent()).step).not.toBeNull()
  })

  it('are read anew when a change is not explained', async () => {
    await fill()
    await expectCurrent()
    await bench.context.workspace().gate.run(() => {
      const { write } = bench.context.workspace()
      write.exec('DROP TRIGGER temp.touch_orders_update; DROP TRIGGER temp.touch_revision_update')
      write.exec('UPDATE orders SET net_minor = 1 WHERE id = 5; UPDATE revision SET data_number = data_number + 1')
    })
    expect((await expectCurrent()).step).toBeNull()
  })

  it('tell up to which day nothing changed', async () => {
    await fill()
    await expectCurrent()
    await change("UPDATE orders SET net_minor = net_minor + 1 WHERE order_date = '2025-09-10'")
    const { step } = await expectCurrent()
    const day = (date: string): number => Date.parse(date) / 86_400_000
    expect(step?.isKeptUpTo(day('2025-09-09'))).toBe(true)
    expect(step?.isKeptUpTo(day('2025-09-30'))).toBe(false)
  })
})
