import type Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'

const STAMP = '2020-01-01T00:00:00.000Z'
/** Twelve customers with one order each in W, customer 12 with none; as of 2025-12-31. */
function fillBase(db: Database.Database): void {
  const customer = db.prepare('INSERT INTO customers (id, name, email, created_at, updated_at) VALUES (?, ?, ?, ?, ?)')
  const order = db.prepare('INSERT INTO orders (customer_id, order_date, net_minor) VALUES (?, ?, ?)')
  for (let id = 1; id <= 12; id++) customer.run(id, `C${id}`, `c${id}@example.org`, STAMP, STAMP)
  for (let id = 1; id <= 11; id++) order.run(id, `2025-11-${String(id).padStart(2, '0')}`, 1000 * id)
  order.run(11, '2025-12-31', 5)
}

async function openFilled(sql: string): Promise<{ test: TestWorkspace; figures: Figures }> {
  const test = await openTestWorkspace((db) => {
    fillBase(db)
    db.exec(sql)
  })
  return { test, figures: await ensureFigures(test.workspace, resourcesDir) }
}

describe('segments of records beside orders', () => {
  let test: TestWorkspace
  let figures: Figures
  const membersOf = (id: string): number[] | null => {
    const members = figures.segmentMembers(id)
    return members && [...members]
  }
  beforeAll(async () => {
    ;({ test, figures } = await openFilled(`
      INSERT INTO complaints (customer_id, opened_at, resolved_at) VALUES
        (1, '2025-12-01', NULL), (2, '2025-12-01', '2025-12-05'), (3, '2024-01-01', NULL), (4, '2026-01-05', NULL), (5, '2025-12-20', '2026-01-02'), (6, '2025-07-04', '2025-07-05'), (7, '2025-07-05', '2025-07-06');
      INSERT INTO surveys (customer_id, at, kind, score) VALUES
        (1, '2025-06-01', 'nps', 10), (1, '2025-07-01', 'nps', 6), (2, '2025-06-01', 'nps', 9), (3, '2025-06-01', 'nps', 7), (4, '2024-12-31', 'nps', 10), (5, '2025-01-01', 'nps', 0), (6, '2025-06-01', 'csat', 5);
      INSERT INTO consents (customer_id, purpose, channel, status, at, expires_at) VALUES
        (1, 'marketing', 'email', 'granted', '2025-01-01', NULL), (2, 'marketing', 'email', 'granted', '2025-01-01', NULL), (2, 'marketing', 'email', 'withdrawn', '2025-02-01', NULL),
        (3, 'marketing', 'email', 'granted', '2025-01-01', '2025-06-01'), (4, 'marketing', 'sms', 'granted', '2025-01-01', NULL), (5, 'profiling', 'email', 'granted', '2025-01-01', NULL),
        (6, 'marketing', 'correo electrónico', 'denied', '2024-01-01', NULL), (6, 'marketing', 'correo electrónico', 'granted', '2025-01-01', '2026-01-01');
      INSERT INTO interactions (customer_id, at, channel, direction, kind, subject) VALUES
        (12, '2025-05-01', 'phone', 'in', 'enquiry', NULL), (1, '2025-05-01', 'phone', 'in', 'support', 'habla de la competencia'), (2, '2023-05-01', 'phone', 'in', 'other', 'competitor');
      UPDATE orders SET channel = 'shop' WHERE customer_id IN (1, 2); UPDATE orders SET channel = 'web' WHERE customer_id = 11 AND order_date = '2025-12-31'; UPDATE orders SET channel = 'shop' WHERE customer_id = 11 AND channel IS NULL;
      UPDATE orders SET partner_id = 'P' WHERE customer_id = 3;
      UPDATE orders SET promised_date = '2025-11-05', delivered_date = '2025-11-06' WHERE customer_id = 4; UPDATE orders SET promised_date = '2025-11-05', delivered_date = '2025-11-05' WHERE customer_id = 5;
      UPDATE orders SET discount_minor = 0 WHERE customer_id = 6; UPDATE orders SET discount_minor = 10 WHERE customer_id IN (7, 11);
      UPDATE orders SET discount_minor = 0 WHERE customer_id = 11 AND order_date = '2025-12-31';
      UPDATE customers SET lost_reason = 'competitor', status = 'lost' WHERE id = 9; UPDATE customers SET owner_user = 'Eva' WHERE id = 11; UPDATE customers SET needs_tags = 'quick' WHERE id <> 8;
      INSERT INTO customer_flags (customer_id, kind, at) VALUES (12, 'benchmark', '2025-01-01'), (10, 'exclude', '2025-01-01');`))
  })
  afterAll(() => {
    test.close()
  })

  it.each([
    ['s_open_complaint', [1, 3, 5]],
    ['s_complained', [1, 2, 5, 7]],
    ['s_promoters', [2]],
    ['s_detractors', [1, 5]],
    ['s_no_consent', [2, 3, 4, 5, 7, 8, 9, 10, 11]],
    ['s_multichannel', [1, 11]],
    ['s_single_channel', [2, 12]],
    ['s_partner', [3]],
    ['s_late', [4]],
    ['s_price_sensitive', [7]],
    ['s_competitor_exposed', [1, 9]],
    ['s_untagged', [8]],
    ['s_prospects', [12]],
    ['s_lost', [9]],
    // Eleven active: the best three by revenue are 11, 10 and 9; 10 is kept out and 12 put in by hand.
    ['s_ssc', [9, 11, 12]],
    ['s_no_owner', [9, 12]]
  ])('%s', (id, members) => {
    expect(membersOf(id)).toEqual(members)
  })
})

describe('segments without their data', () => {
  it('say what to bring in both languages, never zero', async () => {
    const { test, figures } = await openFilled('')
    const missing = Object.fromEntries(
      figures.segmentSummaries().flatMap(({ id, missing: why, customers }) => (why ? [[id, [why.code, ...why.needs, customers]]] : []))
    )
    expect(missing).toMatchObject({
      s_open_complaint: ['needs-data', 'complaints', null],
      s_complained: ['needs-data', 'complaints', null],
      s_promoters: ['needs-data', 'surveys', null],
      s_detractors: ['needs-data', 'surveys', null],
      s_no_consent: ['needs-data', 'consents', null],
      s_winback: ['needs-data', 'consents', null],
      s_single_category: ['needs-data', 'order-lines', null],
      s_multichannel: ['needs-data', 'orders', null],
      s_partner: ['needs-data', 'orders', null],
      s_late: ['needs-data', 'orders', null],
      s_price_sensitive: ['needs-data', 'orders', null],
      s_target_prospects: ['needs-rule', null]
    })
    for (const { missing: why } of figures.segmentSummaries()) if (why) expect(why.hint.en.length * why.hint.es.length).toBeGreaterThan(0)
    test.close()
  })
  it('are 41 in all, each with a rule the app knows', async () => {
    const { test, figures } = await openFilled('')
    expect(figures.segmentSummaries()).toHaveLength(41)
    for (const { rule, missing } of figures.segmentSummaries()) {
      expect(rule.en).not.toBe(rule.es)
      expect(missing?.hint.en ?? '').not.toMatch(/does not know/)
    }
    test.close()
  })
})

describe('winning back and categories', () => {
  it('wants a valuable, reachable customer who is not gone for good', async () => {
    const { test, figures } = await openFilled(`
      INSERT INTO customers (id, name, email, status, lost_reason, created_at, updated_at) VALUES (20, 'A', 'a@example.org', 'customer', NULL, '2020', '2020'), (21, 'B', 'b@example.org', 'lost', 'deceased', '2020', '2020'),
        (22, 'C', 'c@example.org', 'lost', 'price', '2020', '2020'), (23, 'D', NULL, 'lost', 'price', '2020', '2020'), (24, 'E', 'e@example.org', 'lost', 'price', '2020', '2020');
      INSERT INTO orders (customer_id, order_date, net_minor) VALUES (20, '2024-01-01', 99999), (21, '2024-01-01', 99999), (22, '2024-01-01', 99999), (23, '2024-01-01', 99999), (24, '2024-01-01', 1);
      INSERT INTO consents (customer_id, purpose, channel, status, at) SELECT id, 'marketing', 'email', 'granted', '2020-01-01' FROM customers;`)
    expect([...(figures.segmentMembers('s_winback') ?? [])]).toEqual([20, 22])
    test.close()
  })
  it('finds loyal buyers of one category', async () => {
    const { test, figures } = await openFilled(`
      INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2025-10-01', 10), (1, '2025-10-02', 10), (2, '2025-10-01', 10), (2, '2025-10-02', 10);
      INSERT INTO order_lines (order_id, category, net_exact) SELECT id, CASE WHEN customer_id = 2 AND order_date = '2025-10-02' THEN 'bread' ELSE 'cakes' END, '1' FROM orders WHERE customer_id IN (1, 2, 3);`)
    expect([...(figures.segmentMembers('s_single_category') ?? [])]).toEqual([1])
    test.close()
  })
})
