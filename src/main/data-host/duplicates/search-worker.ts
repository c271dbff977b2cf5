import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from '../database/connection.ts'
import { searchSteps } from './run-search.ts'
import type { SearchJob, SearchMessage } from './start-search.ts'

const post = (message: SearchMessage): void => {
  parentPort?.postMessage(message)
}

/** Between two reports of progress. */
const REPORT_MS = 100
const PORTION = 250

/** Entry of the thread: one search over a connection of its own, which only reads. */
const { path, from } = workerData as SearchJob
const db = openConnection(path, { readOnly: true })
try {
  const steps = searchSteps(db, from)
  let reported = 0
  let step = steps.next()
  for (; !step.done; step = steps.next()) {
    if (performance.now() - reported < REPORT_MS) continue
    reported = performance.now()
    post({ type: 'progress', progress: step.value })
  }
  const { pairs, ...rest } = step.value
  for (let from = 0; from < pairs.length; from += PORTION) post({ type: 'pairs', pairs: pairs.slice(from, from + PORTION) })
  post({ type: 'found', rest })
} finally {
  db.close()
}
