import { parentPort, workerData } from 'node:worker_threads'
import { openConnection } from '../database/connection.ts'
import type { ReadingJob, ReadingMessage } from './customers-thread.ts'
import { orderByRecord } from './record-order.ts'
import { buildIndex } from './search/build-index.ts'

const BEAT_MS = 200

const post = (message: ReadingMessage, transfer: readonly ArrayBuffer[] = []): void => {
  parentPort?.postMessage(message, transfer)
}

/** One job over a connection of its own, which only reads. What it made is handed over, not copied. */
async function work(job: ReadingJob): Promise<void> {
  const db = openConnection(job.path, { readOnly: true })
  const beat = setInterval(() => {
    post({ type: 'beat' })
  }, BEAT_MS)
  try {
    const answer = job.type === 'index' ? await buildIndex(db) : await orderByRecord(db, job.customerIds, job.by)
    if (answer) post({ type: 'answer', answer }, listBuffers(answer))
  } finally {
    clearInterval(beat)
    db.close()
  }
}

function listBuffers(answer: object): ArrayBuffer[] {
  return Object.values(answer).flatMap((part: unknown) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : []
  )
}

// Entry of the thread.
void work(workerData as ReadingJob)
