import { parentPort } from 'node:worker_threads'
import { CauceError } from '../../../shared/domain/errors.ts'
import { openConnection } from '../database/connection.ts'
import { toWorkspaceError } from '../database/sqlite-errors.ts'
import { toFileError } from '../../files/file-errors.ts'
import { inspectFile } from './inspect.ts'
import { listRejects } from './list-rejects.ts'
import { runImport } from './run/run-import.ts'
import type { WorkerJob, WorkerMessage } from './worker-messages.ts'

const PIECES_AHEAD = 16

/** One job, with a connection of its own, so that the host's goes on answering. */
function work(job: WorkerJob, post: (message: WorkerMessage) => void): void {
  if (job.task === 'inspect') {
    post({ type: 'inspection', inspection: inspectFile(job.request) })
    return
  }
  const flag = new Int32Array(job.cancelled)
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
    const finished = runImport(db, job.import, {
      onProgress: (progress) => {
        post({ type: 'progress', progress })
      },
      isCancelled: () => Atomics.load(flag, 0) !== 0
    })
    if (job.task === 'reject-file') {
      let given = 0
      listRejects(finished, job.import, (text) => {
        post({ type: 'text', text })
        given++
        waitForTaker(new Int32Array(job.taken), given, flag)
      })
    }
    post({ type: 'result', result: finished.result })
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}

/** Waits while more pieces of text are on their way than the other side has taken, unless the job is cancelled. */
function waitForTaker(taken: Int32Array, given: number, cancelled: Int32Array): void {
  for (;;) {
    const sofar = Atomics.load(taken, 0)
    if (given - sofar < PIECES_AHEAD) return
    if (Atomics.load(cancelled, 0) !== 0) throw new CauceError('import-cancelled')
    Atomics.wait(taken, 0, sofar, 100)
  }
}

const post = (message: WorkerMessage): void => {
  parentPort?.postMessage(message)
}

// Entry of the worker thread: job after job, until the thread is ended.
parentPort?.on('message', (job: WorkerJob) => {
  try {
    work(job, post)
    post({ type: 'done' })
  } catch (error) {
    const known = toWorkspaceError(toFileError(error))
    // Only our own codes cross; another error is a fault of ours and ends the worker with it.
    if (!(known instanceof CauceError)) throw error
    post({ type: 'refused', code: known.code, details: known.details })
  }
})
