import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { readWorkspaceState } from '../../../src/main/data-host/repositories/workspace-state.ts'
import { openTestWorkspace, type TestWorkspace } from '../../support/open-test-workspace.ts'

let test: TestWorkspace
afterEach(() => {
  test.close()
})

const overview = (): unknown[] => {
  const { counts, firstOrderDate, lastOrderDate } = readWorkspaceState(test.workspace)
  return [counts.customers, counts.orders, firstOrderDate, lastOrderDate]
}

describe('counts and dates of a workspace', () => {
  it('follow every kind of change, though they are kept while their tables stand', async () => {
    test = await openTestWorkspace((db) => {
      db.exec(`INSERT INTO customers (id, name, created_at, updated_at) VALUES (1, 'Ana', '2025-01-01', '2025-01-01'), (2, 'Luis', '2025-01-01', '2025-01-01');
        INSERT INTO orders (id, customer_id, order_date, net_minor) VALUES (1, 1, '2025-02-01', 500), (2, 2, '2025-03-01', 700)`)
    })
    expect(overview()).toEqual([2, 2, '2025-02-01', '2025-03-01'])
    const change = (sql: string): Promise<unknown> => test.workspace.change(['customers'], (db) => db.exec(sql))
    await change("UPDATE customers SET name = 'Ana María' WHERE id = 1")
    expect(overview()).toEqual([2, 2, '2025-02-01', '2025-03-01'])
    await change("UPDATE orders SET order_date = '2025-05-05' WHERE id = 1")
    expect(overview()).toEqual([2, 2, '2025-03-01', '2025-05-05'])
    await change("UPDATE orders SET status = 'cancelled' WHERE id = 2")
    expect(overview()).toEqual([2, 2, '2025-05-05', '2025-05-05'])
    await change(
      "UPDATE customers SET merged_into_id = 1 WHERE id = 2; INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2025-06-01', 1)"
    )
    expect(overview()).toEqual([1, 3, '2025-05-05', '2025-06-01'])
  })

  it('are those of before while a change is being made, and those of after it then', async () => {
    test = await openTestWorkspace((db) => {
      db.exec("INSERT INTO customers (id, name, created_at, updated_at) VALUES (1, 'Ana', '2025-01-01', '2025-01-01')")
    })
    expect(overview()).toEqual([1, 0, null, null])
    await test.workspace.change(['customers'], (db) => {
      db.exec("INSERT INTO customers (id, name, created_at, updated_at) VALUES (2, 'Luis', '2025-01-01', '2025-01-01')")
      expect(overview()).toEqual([1, 0, null, null])
    })
    expect(overview()).toEqual([2, 0, null, null])
  })

  it('follow an import, which writes through a connection of its own', async () => {
    test = await openTestWorkspace((db) => {
      db.exec("INSERT INTO customers (id, name, created_at, updated_at) VALUES (1, 'Ana', '2025-01-01', '2025-01-01')")
    })
    expect(overview()).toEqual([1, 0, null, null])
    const other = new Database(test.workspace.path)
    other.exec(`BEGIN; INSERT INTO import_batches (id, kind, file_name, at, settings, rows, created, updated, unchanged, rejected)
        VALUES (1, 'orders', 'pedidos.csv', '2026-11-01', '{}', 1, 1, 0, 0, 0);
      INSERT INTO orders (customer_id, order_date, net_minor, batch_id) VALUES (1, '2025-06-01', 1, 1); COMMIT`)
    other.close()
    expect(overview()).toEqual([1, 1, '2025-06-01', '2025-06-01'])
  })
})
