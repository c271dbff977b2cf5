// Value figures over 1,000,000 orders beside other programs doing the same in the same run: RFM warm beside DuckDB and cold, the
// fit of who buys again beside scipy, cohorts, and 1,000 orders appended until every figure is fresh. One JSON line per measure.
//   node bench-value.mjs [--customers N]   ten orders each; 100,000 customers unless told
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { ensureLiveFigures, ensureStoredFigures } from '../../src/main/data-host/figures/ensure-figures.ts'
import { loadBase } from '../../src/main/data-host/figures/load-base.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { fillProfile, makeProfile } from '../../src/shared/analytics/customer-profile.ts'
import { fitBgNbdInSteps } from '../../src/shared/analytics/lifetime/fit-bg-nbd.ts'
import { finish } from '../../src/shared/analytics/lifetime/minimise.ts'
import { scoreRfmInSteps } from '../../src/shared/analytics/score-rfm.ts'
import { fillOrders } from '../../tests/support/fill-orders.ts'
import { simulateOrders } from '../../tests/support/simulate-orders.ts'
import { fitWithScipy, openDuckDb } from './peers.mjs'

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))
const ROUNDS = 7
const APPENDED = 1000
const asked = process.argv.indexOf('--customers')
const CUSTOMERS = asked < 0 ? 100_000 : Number(process.argv[asked + 1])
const SCORING = { bins: 5, ties: 'equal', nesting: 'independent', edges: null }

const medianOf = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]
const report = (line) => console.log(JSON.stringify({ bench: 'value', ...line }))
const reportLimited = (name, ms, limit) => report({ name, ms, target: `ms <= ${limit}`, ok: ms <= limit })

/** The work's own time in ms. */
async function timed(work) {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function openHost(path) {
  const { client, context } = createLocalHost({ resourcesDir })
  const workspace = openWorkspaceFile(path, { changes: context.changes, now: context.now })
  context.setCurrent(workspace)
  return { client, workspace }
}

/** Positions of whoever bought. */
function listBuyers({ orders }) {
  const buyers = new Int32Array(orders.length)
  let count = 0
  for (let i = 0; i < orders.length; i++) if (orders[i] > 0) buyers[count++] = i
  return buyers.subarray(0, count)
}

function pick(places, valueOf) {
  const values = new Float64Array(places.length)
  for (let at = 0; at < places.length; at++) values[at] = valueOf(places[at])
  return values
}

/** From the orders' columns to the number of customers in every RFM cell, as the app computes them. */
function countCells({ orders, attributes }) {
  const n = attributes.ids.length
  const profile = makeProfile(n)
  fillProfile(profile, orders, { asOfDay: orders.lastDay, windowDays: 365, grossMargin: 0.3 }, 0, n)
  const buyers = listBuyers(profile)
  const scores = finish(
    scoreRfmInSteps(
      {
        recencyDays: pick(buyers, (i) => orders.lastDay - profile.lastDay[i]),
        frequency: pick(buyers, (i) => profile.orderDays[i]),
        monetary: pick(buyers, (i) => profile.revenue[i])
      },
      SCORING
    )
  )
  const cells = new Int32Array(6 * 36)
  for (let i = 0; i < buyers.length; i++) cells[36 * scores.r[i] + 6 * scores.f[i] + scores.m[i]]++
  return cells
}

async function measureRfm(path, folder, simulated) {
  const { workspace } = openHost(path)
  const { base } = await loadBase(workspace)
  workspace.close()
  const peer = await openDuckDb(folder, simulated)
  const ours = []
  const theirs = []
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await timed(() => countCells(base)))
    if (peer) theirs.push(await timed(peer.scoreRfm))
  }
  const ms = medianOf(ours)
  const yardstickMs = peer ? medianOf(theirs) : undefined
  report({
    name: 'RFM warm, beside DuckDB on two threads',
    ms,
    ...(peer
      ? { yardstickMs, ratio: ms / yardstickMs, target: 'ratio <= 1', ok: ms <= yardstickMs }
      : { target: 'DuckDB could not be had' })
  })
  const cold = []
  for (let round = 0; round < ROUNDS; round++)
    cold.push(
      await timed(async () => {
        const opened = openHost(path).workspace
        countCells((await loadBase(opened)).base)
        opened.close()
      })
    )
  reportLimited('RFM cold: opening the file, reading, scoring', medianOf(cold), 150)
}

async function measureFit(path, folder) {
  const { workspace } = openHost(path)
  const { profile, asOfDay } = await ensureStoredFigures(workspace, resourcesDir)
  workspace.close()
  const buyers = listBuyers(profile)
  const histories = {
    repeats: buyers.map((i) => profile.orderDays[i] - 1),
    lastDays: buyers.map((i) => profile.lastDay[i] - profile.firstDay[i]),
    ageDays: buyers.map((i) => asOfDay - profile.firstDay[i])
  }
  const fits = []
  let fit = null
  for (let round = 0; round < ROUNDS; round++) fits.push(await timed(() => ({ fit } = finish(fitBgNbdInSteps(histories, 30)))))
  const ms = medianOf(fits)
  const peer = fitWithScipy(folder, histories, 3)
  const name = 'who buys again (BG/NBD) fitted, beside scipy L-BFGS-B'
  if (!peer) return report({ name, ms, target: 'ms <= 300 (no scipy)', ok: ms <= 300 })
  const difference = fit.logLikelihood - peer.logLikelihood
  report({
    name,
    ms,
    yardstickMs: peer.ms,
    ratio: ms / peer.ms,
    logLikelihood: fit.logLikelihood,
    peerLogLikelihood: peer.logLikelihood,
    target: 'ratio <= 0.25, log-likelihood no worse by 0.01',
    ok: ms <= 0.25 * peer.ms && difference >= -0.01
  })
}

async function measureScreens(path) {
  const { client, workspace } = openHost(path)
  await ensureStoredFigures(workspace, resourcesDir)
  for (const grid of ['calendar', 'anniversary', 'rolling'])
    reportLimited(`cohorts, ${grid}, first time`, await timed(() => client.value.getCohorts({ grid })), 300)
  report({ name: 'equity with its range (200 resamples)', ms: await timed(() => client.value.getEquity()) })
  report({ name: 'back-test of 26 weeks', ms: await timed(() => client.value.getBackTest()) })
  workspace.close()
}

/** New orders of existing customers, until every figure that follows a change on screen is computed again. */
async function measureAppend(path) {
  const { workspace } = openHost(path)
  await ensureStoredFigures(workspace, resourcesDir)
  const last = workspace.read.prepare('SELECT max(order_date) FROM orders').pluck().get()
  const times = []
  const exact = []
  for (let round = 0; round < ROUNDS; round++) {
    times.push(
      await timed(async () => {
        await workspace.change(['customers'], (db) => {
          const add = db.prepare('INSERT INTO orders (customer_id, external_id, order_date, net_minor) VALUES (?, ?, ?, ?)')
          for (let k = 0; k < APPENDED; k++) add.run(1 + ((k * 97 + round * 13) % CUSTOMERS), `A${round}-${k}`, last, 2000 + k)
        })
        await ensureLiveFigures(workspace, resourcesDir)
      })
    )
    exact.push(await timed(() => ensureStoredFigures(workspace, resourcesDir)))
  }
  workspace.close()
  reportLimited('1,000 orders appended and every figure fresh', medianOf(times), 100)
  report({ name: 'then the lifetime model fitted anew and all of it stored', ms: medianOf(exact) })
}

const folder = mkdtempSync(join(tmpdir(), 'cauce-bench-'))
try {
  const path = join(folder, 'value.cauce')
  createWorkspaceFile(path, { title: 'Bench' })
  const simulated = simulateOrders({ customers: CUSTOMERS, orders: 10 * CUSTOMERS, seed: 1 })
  const { client, workspace } = openHost(path)
  await workspace.change(['customers'], (db) => fillOrders(db, CUSTOMERS, simulated))
  await client.value.getValue()
  await ensureStoredFigures(workspace, resourcesDir)
  workspace.close()
  await measureRfm(path, folder, simulated)
  await measureFit(path, folder)
  await measureScreens(path)
  await measureAppend(path)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
