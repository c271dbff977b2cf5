import { CauceError } from '../../../shared/domain/errors.ts'
import { readSettings } from '../database/settings.ts'
import type { OpenWorkspace } from '../context.ts'
import { ensureDuplicates, saveDuplicates } from '../duplicates/ensure-duplicates.ts'
import { loadSegmentCatalogue } from '../segments/catalogue.ts'
import { computeFigures } from './compute-figures.ts'
import type { Figures, FigureSettings } from './figures.ts'
import { keepInBackground, waitForBackground } from './background.ts'
import { openFitStore } from './fit-store.ts'
import { loadBase, readDataNumber, saveBase, type FigureBase } from './load-base.ts'
import { pauseForOthers } from './pause.ts'
import { writeMetrics } from './write-metrics.ts'

interface Kept {
  key: string
  figures: Promise<Figures>
}
const kept = new WeakMap<OpenWorkspace, Kept>()
const bases = new WeakMap<OpenWorkspace, FigureBase>()

/**
 * The figures of the workspace as it stands: kept in memory until the data or the settings change, then computed again. Calls
 * that come while they are computed share the work. Does not block the event loop for long.
 */
export function ensureFigures(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  const { asOf, windowDays, newDays, grossMargin } = readSettings(workspace.read)
  const settings: FigureSettings = { asOf, windowDays, newDays, grossMargin }
  const key = JSON.stringify([readDataNumber(workspace), settings])
  const known = kept.get(workspace)
  if (known?.key === key) return known.figures
  const figures = makeFigures(workspace, settings, resourcesDir)
  kept.set(workspace, { key, figures })
  figures.catch(() => {
    if (kept.get(workspace)?.figures === figures) kept.delete(workspace)
  })
  return figures
}

async function makeFigures(workspace: OpenWorkspace, settings: FigureSettings, resourcesDir: string): Promise<Figures> {
  try {
    const known = bases.get(workspace)
    const isCurrent = known?.dataNumber === readDataNumber(workspace)
    const { base, isCached } = isCurrent ? { base: known, isCached: true } : await loadBase(workspace)
    bases.set(workspace, base)
    await pauseForOthers()
    const catalogue = loadSegmentCatalogue(resourcesDir)
    const duplicates = await ensureDuplicates(workspace, base.dataNumber, base.attributes.ids)
    const figures = await computeFigures({
      db: workspace.read,
      base,
      duplicates,
      settings,
      catalogue,
      fits: openFitStore(workspace, base.dataNumber)
    })
    const segmentIds = catalogue.map(({ id }) => id)
    if (!workspace.readOnly) storeInBackground(workspace, figures, isCached ? null : base, segmentIds)
    return figures
  } catch (error) {
    // Closed between two slices: nobody waits for these figures any more, but the call still gets a word of ours.
    if (!workspace.read.open) throw new CauceError('no-workspace')
    throw error
  }
}

/** The answer does not wait for what is kept for the next opening. */
function storeInBackground(workspace: OpenWorkspace, figures: Figures, base: FigureBase | null, segmentIds: readonly string[]): void {
  if (base) keepInBackground(workspace, 'the order columns', () => saveBase(workspace, base))
  keepInBackground(workspace, 'the duplicates', () => saveDuplicates(workspace, figures.duplicates))
  keepInBackground(workspace, 'the customer figures', () => writeMetrics(workspace, figures, segmentIds))
}

/** Waits until `customer_metrics` holds the current figures: for whatever reads that table by SQL. */
export async function ensureStoredFigures(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  const figures = await ensureFigures(workspace, resourcesDir)
  await waitForBackground(workspace)
  return figures
}
