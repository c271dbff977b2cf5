// Cold open, RFM and every built-in segment over 1,000,000 orders. Prints one JSON line per measure.
// The yardstick is the sqlite3 command line answering RFM alone over the same file.
import { mkdtempSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { ensureStoredFigures } from '../../src/main/data-host/figures/ensure-figures.ts'
import { fitBgNbdInSteps } from '../../src/shared/analytics/lifetime/fit-bg-nbd.ts'
import { finish } from '../../src/shared/analytics/lifetime/minimise.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { fillOrders } from '../../tests/support/fill-orders.ts'
import { simulateOrders } from '../../tests/support/simulate-orders.ts'

const CUSTOMERS = 100_000
const ORDERS = 1_000_000
const ROUNDS = 5
const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))

const YARDSTICK = `SELECT r, f, m, count(*) FROM (
  SELECT 1 + 5 * (rank() OVER (ORDER BY last) - 1) / count(*) OVER () AS r, 1 + 5 * (rank() OVER (ORDER BY days) - 1) / count(*) OVER () AS f,
         1 + 5 * (rank() OVER (ORDER BY sum) - 1) / count(*) OVER () AS m
  FROM (SELECT customer_id, max(order_date) AS last, count(DISTINCT order_date) AS days, sum(net_minor) AS sum FROM orders WHERE status = 'completed' AND net_minor >= 0 AND customer_id IS NOT NULL GROUP BY customer_id)
) GROUP BY 1, 2, 3;`

const medianOf = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** CPU time of this process so far, in milliseconds: what the work costs, whoever else is busy on the machine. */
function readCpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Runs `work` while watching how long the event loop was held at most: by the clock, and in CPU time. */
async function timed(work) {
  let longest = 0
  let longestCpu = 0
  let last = performance.now()
  let lastCpu = readCpuMs()
  let running = true
  const watch = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    const cpu = readCpuMs()
    longestCpu = Math.max(longestCpu, cpu - lastCpu)
    lastCpu = cpu
    if (running) setImmediate(watch)
  }
  watch()
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  running = false
  return { ms, longest, longestCpu }
}

function listHistories({ profile, asOfDay }) {
  return {
    repeats: profile.orderDays.map((days) => days - 1),
    lastDays: profile.lastDay.map((day, i) => day - profile.firstDay[i]),
    ageDays: profile.firstDay.map((day) => asOfDay - day)
  }
}

function report(line) {
  console.log(JSON.stringify({ bench: 'figures', ...line }))
}

const folder = mkdtempSync(join(tmpdir(), 'cauce-bench-'))
try {
  const path = join(folder, 'bench.cauce')
  createWorkspaceFile(path, { title: 'Bench' })
  const openHost = () => {
    const { client, context } = createLocalHost({ resourcesDir })
    context.setCurrent(openWorkspaceFile(path, { changes: context.changes, now: context.now }))
    return { client, context }
  }
  const first = openHost()
  await first.context
    .workspace()
    .change(['customers'], (db) => fillOrders(db, CUSTOMERS, simulateOrders({ customers: CUSTOMERS, orders: ORDERS, seed: 1 })))
  const fresh = await timed(() => first.client.segments.listSegments())
  report({
    name: 'first figures after an import',
    ms: fresh.ms,
    longestBlockMs: fresh.longest,
    longestBlockCpuMs: fresh.longestCpu,
    orders: ORDERS
  })
  const stored = await timed(() => ensureStoredFigures(first.context.workspace(), resourcesDir))
  report({
    name: 'kept for the next opening (in the background)',
    ms: stored.ms,
    longestBlockMs: stored.longest,
    longestBlockCpuMs: stored.longestCpu
  })
  first.context.workspace().close()
  const fitted = openHost()

  const { repeats, lastDays, ageDays } = listHistories(await ensureStoredFigures(fitted.context.workspace(), resourcesDir))
  const fits = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = readCpuMs()
    finish(fitBgNbdInSteps({ repeats, lastDays, ageDays }, 30))
    fits.push(readCpuMs() - start)
  }
  fitted.context.workspace().close()
  report({
    name: 'fitting who buys again (BG/NBD), 100,000 customers, CPU time',
    ms: medianOf(fits),
    target: 'ms <= 300',
    ok: medianOf(fits) <= 300
  })

  const cold = []
  const yardstick = []
  const pages = []
  for (let round = 0; round < ROUNDS; round++) {
    let host
    cold.push(
      await timed(async () => {
        host = openHost()
        await host.client.segments.listSegments()
        await host.client.value.getValue()
      })
    )
    pages.push(
      await timed(() => host.client.customers.listCustomers({ sort: { by: 'revenueMinor', descending: true }, offset: 99_900, limit: 100 }))
    )
    pages.push(
      await timed(() => host.client.customers.listCustomers({ sort: { by: 'revenueMinor', descending: true }, offset: 50_000, limit: 100 }))
    )
    host.context.workspace().close()
    const start = performance.now()
    if (spawnSync('sqlite3', [path, YARDSTICK], { stdio: 'ignore' }).status === 0) yardstick.push(performance.now() - start)
  }
  const coldMs = medianOf(cold.map(({ ms }) => ms))
  const yardstickMs = yardstick.length > 0 ? medianOf(yardstick) : null
  report({
    name: 'cold open + RFM + all segments',
    ms: coldMs,
    yardstickMs,
    ratio: yardstickMs === null ? null : yardstickMs / coldMs,
    longestBlockMs: Math.max(...cold.map(({ longest }) => longest)),
    longestBlockCpuMs: Math.max(...cold.map(({ longestCpu }) => longestCpu)),
    target: 'ms <= 1000',
    ok: coldMs <= 1000,
    orders: ORDERS,
    customers: CUSTOMERS,
    rounds: ROUNDS
  })
  report({
    name: 'a page of 100 customers, far down',
    ms: medianOf(pages.filter((_, i) => i % 2 === 1).map(({ ms }) => ms)),
    target: 'ms <= 50',
    ok: medianOf(pages.filter((_, i) => i % 2 === 1).map(({ ms }) => ms)) <= 50
  })
  report({
    name: 'sorting 100,000 customers and the first page of it',
    ms: medianOf(pages.filter((_, i) => i % 2 === 0).map(({ ms }) => ms))
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
