import type { OpenWorkspace } from '../context.ts'
import { keepInBackground, writeDerived } from './background.ts'
import type { LifetimeFit } from './lifetime.ts'

/** Goes up when what a kept fit holds, or how it is found, changes. */
const PREFIX = 'lifetime-1/'

/** Fits of one data number, by as-of day: found once, then read from the file. */
export interface FitStore {
  readonly read: (asOfDay: number) => LifetimeFit | null
  /** A fit of the data as it was before, for the same day or the nearest there is: what may stand in while a new one is found. */
  readonly readEarlier?: (asOfDay: number) => LifetimeFit | null
  readonly keep: (asOfDay: number, fit: LifetimeFit) => void
}

/** Keeps fits in `figure_cache` of the workspace; only reads where the file cannot be written. */
/** The fits last used, by as-of day: in memory only. */
const used = new WeakMap<OpenWorkspace, Map<number, LifetimeFit>>()
const MOST_USED = 8

function remember(workspace: OpenWorkspace, asOfDay: number, fit: LifetimeFit): void {
  const fits = used.get(workspace) ?? new Map<number, LifetimeFit>()
  used.set(workspace, fits)
  fits.delete(asOfDay)
  fits.set(asOfDay, fit)
  if (fits.size > MOST_USED) fits.delete(fits.keys().next().value ?? asOfDay)
}

/** Whether there is any fit to stand in. */
export function hasEarlierFit(workspace: OpenWorkspace): boolean {
  return (used.get(workspace)?.size ?? 0) > 0
}

/** The same store, which also hands out fits of the data as it was before. */
export function allowEarlierFits(workspace: OpenWorkspace, store: FitStore): FitStore {
  return {
    ...store,
    readEarlier: (asOfDay) => {
      const fits = [...(used.get(workspace) ?? [])]
      const nearest = fits.sort(([a], [b]) => Math.abs(a - asOfDay) - Math.abs(b - asOfDay))[0]
      return nearest?.[1] ?? null
    }
  }
}

export function openFitStore(workspace: OpenWorkspace, dataNumber: number): FitStore {
  return {
    read: (asOfDay) => {
      const content = workspace.read
        .prepare<[string, number], Buffer>('SELECT content FROM figure_cache WHERE key = ? AND data_number = ?')
        .pluck()
        .get(PREFIX + String(asOfDay), dataNumber)
      const fit = content ? (JSON.parse(content.toString('utf8')) as LifetimeFit) : null
      if (fit) remember(workspace, asOfDay, fit)
      return fit
    },
    keep: (asOfDay, fit) => {
      remember(workspace, asOfDay, fit)
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
