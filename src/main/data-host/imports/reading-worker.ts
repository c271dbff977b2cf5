import { parentPort } from 'node:worker_threads'
import { answerJob } from './answer-job.ts'
import { passRows } from './run/read-file.ts'
import { listBuffers, readFirstOrders, type ReadMessage } from './run/read-first-orders.ts'
import { waitForTaker } from './wait-for-taker.ts'
import type { ReadJob } from './worker-messages.ts'
import type { Ending } from './worker-thread.ts'

/** What is read and not yet written; more would only be memory. */
const BATCHES_AHEAD = 6

const post = (message: ReadMessage | Ending, transfer: readonly ArrayBuffer[] = []): void => {
  parentPort?.postMessage(message, transfer)
}

/** The other half of an import: reads for the thread that writes. */
async function read(job: ReadJob): Promise<void> {
  const taken = new Int32Array(job.taken)
  const cancelled = new Int32Array(job.cancelled)
  const hasRecipe = (job.request.job.settings.recipe?.steps.length ?? 0) > 0
  const startCleaner = hasRecipe ? (await import('./cleaning/start-cleaner.ts')).startCleaner : passRows
  let given = 0
  readFirstOrders(job.request, job.workspacePath, {
    give: (message) => {
      post(message, listBuffers(message))
      waitForTaker(++given, BATCHES_AHEAD, { taken, cancelled })
    },
    isCancelled: () => Atomics.load(cancelled, 0) !== 0,
    startCleaner
  })
}

/*
 * Entry of the thread that reads orders. A program of its own, because every thread holds all of the program it starts with: this
 * one needs neither workbooks nor sentences.
 */
parentPort?.on('message', (job: ReadJob) => void answerJob(() => read(job), post))
