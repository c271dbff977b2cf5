import { Worker } from 'node:worker_threads'
import { CauceError, type ErrorCode, type ErrorDetails } from '../../../shared/domain/errors.ts'
import { locateWorker } from '../worker-entry.ts'

/** What a thread of the importer is for: whole jobs, or reading a file for the one that writes. Each is a program of its own. */
type ThreadProgram = 'import-worker' | 'reading-worker'

/** How a job ended: the thread holds nothing open any more and takes the next one. */
export type Ending = { type: 'done' } | { type: 'refused'; code: ErrorCode; details: ErrorDetails }

/** Rows are garbage as soon as they are written: a small nursery is cleared often and keeps the process small. */
const LIMITS = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 512 }

/** A thread that takes one job after the other. Its listeners stay as long as it does, so nothing it says is missed between two jobs. */
export class WorkerThread<Job, Message extends { type: string }> {
  readonly #worker: Worker
  readonly #queue: (Message | Ending)[] = []
  #failure: Error | null = null
  #wake = (): void => undefined
  ended = false

  constructor(program: ThreadProgram) {
    const { file, execArgv } = locateWorker(import.meta.url, `./${program}.ts`, `./${program}.cjs`)
    this.#worker = new Worker(file, { execArgv, resourceLimits: LIMITS })
    // Only a thread with work keeps the process alive.
    this.#worker.unref()
    this.#worker.on('message', (message: Message | Ending) => {
      this.#queue.push(message)
      this.#wake()
    })
    this.#worker.on('error', (error) => {
      this.#failure = error instanceof Error ? error : new Error('a thread of the importer failed')
    })
    this.#worker.on('exit', () => {
      this.ended = true
      this.#wake()
    })
  }

  end(): void {
    void this.#worker.terminate()
  }

  /**
   * Gives the thread a job and yields what it says until it is done; throws what it refuses, and when it ends before.
   * However the caller stops, the job has ended afterwards: `stop` is called to ask for it.
   */
  async *run(job: Job, stop: () => void): AsyncGenerator<Message, void, void> {
    const end = { isOver: false }
    const hear = async (): Promise<Message | Ending> => {
      const message = await this.#hear()
      end.isOver = isEnding(message)
      return message
    }
    this.#worker.ref()
    this.#worker.postMessage(job)
    try {
      for (;;) {
        const message = await hear()
        if (!isEnding(message)) yield message
        else if (message.type === 'refused') throw CauceError.revive(message)
        else return
      }
    } finally {
      if (!end.isOver) stop()
      while (!end.isOver && !this.ended) await hear().catch(() => undefined)
      this.#worker.unref()
    }
  }

  /** What the thread says next; throws when it ended before it said that it is done. */
  async #hear(): Promise<Message | Ending> {
    for (;;) {
      const message = this.#queue.shift()
      if (message) return message
      if (this.ended) throw this.#failure ?? new Error('a thread of the importer ended')
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }
}

function isEnding(message: { type: string }): message is Ending {
  return message.type === 'done' || message.type === 'refused'
}
