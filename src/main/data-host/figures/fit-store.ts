import type { OpenWorkspace } from '../context.ts'
import { keepInBackground, writeDerived } from './background.ts'
import type { LifetimeFit } from './lifetime.ts'

/** Goes up when what a kept fit holds, or how it is found, changes. */
const PREFIX = 'lifetime-1/'

/** Fits of one data number, by as-of day: found once, then read from the file. */
export interface FitStore {
  readonly read: (asOfDay: number) => LifetimeFit | null
  readonly keep: (asOfDay: number, fit: LifetimeFit) => void
}

/** Keeps fits in `figure_cache` of the workspace; only reads where the file cannot be written. */
export function openFitStore(workspace: OpenWorkspace, dataNumber: number): FitStore {
  return {
    read: (asOfDay) => {
      const content = workspace.read
        .prepare<[string, number], Buffer>('SELECT content FROM figure_cache WHERE key = ? AND data_number = ?')
        .pluck()
        .get(PREFIX + String(asOfDay), dataNumber)
      return content ? (JSON.parse(content.toString('utf8')) as LifetimeFit) : null
    },
    keep: (asOfDay, fit) => {
      if (workspace.readOnly) return
      keepInBackground(workspace, 'the lifetime model', () =>
        writeDerived(workspace, () => {
          workspace.write.transaction(() => writeFit(workspace, dataNumber, PREFIX + String(asOfDay), fit)).immediate()
        })
      )
    }
  }
}

function writeFit({ write }: OpenWorkspace, dataNumber: number, key: string, fit: LifetimeFit): void {
  write.prepare("DELETE FROM figure_cache WHERE key LIKE 'lifetime-%' AND data_number < ?").run(dataNumber)
  write
    .prepare(
      'INSERT INTO figure_cache (key, data_number, content) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET data_number = excluded.data_number, content = excluded.content'
    )
    .run(key, dataNumber, Buffer.from(JSON.stringify(fit)))
}
