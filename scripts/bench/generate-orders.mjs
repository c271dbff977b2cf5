// Writes a CSV of simulated orders, the same for the same seed:
//   node scripts/bench/generate-orders.mjs OUT.csv [--customers 100000] [--orders 1000000] [--seed 1]
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { pathToFileURL } from 'node:url'
import { simulateOrders } from '../../tests/support/simulate-orders.ts'

/** order_id,customer_id,order_date,amount; one line per order, by date. Resolves when the file is written. */
export async function writeOrdersCsv(path, { customers = 100_000, orders = 1_000_000, seed = 1 } = {}) {
  const simulated = simulateOrders({ customers, orders, seed })
  const out = createWriteStream(path)
  const dates = new Map()
  const dateOf = (day) => {
    let date = dates.get(day)
    if (!date) dates.set(day, (date = new Date(day * 86_400_000).toISOString().slice(0, 10)))
    return date
  }
  let lines = 'order_id,customer_id,order_date,amount\n'
  for (let row = 0; row < orders; row++) {
    const cents = simulated.amounts[row]
    lines += `P${row + 1},C${simulated.owners[row] + 1},${dateOf(simulated.days[row])},${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}\n`
    if (lines.length > 1 << 20) {
      if (!out.write(lines)) await once(out, 'drain')
      lines = ''
    }
  }
  out.end(lines)
  await once(out, 'finish')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { customers: { type: 'string' }, orders: { type: 'string' }, seed: { type: 'string' } }
  })
  const [path] = positionals
  if (!path) {
    console.error('usage: generate-orders.mjs OUT.csv [--customers N] [--orders N] [--seed N]')
    process.exit(2)
  }
  await writeOrdersCsv(path, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)])))
}
