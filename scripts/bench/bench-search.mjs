// The customers table over 1,000,000 customers: 200 searches as people type them (first page and total), jumps to any page, order by
// any column, and how long the host was held meanwhile. Prints one JSON line per measure.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { waitForSearch } from '../../src/main/data-host/repositories/search/search-store.ts'
import { makeRandom } from '../../src/shared/analytics/chance.ts'
import { fillCustomers, listQueries } from '../../tests/support/fill-customers.ts'

const CUSTOMERS = Number(process.argv[2] ?? 1_000_000)
const QUERIES = 200
const JUMPS = 100
const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))

const place = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]
const report = (measure, figures) => console.log(JSON.stringify({ measure, customers: CUSTOMERS, ...figures }))
const round = (ms) => Math.round(ms * 10) / 10

/** Runs `work` while watching how long the event loop was held at most. */
async function timed(work) {
  let longest = 0
  let last = performance.now()
  let running = true
  const watch = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (running) setImmediate(watch)
  }
  setImmediate(watch)
  const start = performance.now()
  const result = await work()
  const ms = performance.now() - start
  running = false
  return { result, ms, heldMs: longest }
}

const folder = mkdtempSync(join(tmpdir(), 'cauce-bench-'))
try {
  const path = join(folder, 'bench.cauce')
  createWorkspaceFile(path, { title: 'Bench' })
  const { client, context } = createLocalHost({ resourcesDir })
  const workspace = openWorkspaceFile(path, { changes: context.changes, now: context.now })
  context.setCurrent(workspace)
  await workspace.change(['customers'], (db) => fillCustomers(db, CUSTOMERS))

  const opened = await timed(() => client.customers.listCustomers({ limit: 200 }))
  report('first page of a file just opened', { ms: round(opened.ms), heldMs: round(opened.heldMs) })
  const without = await timed(() => client.customers.listCustomers({ limit: 200, filter: { search: 'garcia madrid' } }))
  report('search while the index is being made', { ms: round(without.ms), isIndexing: without.result.isIndexing })
  const before = process.memoryUsage()
  const index = await timed(() => waitForSearch(workspace))
  const after = process.memoryUsage()
  report('index', { ms: round(index.ms), heldMs: round(index.heldMs), mb: Math.round((after.arrayBuffers - before.arrayBuffers) / 1e6) })

  const times = []
  let held = 0
  let found = 0
  for (const search of listQueries(QUERIES, CUSTOMERS)) {
    const { ms, heldMs, result } = await timed(() => client.customers.listCustomers({ limit: 200, filter: { search } }))
    times.push(ms)
    held = Math.max(held, heldMs)
    if (result.total > 0) found += 1
    if (ms > 100) report('slow search', { search, ms: round(ms), total: result.total })
  }
  report('search', {
    queries: times.length,
    found,
    medianMs: round(place(times, 0.5)),
    p95Ms: round(place(times, 0.95)),
    maxMs: round(Math.max(...times)),
    heldMs: round(held)
  })

  const random = makeRandom(7)
  const columns = ['email', 'phone', 'city', 'revenue', 'last-order', 'lifecycle', 'tags', 'segments']
  for (const by of ['name', 'email', 'city', 'revenue', 'created', 'attribute:number:Puntos']) {
    const sort = { by, descending: true }
    const first = await timed(() => client.customers.listCustomers({ limit: 200, sort, columns }))
    const jumps = []
    for (let jump = 0; jump < JUMPS; jump += 1) {
      const offset = Math.floor(random() * (CUSTOMERS - 200))
      jumps.push((await timed(() => client.customers.listCustomers({ offset, limit: 200, sort, columns }))).ms)
    }
    report(`order by ${by}`, {
      firstMs: round(first.ms),
      heldMs: round(first.heldMs),
      jumpMedianMs: round(place(jumps, 0.5)),
      jumpP95Ms: round(place(jumps, 0.95))
    })
  }
  workspace.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
