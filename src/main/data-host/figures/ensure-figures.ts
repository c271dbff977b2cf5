import { dayOfIsoDate } from '../../../shared/domain/day-number.ts'
import { setTimeout } from 'node:timers/promises'
import { CauceError } from '../../../shared/domain/errors.ts'
import { readSettings } from '../database/settings.ts'
import type { OpenWorkspace } from '../context.ts'
import { readRfmOptions } from '../repositories/rfm-options.ts'
import { carryDuplicates, ensureDuplicates } from '../duplicates/ensure-duplicates.ts'
import { loadSegmentCatalogue } from '../segments/catalogue.ts'
import { withOwnSegments } from '../segments/own-segments.ts'
import { computeFigures } from './compute-figures.ts'
import type { Figures, FigureSettings } from './figures.ts'
import { keepInBackground, waitForBackground } from './background.ts'
import { allowEarlierFits, hasEarlierFit, openFitStore, type FitStore } from './fit-store.ts'
import { readDataNumber, saveBase, type FigureBase } from './load-base.ts'
import { pauseForOthers } from '../pause.ts'
import type { Standing, Start } from './standing.ts'
import { ensureBase, type CurrentBase } from './update-base.ts'
import { writeMetrics } from './write-metrics.ts'

interface Kept {
  key: string
  /** With models fitted to these very data. */
  exact: Promise<Figures> | null
  /** With models fitted before, until the exact ones are there. */
  live: Promise<Figures> | null
}
const kept = new WeakMap<OpenWorkspace, Kept>()

/** Of the exact figures computed last, what may still hold after a change; not the figures, which are large. */
interface Last extends Pick<Figures, 'settings' | 'asOfDay' | 'previous'> {
  readonly base: FigureBase
}
const lasts = new WeakMap<OpenWorkspace, Last>()

/** What was computed last, exact or not, and from which base: where the next computation may start from. */
const standings = new WeakMap<OpenWorkspace, { base: FigureBase; standing: Standing }>()

function findStart(workspace: OpenWorkspace, { base, step }: CurrentBase): Start | null {
  const known = standings.get(workspace)
  if (known?.base === base) return { standing: known.standing, touched: new Int32Array() }
  if (!known || !step?.touched || known.base !== step.from) return null
  return { standing: known.standing, touched: step.touched }
}

/** With fewer customers a new fit is found as fast as anything else. */
const LIVE_FROM_CUSTOMERS = 5_000

function readFigureSettings(workspace: OpenWorkspace): FigureSettings {
  const { asOf, windowDays, newDays, grossMargin } = readSettings(workspace.read)
  return { asOf, windowDays, newDays, grossMargin, rfm: readRfmOptions(workspace.read) }
}

/** What is kept for the workspace as it stands now. */
function keptNow(workspace: OpenWorkspace, settings: FigureSettings): Kept {
  const key = JSON.stringify([readDataNumber(workspace), settings])
  const known = kept.get(workspace)
  if (known?.key === key) return known
  const fresh: Kept = { key, exact: null, live: null }
  kept.set(workspace, fresh)
  return fresh
}

/**
 * The figures of the workspace as it stands: kept in memory until the data or the settings change, then computed again. Calls
 * that come while they are computed share the work. Does not block the event loop for long.
 */
export async function ensureFigures(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  return withOwnSegments(workspace, resourcesDir, await ensureCore(workspace, resourcesDir))
}

/** The figures without a person's own segments, which change on their own. */
function ensureCore(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  const settings = readFigureSettings(workspace)
  const now = keptNow(workspace, settings)
  if (now.exact) return now.exact
  const figures = makeFigures(workspace, settings, resourcesDir, { mayBeProvisional: false })
  now.exact = figures
  figures.catch(() => {
    if (now.exact === figures) now.exact = null
  })
  return figures
}

/**
 * The same for what follows every change on screen: right after a change the lifetime models may still be those fitted before
 * it (`lifetime.isProvisional` says so). The new fit is found in the background; then windows are told to ask again.
 */
export async function ensureLiveFigures(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  return withOwnSegments(workspace, resourcesDir, await ensureLiveCore(workspace, resourcesDir))
}

async function ensureLiveCore(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  const settings = readFigureSettings(workspace)
  const now = keptNow(workspace, settings)
  if (now.exact) return now.exact
  if (now.live) return now.live
  const isLarge = (lasts.get(workspace)?.base.attributes.ids.length ?? 0) >= LIVE_FROM_CUSTOMERS
  if (!isLarge || !hasEarlierFit(workspace)) return ensureCore(workspace, resourcesDir)
  const live = makeFigures(workspace, settings, resourcesDir, { mayBeProvisional: true })
  now.live = live
  live.catch(() => {
    if (now.live === live) now.live = null
  })
  const figures = await live
  if (figures.lifetime.isProvisional) followWithExact(workspace, resourcesDir, now)
  else now.exact ??= live
  return figures
}

/** What the window draws first comes before the fit, and changes in a row are fitted once. */
const QUIET_MS = 300

/** Nobody waits for it: windows hear of the exact figures when they are there. */
function followWithExact(workspace: OpenWorkspace, resourcesDir: string, now: Kept): void {
  keepInBackground(workspace, 'the new lifetime model', async () => {
    await setTimeout(QUIET_MS)
    // Another change came meanwhile: its own figures follow it.
    if (!workspace.read.open || kept.get(workspace) !== now) return
    await ensureFigures(workspace, resourcesDir)
    now.live = null
    if (workspace.write.open) workspace.announce(['models'])
  })
}

/** Figures of other days than the one in force, while those stand. */
const elsewhere = new WeakMap<Figures, Map<string, Promise<Figures>>>()
const MOST_OTHER_DAYS = 2

/** The figures of the same data at another as-of date. */
export async function ensureFiguresAt(workspace: OpenWorkspace, resourcesDir: string, asOf: string): Promise<Figures> {
  const figures = await ensureFigures(workspace, resourcesDir)
  if (asOf === figures.asOf) return figures
  if (asOf === figures.previousWindow?.to) return figures.previous()
  const days = elsewhere.get(figures) ?? new Map<string, Promise<Figures>>()
  elsewhere.set(figures, days)
  const known = days.get(asOf)
  if (known) return known
  if (days.size >= MOST_OTHER_DAYS) days.delete(days.keys().next().value ?? asOf)
  const made = computeFigures({
    db: workspace.read,
    base: (await ensureBase(workspace)).base,
    duplicates: figures.duplicates,
    settings: { ...figures.settings, asOf },
    catalogue: loadSegmentCatalogue(resourcesDir),
    fits: openFitStore(workspace, figures.dataNumber)
  }).then((core) => withOwnSegments(workspace, resourcesDir, core))
  days.set(asOf, made)
  made.catch(() => days.delete(asOf))
  return made
}

/** The duplicates of a large base were found after the figures that needed them: windows ask again. */
function forgetFigures(workspace: OpenWorkspace): void {
  kept.delete(workspace)
  if (workspace.write.open) workspace.announce(['customers', 'segments', 'models'])
}

async function makeFigures(
  workspace: OpenWorkspace,
  settings: FigureSettings,
  resourcesDir: string,
  { mayBeProvisional }: { mayBeProvisional: boolean }
): Promise<Figures> {
  try {
    const current = await ensureBase(workspace)
    const { base, step, isCached } = current
    await pauseForOthers()
    const catalogue = loadSegmentCatalogue(resourcesDir)
    if (step?.areIdentitiesKept) carryDuplicates(workspace, step.from.dataNumber, base.dataNumber)
    const duplicates = await ensureDuplicates(workspace, base.dataNumber, base.attributes.ids, () => {
      forgetFigures(workspace)
    })
    const fits = openFitStore(workspace, base.dataNumber)
    const previous = findPrevious(workspace, current, settings)
    const start = findStart(workspace, current)
    const figures = await computeFigures({
      db: workspace.read,
      base,
      duplicates,
      settings,
      catalogue,
      fits: mayBeProvisional && !isFitKnown(base, settings, fits) ? allowEarlierFits(workspace, fits) : fits,
      ...(previous && { previous }),
      ...(start && { start }),
      onStanding: (standing) => standings.set(workspace, { base, standing })
    })
    if (figures.lifetime.isProvisional) return figures
    lasts.set(workspace, { base, settings, asOfDay: figures.asOfDay, previous: figures.previous })
    const segmentIds = catalogue.map(({ id }) => id)
    if (!workspace.readOnly) storeInBackground(workspace, resourcesDir, figures, isCached ? null : base, segmentIds)
    return figures
  } catch (error) {
    // Closed between two slices: nobody waits for these figures any more, but the call still gets a word of ours.
    if (!workspace.read.open) throw new CauceError('no-workspace')
    throw error
  }
}

/** Where the fit of the as-of date is known, that of the window before is found too: nothing then has to stand in. */
function isFitKnown({ orders }: FigureBase, { asOf }: FigureSettings, fits: FitStore): boolean {
  const day = asOf === null ? orders.lastDay : dayOfIsoDate(asOf)
  return day === null || fits.read(day) !== null
}

/** The window before, as computed last, while nothing that counts in it changed. */
function findPrevious(workspace: OpenWorkspace, { base, step }: CurrentBase, settings: FigureSettings): Figures['previous'] | null {
  const last = lasts.get(workspace)
  if (!last || JSON.stringify(last.settings) !== JSON.stringify(settings)) return null
  const { asOfDay } = last
  const isSameDay = settings.asOf !== null || base.orders.lastDay === asOfDay
  if (asOfDay === null || !isSameDay || last.base !== step?.from) return null
  return step.isKeptUpTo(asOfDay - settings.windowDays) ? last.previous : null
}

/** The answer does not wait for what is kept for the next opening. */
function storeInBackground(
  workspace: OpenWorkspace,
  resourcesDir: string,
  figures: Figures,
  base: FigureBase | null,
  segmentIds: readonly string[]
): void {
  if (base) keepInBackground(workspace, 'the order columns', () => saveBase(workspace, base))
  keepInBackground(workspace, 'the customer figures', async () =>
    writeMetrics(workspace, await withOwnSegments(workspace, resourcesDir, figures), segmentIds)
  )
}

/** Waits until `customer_metrics` holds the current figures: for whatever reads that table by SQL. */
export async function ensureStoredFigures(workspace: OpenWorkspace, resourcesDir: string): Promise<Figures> {
  const figures = await ensureFigures(workspace, resourcesDir)
  await waitForBackground(workspace)
  return figures
}
