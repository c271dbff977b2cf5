// Evidence of every model over 1,000,000 orders, cold in a process of its own and warm, and from a changed order to the new
// evidence at 50,000 customers. Prints one JSON line per measure.
//   node bench-evidence.mjs               all measures
//   node bench-evidence.mjs --cold FILE   (itself) one host process on a saved file
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { ensureStoredFigures } from '../../src/main/data-host/figures/ensure-figures.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { fillOrders } from '../../tests/support/fill-orders.ts'
import { simulateOrders } from '../../tests/support/simulate-orders.ts'

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))
const ROUNDS = 5
const medianOf = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** CPU time of this process so far, in milliseconds: what the work costs, whoever else is busy on the machine. */
function readCpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function openHost(path) {
  const { client, context } = createLocalHost({ resourcesDir })
  context.setCurrent(openWorkspaceFile(path, { changes: context.changes, now: context.now }))
  return { client, context }
}

/** All five models, one after another, as five nodes of the gallery ask for them. */
async function askAll(client) {
  const { models } = await client.models.listModels()
  for (const { id } of models) await client.models.getEvidence({ modelId: id })
  return models.length
}

/** What a host process costs on a saved file: from opening it to the evidence of all models, then again, and its memory. */
async function measureCold(path) {
  const start = performance.now()
  const { client, context } = openHost(path)
  const models = await askAll(client)
  const cold = performance.now() - start
  const again = performance.now()
  await askAll(client)
  const warm = performance.now() - again
  await ensureStoredFigures(context.workspace(), resourcesDir)
  context.workspace().close()
  process.send({ cold, warm, models, megabytes: process.resourceUsage().maxRSS / 1024 })
}

function askProcess(path) {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), ['--cold', path], {
      execArgv: process.execArgv,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc']
    })
    child.on('message', resolve)
    child.on('exit', (code) => code !== 0 && reject(new Error(`the host process ended with ${code}`)))
  })
}

function report(line) {
  console.log(JSON.stringify({ bench: 'evidence', ...line }))
}

/** A saved file as a person leaves it: with what is kept for the next opening. */
async function prepareFile(path, customers) {
  createWorkspaceFile(path, { title: 'Bench' })
  const { context, client } = openHost(path)
  await context
    .workspace()
    .change(['customers'], (db) => fillOrders(db, customers, simulateOrders({ customers, orders: 10 * customers, seed: 1 })))
  await askAll(client)
  await ensureStoredFigures(context.workspace(), resourcesDir)
  context.workspace().close()
}

async function measureSaved(folder) {
  const path = join(folder, 'saved.cauce')
  await prepareFile(path, 100_000)
  const rounds = []
  for (let round = 0; round < ROUNDS; round++) rounds.push(await askProcess(path))
  const of = (name) => medianOf(rounds.map((each) => each[name]))
  const megabytes = Math.max(...rounds.map((each) => each.megabytes))
  const { models } = rounds[0]
  report({
    name: `${models} models cold, 100,000 customers, 1,000,000 orders`,
    ms: of('cold'),
    megabytes,
    target: 'ms <= 3000, MB <= 600',
    ok: of('cold') <= 3000 && megabytes <= 600
  })
  report({ name: `${models} models warm`, ms: of('warm'), target: 'ms <= 1000', ok: of('warm') <= 1000 })
}

/** The next change a window would hear of that makes it ask for evidence again. */
async function hearChange(changes) {
  for (;;) {
    const { value } = await changes.next()
    if (value.areas.includes('models')) return
  }
}

/**
 * From the commit of a one-row import that changes an order to the evidence of the model on screen; and the same for an edit by
 * a command. What the import itself takes is not in it: nobody sees a figure before it is committed.
 */
async function measureChange(folder) {
  const path = join(folder, 'change.cauce')
  await prepareFile(path, 50_000)
  const { client, context } = openHost(path)
  await askAll(client)
  await ensureStoredFigures(context.workspace(), resourcesDir)
  const csv = join(folder, 'one.csv')
  const measures = { imported: [], edited: [] }
  const exact = []
  const cpu = []
  const read = context.workspace().read
  const { number, day, customer } = read
    .prepare(
      'SELECT o.external_id AS number, o.order_date AS day, c.external_id AS customer FROM orders o JOIN customers c ON c.id = o.customer_id ORDER BY o.order_date DESC LIMIT 1'
    )
    .get()
  for (let round = 0; round < ROUNDS; round++) {
    const changes = (await client.workspace.watchChanges())[Symbol.asyncIterator]()
    await changes.next()
    const heard = hearChange(changes)
    writeFileSync(csv, `order_id,customer_id,order_date,amount\n${number},${customer},${day},${1000 + 10 * round}.00\n`)
    const fileToken = context.files.grant(csv)
    const inspection = await client.imports.inspectFile({ fileToken })
    const columns = inspection.columns.flatMap(({ index, field, decimal, dateOrder }) =>
      field === null ? [] : [{ index, field, decimal, dateOrder }]
    )
    const settings = {
      fileToken,
      kind: inspection.kind,
      preset: inspection.preset,
      dialect: inspection.dialect,
      columns,
      onMatch: 'update'
    }
    const importing = (async () => {
      for await (const event of await client.imports.runImport(settings))
        if (event.type === 'result' && event.result.updated !== 1) throw new Error('the order did not change')
    })()
    await heard
    const start = performance.now()
    const startCpu = readCpuMs()
    const { provisional } = await client.models.getEvidence({ modelId: 'qci' })
    measures.imported.push(performance.now() - start)
    cpu.push(readCpuMs() - startCpu)
    if (!provisional) throw new Error('the evidence waited for the new fit')
    await importing
    await hearChange(changes)
    exact.push(performance.now() - start)
    await changes.return()
    await ensureStoredFigures(context.workspace(), resourcesDir)

    await context
      .workspace()
      .change(['customers'], (db) => db.prepare('UPDATE orders SET net_minor = net_minor + 100 WHERE external_id = ?').run(number))
    const edited = performance.now()
    await client.models.getEvidence({ modelId: 'qci' })
    measures.edited.push(performance.now() - edited)
    await ensureStoredFigures(context.workspace(), resourcesDir)
  }
  await client.workspace.closeWorkspace()
  for (const [how, values] of Object.entries(measures))
    report({
      name: `an order ${how} to its evidence, 50,000 customers`,
      ms: medianOf(values),
      target: 'ms <= 300',
      ok: medianOf(values) <= 300
    })
  report({ name: 'an order imported to its evidence, CPU time', ms: medianOf(cpu) })
  report({ name: 'the same with the lifetime model fitted anew', ms: medianOf(exact) })
}

if (process.argv[2] === '--cold') await measureCold(process.argv[3])
else {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-bench-'))
  try {
    await measureSaved(folder)
    await measureChange(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
