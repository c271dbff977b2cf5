import type { ReadMessage, ReadRequest } from './run/read-first-orders.ts'
import type { ReadJob } from './worker-messages.ts'
import { WorkerThread } from './worker-thread.ts'

let thread: WorkerThread<ReadJob, ReadMessage> | null = null

/** Starts the thread that reads while the worker writes, if it is not there; it stays as long as the worker. */
export function prepareReading(): WorkerThread<ReadJob, ReadMessage> {
  if (thread === null || thread.ended) thread = new WorkerThread('reading-worker')
  return thread
}

/** Reads a file in the other thread. Whatever ends one of the two ends the other: `cancelled` is set when the caller stops. */
export async function* readInThread(
  request: ReadRequest,
  { workspacePath, cancelled }: Pick<ReadJob, 'workspacePath' | 'cancelled'>
): AsyncGenerator<ReadMessage, void, void> {
  const taken = new Int32Array(new SharedArrayBuffer(4))
  const job: ReadJob = { request, workspacePath, cancelled, taken: taken.buffer }
  const messages = prepareReading().run(job, () => {
    Atomics.store(new Int32Array(cancelled), 0, 1)
  })
  for await (const message of messages) {
    yield message
    Atomics.add(taken, 0, 1)
    Atomics.notify(taken, 0)
  }
}
