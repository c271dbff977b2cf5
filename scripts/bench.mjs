// Runs every benchmark of scripts/bench and prints one table: what, how long, against what, the target, met or not.
// Figures depend on the machine; a ratio against a yardstick of the same run is what travels.
//   npm run bench [-- NAME…]   only those whose file name holds one of the names
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findCapableNode } from './with-node.mjs'

const folder = fileURLToPath(new URL('bench/', import.meta.url))
const wanted = process.argv.slice(2)
const files = readdirSync(folder).filter(
  (name) => /^bench-.*\.mjs$/.test(name) && (wanted.length === 0 || wanted.some((part) => name.includes(part)))
)

/** Every JSON line a benchmark prints; other lines go through to the terminal. */
async function runBenchmark(file) {
  const child = spawn(findCapableNode(), ['--experimental-strip-types', '--disable-warning=ExperimentalWarning', folder + file], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const exit = new Promise((resolve) => child.on('close', resolve))
  const lines = []
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) lines.push(JSON.parse(line))
    else console.error(line)
  }
  return { lines, code: await exit }
}

/** The import and the search name their measures their own way (seconds, speed, many times at once); their targets stand here. */
const DESCRIBED = {
  import: ({ rows, seconds, yardstick, speed, peakMb }) => ({
    bench: 'import',
    name: `${rows} orders with validation`,
    ms: seconds * 1000,
    yardstickMs: yardstick === null ? undefined : yardstick.seconds * 1000,
    ratio: speed?.wall,
    megabytes: peakMb,
    target: 'ratio >= 0.6, MB <= 200',
    ok: (speed === null || speed.wall >= 0.6) && peakMb <= 200
  }),
  'import-undo': ({ undoSeconds }) => ({
    bench: 'import',
    name: 'undo of 50,000 orders',
    ms: undoSeconds * 1000,
    target: 'ms <= 5000',
    ok: undoSeconds <= 5
  }),
  'import-refused': ({ rows, seconds, peakMb }) => ({
    bench: 'import',
    name: `${rows} rows, nearly all refused`,
    ms: seconds * 1000,
    megabytes: peakMb,
    target: 'MB <= 200',
    ok: peakMb <= 200
  }),
  search: ({ customers, medianMs, p95Ms, heldMs }) => ({
    bench: 'search',
    name: `words over ${customers} customers, slowest of 20`,
    ms: p95Ms,
    longestBlockMs: heldMs,
    target: `ms <= 100 (median ${medianMs.toFixed(0)})`,
    ok: p95Ms <= 100
  }),
  index: ({ customers, ms, heldMs, mb }) => ({
    bench: 'search',
    name: `index of ${customers} customers`,
    ms,
    longestBlockMs: heldMs,
    megabytes: mb
  })
}

function describeLine(line) {
  if (line.measure === undefined) return [line]
  const describe = DESCRIBED[line.measure]
  return describe ? [describe(line)] : []
}

const number = (value, digits = 0) => (typeof value === 'number' ? value.toFixed(digits) : '')
const columns = [
  ['benchmark', ({ bench }) => bench],
  ['what', ({ name }) => name],
  ['ms', ({ ms }) => number(ms, ms < 100 ? 1 : 0)],
  ['yardstick ms', ({ yardstickMs }) => number(yardstickMs)],
  ['ratio', ({ ratio }) => number(ratio, 2)],
  ['MB', ({ megabytes }) => number(megabytes)],
  ['longest block ms', ({ longestBlockMs }) => number(longestBlockMs, 1)],
  ['of CPU', ({ longestBlockCpuMs }) => number(longestBlockCpuMs, 1)],
  ['target', ({ target }) => target ?? ''],
  ['met', ({ ok }) => (ok === undefined ? '' : ok ? 'yes' : 'NO')]
]

function printTable(lines) {
  const rows = [columns.map(([title]) => title), ...lines.map((line) => columns.map(([, show]) => show(line) ?? ''))]
  const widths = columns.map((_, i) => Math.max(...rows.map((row) => row[i].length)))
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd()
    )
}

const lines = []
let failed = files.length === 0
for (const file of files) {
  console.error(`… ${file}`)
  const result = await runBenchmark(file)
  lines.push(...result.lines.flatMap(describeLine))
  if (result.code !== 0) {
    failed = true
    console.error(`${file} ended with ${result.code}`)
  }
}
printTable(lines)
process.exitCode = failed || lines.some(({ ok }) => ok === false) ? 1 : 0
