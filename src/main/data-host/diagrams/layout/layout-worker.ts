import { parentPort, workerData } from 'node:worker_threads'
import { arrange } from './arrange.ts'
import type { LayoutJob } from './start-layout.ts'

/** Entry of the thread: one arrangement. What goes wrong is no longer caught by anybody here: it ends the thread with its error. */
const { items, layout } = workerData as LayoutJob
void arrange(items, layout).then((placement) => parentPort?.postMessage(placement))
