// Duplicates over the whole base: 100,000 customers (made-up Spanish people and firms with repeated records), from asking until
// every pair is found, and how long the host was held meanwhile. One JSON line per measure.
//   node bench-duplicates.mjs [customers]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { startSearch } from '../../src/main/data-host/duplicates/start-search.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { makeSpanishCustomers } from '../../tests/support/spanish-customers.ts'

const CUSTOMERS = Number(process.argv[2] ?? 100_000)
const LIMIT_MS = 60_000
const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cauce-bench-'))
try {
  const path = join(folder, 'bench.cauce')
  createWorkspaceFile(path, { title: 'Bench' })
  const { context } = createLocalHost({ resourcesDir })
  const workspace = openWorkspaceFile(path, { changes: context.changes, now: context.now })
  // About one record in eight is a repeated one.
  const records = makeSpanishCustomers(1, CUSTOMERS).slice(0, CUSTOMERS)
  await workspace.change(['customers'], (db) => {
    const add = db.prepare(
      `INSERT INTO customers (name, tax_id, email, phone, address, city, postal_code, birth_date, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, '2025-01-01', '2025-01-01')`
    )
    for (const { record } of records)
      add.run(record.name ?? '', record.taxId, record.email, record.phone, record.address, record.city, record.postalCode, record.birthDate)
  })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const cpu = process.cpuUsage()
  const started = performance.now()
  const { pairs } = await startSearch(workspace, () => undefined).found
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(cpu)
  delay.disable()
  console.log(
    JSON.stringify({
      bench: 'duplicates',
      name: `${records.length} customers searched, ${pairs.length} pairs found`,
      ms,
      cpuMs: (user + system) / 1000,
      longestBlockMs: delay.max / 1e6,
      megabytes: process.memoryUsage.rss() / 1e6,
      target: `ms <= ${LIMIT_MS}`,
      ok: ms <= LIMIT_MS
    })
  )
  workspace.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
