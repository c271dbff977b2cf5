import { Worker } from 'node:worker_threads'
import type { Layout, Placement } from '../../../../shared/contract/diagrams.ts'
import type { DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { locateWorker } from '../../worker-entry.ts'

export interface LayoutJob {
  readonly items: readonly DiagramItem[]
  readonly layout: Layout
}

const LIMITS = { maxOldGenerationSizeMb: 2048 }

/** Arranges in a thread of its own; `signal` ends it, and the promise is refused with the signal's reason. */
export function layOutInThread(items: readonly DiagramItem[], layout: Layout, signal?: AbortSignal): Promise<Placement> {
  signal?.throwIfAborted()
  const { file, execArgv } = locateWorker(import.meta.url, './layout-worker.ts', './layout-worker.cjs')
  // Notes, pictures and fields move nothing: they need not cross.
  const job: LayoutJob = { items: items.map(keepOutline), layout }
  const worker = new Worker(file, { execArgv, resourceLimits: LIMITS, workerData: job })
  const end = (): void => void worker.terminate()
  signal?.addEventListener('abort', end)
  return new Promise<Placement>((resolve, reject) => {
    worker.on('message', resolve)
    worker.on('error', (error) => {
      reject(error instanceof Error ? error : new Error('arranging the diagram failed'))
    })
    worker.on('exit', () => {
      reject(signal?.aborted && signal.reason instanceof Error ? signal.reason : new Error('arranging the diagram ended early'))
    })
  }).finally(() => {
    signal?.removeEventListener('abort', end)
  })
}

function keepOutline(item: DiagramItem): DiagramItem {
  if (item.item === 'line') {
    const { notes: _notes, data: _data, ...outline } = item
    return outline
  }
  const { fields: _fields, image: _image, notes: _notes, data: _data, link: _link, ...outline } = item
  return { ...outline, label: '' }
}
