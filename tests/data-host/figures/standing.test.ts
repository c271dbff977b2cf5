import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type Database from 'better-sqlite3'
import { ensureDuplicates } from '../../../src/main/data-host/duplicates/ensure-duplicates.ts'
import { computeFigures, type ComputeInput } from '../../../src/main/data-host/figures/compute-figures.ts'
import { ensureFigures, ensureLiveFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import type { Standing, Start } from '../../../src/main/data-host/figures/standing.ts'
import { ensureBase } from '../../../src/main/data-host/figures/update-base.ts'
import { loadSegmentCatalogue } from '../../../src/main/data-host/segments/catalogue.ts'
import { fillOrders } from '../../support/fill-orders.ts'
import { openImportBench, type ImportBench } from '../../support/import-file.ts'
import { simulateOrders } from '../../support/simulate-orders.ts'

const CUSTOMERS = 400
let bench: ImportBench
beforeEach(async () => {
  bench = await openImportBench()
  await bench.context
    .workspace()
    .change(['customers'], (db) => fillOrders(db, CUSTOMERS, simulateOrders({ customers: CUSTOMERS, orders: 4000, seed: 5 })))
})
afterEach(() => bench.close())

const change = (sql: string): Promise<unknown> =>
  bench.context.workspace().change(['customers'], (db: Database.Database) => {
    db.exec(sql)
  })

/** Everything that is said of every customer. */
function describeAll(figures: Figures): unknown {
  const { profile, r, f, m, rfmSegment, lifecycle, lifecycleThresholds, isSsc, lifetime, asOf } = figures
  const { isProvisional: _isProvisional, ...predicted } = lifetime
  return { profile, r, f, m, rfmSegment, lifecycle, lifecycleThresholds, isSsc, predicted, asOf, segments: figures.segmentSummaries() }
}

/** The input of a computation over the data as they stand, with the fit of `fitted`; and from what it may start. */
async function prepare(fitted: Figures): Promise<{ input: ComputeInput; touched: Int32Array | null }> {
  const workspace = bench.context.workspace()
  const { base, step } = await ensureBase(workspace)
  const { buying, spend } = fitted.lifetime
  return {
    touched: step?.touched ?? null,
    input: {
      db: workspace.read,
      base,
      duplicates: await ensureDuplicates(workspace, base.dataNumber, base.attributes.ids, () => undefined),
      settings: fitted.settings,
      catalogue: loadSegmentCatalogue(bench.context.resourcesDir),
      fits: { read: () => ({ buying, spend }), keep: () => undefined }
    }
  }
}

describe('figures started from those before a change', () => {
  it.each([
    [
      'orders added',
      "INSERT INTO orders (customer_id, order_date, net_minor) VALUES (7, '2025-12-31', 990), (7, '2024-03-01', 4000), (9, '2025-12-30', 5)"
    ],
    [
      'a first order of somebody',
      "DELETE FROM orders WHERE customer_id = 3; INSERT INTO orders (customer_id, order_date, net_minor) VALUES (3, '2025-11-01', 990)"
    ],
    ['somebody without any order left', 'DELETE FROM orders WHERE customer_id = 5'],
    ['amounts and dates changed', "UPDATE orders SET net_minor = net_minor * 3, order_date = '2025-06-15' WHERE id % 97 = 0"],
    ['an order on a later day', "INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2026-02-01', 100)"],
    ['an order before all others', "INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2015-02-01', 100)"],
    ['a first cost', 'UPDATE orders SET cost_minor = 300 WHERE customer_id = 11'],
    ['a record marked lost', "UPDATE customers SET status = 'lost' WHERE id = 12; UPDATE orders SET net_minor = 1 WHERE customer_id = 13"]
  ])('are those computed anew: %s', async (_what, sql) => {
    const before = await ensureFigures(bench.context.workspace(), bench.context.resourcesDir)
    const first = await prepare(before)
    let standing: Standing | undefined
    await computeFigures({ ...first.input, onStanding: (each) => (standing = each) })
    await change(sql)
    const { input, touched } = await prepare(before)
    if (!standing || !touched) throw new Error('nothing to start from')
    const start: Start = { standing, touched }
    expect(touched.length).toBeLessThan(CUSTOMERS)
    expect(describeAll(await computeFigures({ ...input, start }))).toEqual(describeAll(await computeFigures(input)))
  })

  it('follow one change after another as a workspace read anew says them', async () => {
    const workspace = bench.context.workspace()
    const { resourcesDir } = bench.context
    await ensureLiveFigures(workspace, resourcesDir)
    for (const sql of [
      "INSERT INTO orders (customer_id, order_date, net_minor) VALUES (7, '2025-12-30', 990)",
      'UPDATE orders SET net_minor = 2 * net_minor WHERE customer_id = 8',
      "INSERT INTO orders (customer_id, order_date, net_minor) VALUES (8, '2025-12-29', 990), (9, '2024-01-01', 12)"
    ]) {
      await change(sql)
      const figures = await ensureFigures(workspace, resourcesDir)
      const { input } = await prepare(figures)
      expect(describeAll(figures)).toEqual(describeAll(await computeFigures(input)))
    }
  })
})
