import { WorkerThread } from './worker-thread.ts'
import type { JobMessage, WorkerJob } from './worker-messages.ts'

type ImportWorker = WorkerThread<WorkerJob, JobMessage>

/** How long a worker without work is kept: a person who looks at a file, its forecast and then imports it waits for one start only. */
const IDLE_MS = 60_000

let idle: { worker: ImportWorker; timer: NodeJS.Timeout } | null = null

function takeWorker(): ImportWorker {
  const kept = idle
  idle = null
  clearTimeout(kept?.timer)
  return kept === null || kept.worker.ended ? new WorkerThread('import-worker') : kept.worker
}

/** Keeps the worker for the next job; one is enough. */
function keepWorker(worker: ImportWorker): void {
  if (worker.ended) return
  if (idle !== null) {
    worker.end()
    return
  }
  const timer = setTimeout(() => {
    idle = null
    worker.end()
  }, IDLE_MS).unref()
  idle = { worker, timer }
}

/** Runs one job in a worker thread and yields what it says until it is done; throws what it refuses. Stops the job however the caller stops. */
export async function* runWorker(job: WorkerJob): AsyncGenerator<JobMessage, void, void> {
  const worker = takeWorker()
  try {
    // The connection must be closed before anybody writes: the end is waited for, after asking a running job to stop.
    yield* worker.run(job, () => {
      Atomics.store(new Int32Array(job.cancelled), 0, 1)
    })
  } finally {
    keepWorker(worker)
  }
}
