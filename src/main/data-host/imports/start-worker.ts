import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { JobMessage, WorkerJob, WorkerMessage } from './worker-messages.ts'

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

/** How long a worker without work is kept: a person who looks at a file, its forecast and then imports it waits for one start only. */
const IDLE_MS = 60_000

/** A worker thread and the job it is at. Its listeners stay as long as it does, so nothing it says is missed between two jobs. */
class ImportWorker {
  readonly #worker: Worker
  readonly #queue: WorkerMessage[] = []
  #failure: Error | null = null
  #wake = (): void => undefined
  ended = false

  constructor() {
    const { file, execArgv } = locateEntry()
    this.#worker = new Worker(file, { execArgv, resourceLimits: LIMITS })
    this.#worker.on('message', (message: WorkerMessage) => {
      this.#queue.push(message)
      this.#wake()
    })
    this.#worker.on('error', (error) => {
      this.#failure = error instanceof Error ? error : new Error('the import worker failed')
    })
    this.#worker.on('exit', () => {
      this.ended = true
      if (idle?.worker === this) idle = null
      this.#wake()
    })
  }

  start(job: WorkerJob): void {
    // Only a worker with work keeps the process alive.
    this.#worker.ref()
    this.#worker.postMessage(job)
  }

  rest(): void {
    this.#worker.unref()
  }

  end(): void {
    void this.#worker.terminate()
  }

  /** What the worker says next; throws when it ended before it said that it is done. */
  async hear(): Promise<WorkerMessage> {
    for (;;) {
      const message = this.#queue.shift()
      if (message) return message
      if (this.ended) throw this.#failure ?? new Error('the import worker ended')
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

let idle: { worker: ImportWorker; timer: NodeJS.Timeout } | null = null

function takeWorker(): ImportWorker {
  if (idle === null) return new ImportWorker()
  const { worker, timer } = idle
  clearTimeout(timer)
  idle = null
  return worker
}

/** Keeps the worker for the next job; one is enough. */
function keepWorker(worker: ImportWorker): void {
  if (worker.ended) return
  worker.rest()
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
  const end = { done: false }
  const hear = async (): Promise<WorkerMessage> => {
    const message = await worker.hear()
    end.done = message.type === 'done' || message.type === 'refused'
    return message
  }
  worker.start(job)
  try {
    for (;;) {
      const message = await hear()
      if (message.type === 'refused') throw CauceError.revive(message)
      if (message.type === 'done') return
      yield message
    }
  } finally {
    // The connection must be closed before anybody writes: wait for the end, after asking a running job to stop.
    if (job.task !== 'inspect') Atomics.store(new Int32Array(job.cancelled), 0, 1)
    while (!end.done && !worker.ended) await hear().catch(() => undefined)
    keepWorker(worker)
  }
}
