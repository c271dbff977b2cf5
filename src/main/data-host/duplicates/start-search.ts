import { Worker } from 'node:worker_threads'
import type { DuplicatePair, SearchProgress } from '../../../shared/contract/duplicates.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { OpenWorkspace } from '../context.ts'
import { locateWorker } from '../worker-entry.ts'
import { rest, startResting } from './resting.ts'
import { searchSteps, type Search } from './run-search.ts'

/** `from`: the least score of a pair that is kept. */
export interface SearchJob {
  readonly path: string
  readonly from?: number
}
/** Pairs cross in portions: taking in all of a large base at once would hold everybody up. */
export type SearchMessage =
  | { type: 'progress'; progress: SearchProgress }
  | { type: 'pairs'; pairs: Search['pairs'] }
  | { type: 'found'; rest: Omit<Search, 'pairs'> }

/** A search that is under way. */
interface RunningSearch {
  readonly found: Promise<Search>
  /** Ends it; whoever waits hears `search-cancelled`. */
  readonly cancel: () => void
}

/** Fewer customers are searched in this thread, in slices, before another has started. */
const OWN_THREAD_FROM = 3_000
const LIMITS = { maxOldGenerationSizeMb: 2048 }

/** Searches the customers as they stand in the file; large bases in a thread of their own. */
export function startSearch(workspace: OpenWorkspace, onProgress: (progress: SearchProgress) => void, from?: number): RunningSearch {
  const customers = workspace.read.prepare('SELECT count(*) FROM customers').pluck().get() as number
  return customers < OWN_THREAD_FROM ? searchInSlices(workspace, onProgress, from) : searchInThread(workspace, onProgress, from)
}

function searchInSlices(workspace: OpenWorkspace, onProgress: (progress: SearchProgress) => void, from: number | undefined): RunningSearch {
  let isCancelled = false
  const run = async (): Promise<Search> => {
    const watch = startResting()
    const steps = searchSteps(workspace.read, from)
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value
      onProgress(step.value)
      await rest(watch)
      if (isCancelled || !workspace.read.open) throw new CauceError('search-cancelled')
    }
  }
  return {
    found: run(),
    cancel: () => {
      isCancelled = true
    }
  }
}

function searchInThread(
  { path, read }: OpenWorkspace,
  onProgress: (progress: SearchProgress) => void,
  from: number | undefined
): RunningSearch {
  const { file, execArgv } = locateWorker(import.meta.url, './search-worker.ts', './duplicates-worker.cjs')
  const job: SearchJob = { path, ...(from !== undefined && { from }) }
  const worker = new Worker(file, { execArgv, resourceLimits: LIMITS, workerData: job })
  const pairs: DuplicatePair[] = []
  const found = new Promise<Search>((resolve, reject) => {
    worker.on('message', (message: SearchMessage) => {
      if (message.type === 'found') resolve({ ...message.rest, pairs })
      else if (message.type === 'pairs') pairs.push(...message.pairs)
      else if (read.open) onProgress(message.progress)
      // Nobody asks for a closed file.
      else void worker.terminate()
    })
    worker.on('error', (error) => {
      reject(error instanceof Error ? error : new Error('the search for duplicates failed'))
    })
    worker.on('exit', () => {
      reject(new CauceError('search-cancelled'))
    })
  })
  return { found, cancel: () => void worker.terminate() }
}
