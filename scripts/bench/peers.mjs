// Other programs doing the same work in the same run, as yardsticks. Each answers null where it can't be had: no npm registry in
// reach, no Python with scipy. Nothing of them is part of the app.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const RFM = `SELECT r, f, m, count(*) FROM (
  SELECT ntile(5) OVER (ORDER BY last) AS r, ntile(5) OVER (ORDER BY orders) AS f, ntile(5) OVER (ORDER BY total) AS m
  FROM (SELECT customer, max(day) AS last, count(*) AS orders, sum(amount) AS total FROM orders GROUP BY customer))
GROUP BY r, f, m`

/** DuckDB on two threads with the orders as integer columns in memory; `scoreRfm` counts the customers of every RFM cell. */
export async function openDuckDb(folder, { owners, days, amounts }) {
  const installed = spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--prefix', folder, '@duckdb/node-api'], {
    stdio: 'ignore',
    timeout: 120_000
  })
  if (installed.status !== 0) return null
  const { DuckDBInstance } = await import(pathToFileURL(join(folder, 'node_modules/@duckdb/node-api/lib/index.js')).href)
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  await connection.run('CREATE TABLE orders (customer INTEGER, day INTEGER, amount INTEGER)')
  const appender = await connection.createAppender('orders')
  for (let row = 0; row < owners.length; row++) {
    appender.appendInteger(owners[row])
    appender.appendInteger(days[row])
    appender.appendInteger(amounts[row])
    appender.endRow()
  }
  appender.closeSync()
  return { scoreRfm: async () => (await connection.runAndReadAll(RFM)).getRows() }
}

/** The same likelihood on the log of the same parameters, numeric gradient, distinct histories with weights. */
const FIT = `
import json, sys, time
import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln
rows = np.fromfile(sys.argv[1], dtype=np.float64).reshape(-1, 3)
rounds = int(sys.argv[2])
def loss(logs, x, t, T, w):
    r, alpha, a, b = np.exp(logs)
    A = gammaln(r + x) - gammaln(r) + r * np.log(alpha)
    with np.errstate(divide='ignore', over='ignore', invalid='ignore'):
        one = betaln(a, b + x) - betaln(a, b) - (r + x) * np.log(alpha + T)
        two = np.where(x > 0, betaln(a + 1, b + np.maximum(x, 1) - 1) - betaln(a, b) - (r + x) * np.log(alpha + t), -np.inf)
    return -np.sum(w * (A + np.logaddexp(one, two)))
def fit():
    start = time.perf_counter()
    distinct, counts = np.unique(rows, axis=0, return_counts=True)
    x, t, T = distinct.T
    found = minimize(loss, np.zeros(4), args=(x, t, T, counts), method='L-BFGS-B', options={'maxiter': 1000, 'maxfun': 20000})
    return (time.perf_counter() - start) * 1000, -found.fun
fits = sorted(fit() for _ in range(rounds))
print(json.dumps({'ms': fits[len(fits) // 2][0], 'logLikelihood': fits[0][1]}))
`

/** scipy's L-BFGS-B: median ms over `rounds`, and the log-likelihood it reached; time in weeks. */
export function fitWithScipy(folder, { repeats, lastDays, ageDays }, rounds) {
  const rows = new Float64Array(repeats.length * 3)
  for (let i = 0; i < repeats.length; i++) rows.set([repeats[i], lastDays[i] / 7, ageDays[i] / 7], 3 * i)
  const data = join(folder, 'histories.f64')
  writeFileSync(data, rows)
  const { status, stdout } = spawnSync('python3', ['-c', FIT, data, String(rounds)], { encoding: 'utf8', timeout: 300_000 })
  return status === 0 ? JSON.parse(stdout) : null
}
