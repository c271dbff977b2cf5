import { parentPort } from 'node:worker_threads'
import { CauceError } from '../../../shared/domain/errors.ts'
import { openConnection } from '../database/connection.ts'
import { answerJob } from './answer-job.ts'
import { prepareReading, readInThread } from './reading-thread.ts'
import { TWO_THREADS_BYTES } from './two-threads.ts'
import { waitForTaker } from './wait-for-taker.ts'
import type { JobMessage, WorkerJob } from './worker-messages.ts'
import type { Ending } from './worker-thread.ts'

/*
 * What a job needs is loaded when it is asked for: every thread holds its own copy of all it has loaded.
 */

const TEXTS_AHEAD = 16

const post = (message: JobMessage | Ending): void => {
  parentPort?.postMessage(message)
}

/** One job, with a connection of its own, so that the host's goes on answering. */
async function work(job: WorkerJob): Promise<void> {
  const cancelled = new Int32Array(job.cancelled)
  const isCancelled = (): boolean => Atomics.load(cancelled, 0) !== 0
  const stopIfCancelled = (): void => {
    if (isCancelled()) throw new CauceError('import-cancelled')
  }
  if (job.task === 'inspect') {
    const { inspectFile } = await import('./inspect.ts')
    const inspection = await inspectFile(job.request, stopIfCancelled)
    // A large import is likely to follow: of orders, in two threads.
    if (inspection.kind === 'orders' && inspection.bytes >= TWO_THREADS_BYTES) prepareReading()
    post({ type: 'inspection', inspection })
    return
  }
  const { prepareJob } = await import('./sources/prepare-job.ts')
  const prepared = await prepareJob(job.import, stopIfCancelled)
  if (job.task === 'study') {
    const { studyFile } = await import('./cleaning/study-file.ts')
    post({ type: 'study', answer: studyFile(prepared, job.question, stopIfCancelled) })
    return
  }
  const db = openConnection(job.workspacePath, { readOnly: false })
  try {
    db.pragma('cache_size = -16384')
    // Every id an import writes comes from its own books, so looking each up again would only cost a third of the time;
    // the tests run SQLite's foreign key check over what imports leave.
    db.pragma('foreign_keys = OFF')
    // The same for CHECK constraints, which double the time of an insert: lengths, states and dates were checked when read.
    // `integrity_check` looks at them too, so a slip shows.
    db.pragma('ignore_check_constraints = ON')
    // The log is put into the file after the answer is out, not inside the commit (which is already safe on the disk).
    db.pragma('wal_autocheckpoint = 0')
    const { runImportInThreads } = await import('./run/run-import.ts')
    const finished = await runImportInThreads(
      db,
      { ...prepared, listsRejects: job.task === 'reject-file' },
      {
        onProgress: (progress) => {
          post({ type: 'progress', progress })
        },
        isCancelled,
        readElsewhere: (request) => readInThread(request, job)
      }
    )
    if (job.task === 'reject-file') {
      const { listRejects } = await import('./list-rejects.ts')
      const taken = new Int32Array(job.taken)
      let given = 0
      listRejects(finished, prepared, (text) => {
        post({ type: 'text', text })
        waitForTaker(++given, TEXTS_AHEAD, { taken, cancelled })
      })
    }
    post({ type: 'result', result: finished.result })
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

// Entry of the thread: job after job, until it is ended.
parentPort?.on('message', (job: WorkerJob) => void answerJob(() => work(job), post))
