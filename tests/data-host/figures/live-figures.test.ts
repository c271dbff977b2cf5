import { afterEach, expect, it } from 'vitest'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import { ensureFigures, ensureLiveFigures, ensureStoredFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import { fillOrders } from '../../support/fill-orders.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'
import { simulateOrders } from '../../support/simulate-orders.ts'

const CUSTOMERS = 6_000
let test: TestWorkspace | undefined
afterEach(() => {
  test?.close()
})

it('stand on the models fitted before, then on their own, and say which', async () => {
  test = await openTestWorkspace((db) => {
    fillOrders(db, CUSTOMERS, simulateOrders({ customers: CUSTOMERS, orders: 40_000, seed: 3 }))
  })
  const { workspace } = test
  const { context, client } = createLocalHost({ resourcesDir })
  context.setCurrent(workspace)
  const before = await ensureStoredFigures(workspace, resourcesDir)
  await before.previous()
  await workspace.change(['customers'], (db) => {
    db.exec('INSERT INTO orders (customer_id, order_date, net_minor) SELECT 1, max(order_date), 500000 FROM orders')
  })

  const [live, evidence] = await Promise.all([ensureLiveFigures(workspace, resourcesDir), client.models.getEvidence({ modelId: 'idic' })])
  expect(evidence.provisional).toBe(true)
  expect(live.lifetime).toMatchObject({ isProvisional: true, buying: before.lifetime.buying })
  expect(live.profile.revenue[0]).toBe(before.profile.revenue[0]! + 500_000)
  // What counts in the window before did not change, so it is not computed again.
  expect(await live.previous()).toBe(await before.previous())

  const exact = await ensureStoredFigures(workspace, resourcesDir)
  expect(exact.lifetime.isProvisional).toBe(false)
  expect(exact.lifetime.buying).not.toEqual(before.lifetime.buying)
  expect(await ensureLiveFigures(workspace, resourcesDir)).toBe(exact)
  expect((await client.models.getEvidence({ modelId: 'idic' })).provisional).toBe(false)

  // The same as after a new opening, where nothing was there to start from.
  const anew = await ensureFigures(test.reopen(), resourcesDir)
  expect(exact.segmentSummaries()).toEqual(anew.segmentSummaries())
  expect(exact.lifetime.value).toEqual(anew.lifetime.value)
})
