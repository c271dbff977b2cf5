import { Worker } from 'node:worker_threads'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { OpenWorkspace } from '../context.ts'
import { locateWorker } from '../worker-entry.ts'
import type { Order } from './record-order.ts'
import type { WordIndex } from './search/word-index.ts'

/** What a thread reads of the customers, over a connection of its own. */
export type ReadingJob =
  | { readonly type: 'index'; readonly path: string }
  | { readonly type: 'order'; readonly path: string; readonly customerIds: Int32Array; readonly by: string }
interface Answers {
  index: WordIndex
  order: Order
}
/** A beat says that the thread is still at work, so that it can be told when nobody waits any more. */
export type ReadingMessage = { type: 'beat' } | { type: 'answer'; answer: Answers[keyof Answers] }

/** Fewer customers are read in slices in the host's own thread, before another has started. */
const OWN_THREAD_FROM = 20_000
const LIMITS = { maxOldGenerationSizeMb: 2048 }

export const needsThread = (customers: number): boolean => customers >= OWN_THREAD_FROM

/** Has a thread do the job. Throws `no-workspace` when the file is closed meanwhile. */
export function runInThread<Type extends ReadingJob['type']>(
  { read }: Pick<OpenWorkspace, 'read'>,
  job: Extract<ReadingJob, { type: Type }>
): Promise<Answers[Type]> {
  const { file, execArgv } = locateWorker(import.meta.url, './customers-worker.ts', './customers-worker.cjs')
  const worker = new Worker(file, { execArgv, resourceLimits: LIMITS, workerData: job })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: { type: 'beat' } | { type: 'answer'; answer: Answers[Type] }) => {
      if (message.type === 'answer') resolve(message.answer)
      else if (!read.open) void worker.terminate()
    })
    worker.on('error', (error) => {
      reject(error instanceof Error ? error : new Error('reading the customers failed'))
    })
    worker.on('exit', () => {
      reject(new CauceError('no-workspace'))
    })
  })
}
