// Import of simulated orders with validation, matching and the change log, beside the `.import` of the sqlite3 command line
// (default settings, a typed table of the same eight columns without indexes) in the same run:
//   node scripts/bench/bench-import.mjs [--orders 1000000] [--customers 100000] [--rounds 3]
// The customers are brought in before the orders. Also measured: 50,000 orders taken back and done again, and a file of one order
// number over and over.
// The data host and its import worker are bundled first, as the app ships them. What is counted is everything up to the end of
// the worker: its start, all indexes, the commit and putting the write-ahead log into the file.
// Prints one JSON line per round and one with the medians. Wall time, CPU time and the peak memory of each process.
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { HOST_ENV, root } from '../with-node.mjs'

const BUNDLES = 'out/bench'
const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))
const medianOf = (values) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** Bundles the data host and the importer's two threads side by side. */
async function buildHost() {
  const [{ build }, { ENTRIES }] = await Promise.all([import('vite'), import('../build.mjs')])
  for (const [name, source, entry] of [
    ['host', 'src/main/data-host/host.ts', 'data-host'],
    ['import-worker', ENTRIES['import-worker'].source, 'import-worker'],
    ['reading-worker', ENTRIES['reading-worker'].source, 'reading-worker']
  ]) {
    const { config } = ENTRIES[entry]
    const rolldownOptions = {
      ...config.build.rolldownOptions,
      input: join(root, source),
      output: { ...config.build.rolldownOptions.output, entryFileNames: `${name}.cjs` }
    }
    await build({ ...config, build: { ...config.build, outDir: join(root, BUNDLES), rolldownOptions } })
  }
}

/** One import in a process of its own, so that its memory and its CPU time are its own. */
async function runToEnd(client, settings) {
  let result
  for await (const event of await client.imports.runImport(settings)) if (event.type === 'result') result = event.result
  return result
}

/** Looks at a file and gives what it is brought in with, and how long the look took. */
async function inspect({ client, context }, file) {
  const fileToken = context.files.grant(file)
  const started = performance.now()
  const { kind, preset, dialect, columns } = await client.imports.inspectFile({ fileToken })
  const mapped = columns
    .filter(({ field }) => field !== null)
    .map(({ index, field, decimal, dateOrder }) => ({ index, field, decimal, dateOrder }))
  return { settings: { fileToken, kind, preset, dialect, columns: mapped }, seconds: (performance.now() - started) / 1000 }
}

const cpuOf = ({ userCPUTime, systemCPUTime }) => (userCPUTime + systemCPUTime) / 1e6

/** Brings in a file and gives its figures. */
async function measureImport(host, file) {
  const { settings, seconds: previewSeconds } = await inspect(host, file)
  const before = process.resourceUsage()
  const started = performance.now()
  const { rows, created, rejected } = await runToEnd(host.client, settings)
  const seconds = (performance.now() - started) / 1000
  const after = process.resourceUsage()
  return {
    rows,
    created,
    rejected,
    previewSeconds,
    seconds,
    cpuSeconds: cpuOf(after) - cpuOf(before),
    peakMb: Math.round(after.maxRSS / 1024)
  }
}

/** Customers first where there is a file of them, then the orders; `undo` also takes the last one back and does it again. */
async function importOnce(folder, { file, customers, undo }) {
  const { createLocalHost } = createRequire(import.meta.url)(join(root, BUNDLES, 'host.cjs'))
  const host = createLocalHost({ resourcesDir })
  await host.client.workspace.createWorkspace({ fileToken: host.context.files.grant(join(folder, 'bench.cauce')) })
  const first = customers ? await measureImport(host, customers) : null
  const own = await measureImport(host, file)
  const timed = async (work) => {
    const started = performance.now()
    await work()
    return (performance.now() - started) / 1000
  }
  const undoSeconds = undo ? await timed(() => host.client.workspace.undo()) : null
  const redoSeconds = undo ? await timed(() => host.client.workspace.redo()) : null
  await host.client.workspace.closeWorkspace()
  return { ...own, ...(first ? { customers: first } : {}), ...(undo ? { undoSeconds, redoSeconds } : {}) }
}

const COLUMNS = 'order_id,customer_id,order_date,amount,currency,channel,status,reference'
const CHANNELS = ['web', 'store', 'phone', 'marketplace']

/** Eight columns, as a shop's export has them. */
async function writeShopOrders(path, { orders, customers }) {
  const { simulateOrders } = await import('../../tests/support/simulate-orders.ts')
  const simulated = simulateOrders({ customers, orders, seed: 1 })
  const out = openSync(path, 'w')
  let lines = `${COLUMNS}\n`
  for (let row = 0; row < orders; row++) {
    const cents = simulated.amounts[row]
    const date = new Date(simulated.days[row] * 86_400_000).toISOString().slice(0, 10)
    const status = row % 50 === 7 ? 'cancelled' : 'completed'
    lines += `P${row + 1},C${simulated.owners[row] + 1},${date},${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')},EUR,${CHANNELS[row % 4]},${status},R-${String(row * 7919).padStart(10, '0')}\n`
    if (lines.length > 1 << 20) {
      writeSync(out, lines)
      lines = ''
    }
  }
  writeSync(out, lines)
  closeSync(out)
}

const NAMES = ['Ana', 'Luis', 'Eva', 'Íñigo', 'Sol', 'Mar', 'José', 'María']
const SURNAMES = ['Ruiz', 'Gil', 'Peña', 'Sanz', 'Vega', 'Núñez', 'Ortiz']

/** The customers the orders name, with what a shop knows of them. */
function writeCustomers(path, customers) {
  const out = openSync(path, 'w')
  let lines = 'customer id,name,last name,email,phone,city\n'
  for (let row = 0; row < customers; row++) {
    lines += `C${row + 1},${NAMES[row % 8]},${SURNAMES[row % 7]} ${SURNAMES[(row >> 3) % 7]},c${row + 1}@x.es,${600000000 + row},Vigo\n`
    if (lines.length > 1 << 20) {
      writeSync(out, lines)
      lines = ''
    }
  }
  writeSync(out, lines)
  closeSync(out)
}

/** One order number over and over: every row but the first is refused. */
function writeRepeats(path, rows) {
  const out = openSync(path, 'w')
  writeSync(out, `${COLUMNS}\n`)
  const piece = 'P1,C1,2026-01-01,5.00,EUR,web,completed,R-1\n'.repeat(1000)
  for (let row = 0; row < rows; row += 1000) writeSync(out, piece)
  closeSync(out)
}

/** The sqlite3 command line, wall and CPU seconds (the shell's `times` counts its child); null where it is not installed. */
function importWithSqlite(folder, file) {
  const db = join(folder, 'yardstick.db')
  const script = join(folder, 'yardstick.sql')
  rmSync(db, { force: true })
  const table = COLUMNS.split(',').map((column) => `${column} ${column === 'amount' ? 'REAL' : 'TEXT'}`)
  writeFileSync(script, `CREATE TABLE orders (${table.join(', ')});\n.mode csv\n.import --skip 1 "${file}" orders\n`)
  const started = performance.now()
  const done = spawnSync('sh', ['-c', 'sqlite3 "$1" < "$2" && times', 'sh', db, script], { encoding: 'utf8' })
  if (done.error || done.status !== 0) return null
  const seconds = (performance.now() - started) / 1000
  const [user, system] = [...(done.stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, rest]) => Number(minutes) * 60 + Number(rest)
  )
  return { seconds, cpuSeconds: (user ?? 0) + (system ?? 0) }
}

function importInProcess(folder, { file, customers, undo = false }) {
  for (const ending of ['', '-wal', '-shm', '.lock']) rmSync(join(folder, `bench.cauce${ending}`), { force: true })
  const words = ['--child', folder, '--file', file, ...(customers ? ['--with', customers] : []), ...(undo ? ['--undo'] : [])]
  const done = spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), ...words], {
    encoding: 'utf8',
    env: { ...HOST_ENV, ...process.env },
    stdio: ['ignore', 'pipe', 'inherit']
  })
  if (done.status !== 0) throw new Error('the import failed')
  return JSON.parse(done.stdout)
}

const { values } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    customers: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    child: { type: 'string' },
    build: { type: 'boolean' },
    file: { type: 'string' },
    with: { type: 'string' },
    undo: { type: 'boolean' }
  }
})
if (values.build) {
  await buildHost()
} else if (values.child && values.file) {
  process.stdout.write(JSON.stringify(await importOnce(values.child, { file: values.file, customers: values.with, undo: values.undo })))
} else {
  // In a process of its own: a child's peak memory begins with what its parent holds, and the bundler is large.
  spawnSync(process.execPath, [...process.execArgv, fileURLToPath(import.meta.url), '--build'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const folder = mkdtempSync(join(tmpdir(), 'cauce-bench-'))
  try {
    const file = values.file && existsSync(values.file) ? values.file : join(folder, 'orders.csv')
    if (!existsSync(file)) await writeShopOrders(file, { orders: Number(values.orders), customers: Number(values.customers) })
    const people = join(folder, 'customers.csv')
    writeCustomers(people, Number(values.customers))
    const ours = []
    const yardsticks = []
    for (let round = 0; round < Number(values.rounds); round++) {
      const yardstick = importWithSqlite(folder, file)
      const own = importInProcess(folder, { file, customers: people })
      ours.push(own)
      if (yardstick !== null) yardsticks.push(yardstick)
      console.log(JSON.stringify({ measure: 'import-round', yardstick, ...own }))
    }
    const seconds = medianOf(ours.map((own) => own.seconds))
    const cpuSeconds = medianOf(ours.map((own) => own.cpuSeconds))
    const yardstick =
      yardsticks.length === 0
        ? null
        : { seconds: medianOf(yardsticks.map((each) => each.seconds)), cpuSeconds: medianOf(yardsticks.map((each) => each.cpuSeconds)) }
    const speed = yardstick && { wall: yardstick.seconds / seconds, cpu: yardstick.cpuSeconds / cpuSeconds }
    const least = (values_) => Math.min(...values_)
    console.log(
      JSON.stringify({
        measure: 'import',
        bytes: statSync(file).size,
        rows: ours[0].rows,
        seconds,
        cpuSeconds,
        yardstick,
        speed,
        // On a machine with other work the least of each is nearer to what it takes.
        leastCpu: {
          own: least(ours.map((own) => own.cpuSeconds)),
          yardstick: yardstick && least(yardsticks.map((each) => each.cpuSeconds))
        },
        peakMb: Math.max(...ours.map((own) => own.peakMb))
      })
    )
    const part = join(folder, 'part.csv')
    await writeShopOrders(part, { orders: 50_000, customers: Number(values.customers) })
    console.log(JSON.stringify({ measure: 'import-undo', ...importInProcess(folder, { file: part, customers: people, undo: true }) }))
    const repeats = join(folder, 'repeats.csv')
    writeRepeats(repeats, 2 * Number(values.orders))
    console.log(JSON.stringify({ measure: 'import-refused', ...importInProcess(folder, { file: repeats }) }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
