import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { WorkerJob, WorkerMessage } from './worker-messages.ts'

/** Rows are garbage as soon as they are written: a small nursery is cleared often and keeps the process small. */
const LIMITS = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 }

/** The worker's entry: beside this file when run from source, beside the bundle of the data host when built. */
function locateEntry(): { file: string; execArgv: string[] } {
  const fromSource = fileURLToPath(import.meta.url).endsWith('.ts')
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const stripsTypes = major > 23 || (major === 23 && minor >= 6)
  return {
    file: fileURLToPath(new URL(fromSource ? './import-worker.ts' : './import-worker.cjs', import.meta.url)),
    execArgv: fromSource && !stripsTypes ? ['--experimental-strip-types'] : []
  }
}

/** Runs one job in a worker thread and yields what it says until it ends; throws what it refuses. Ends the worker however the caller stops. */
export async function* runWorker(job: WorkerJob): AsyncGenerator<Exclude<WorkerMessage, { type: 'refused' }>, void, void> {
  const { file, execArgv } = locateEntry()
  const worker = new Worker(file, { workerData: job, execArgv, resourceLimits: LIMITS })
  const queue: WorkerMessage[] = []
  const end: { reached: boolean; failure: Error | null } = { reached: false, failure: null }
  let wake = (): void => undefined
  worker.on('message', (message: WorkerMessage) => {
    queue.push(message)
    wake()
  })
  worker.on('error', (error) => {
    end.failure = error instanceof Error ? error : new Error('the import worker failed')
    wake()
  })
  const exit = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      end.reached = true
      wake()
      resolve()
    })
  })
  try {
    for (;;) {
      const message = queue.shift()
      if (message?.type === 'refused') throw CauceError.revive(message)
      if (message) {
        yield message
        continue
      }
      if (end.reached) {
        if (end.failure) throw end.failure
        return
      }
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  } finally {
    // The connection must be closed before anybody writes: wait for the end, after asking a running job to stop.
    if (job.task !== 'inspect') Atomics.store(new Int32Array(job.cancelled), 0, 1)
    await exit
  }
}
