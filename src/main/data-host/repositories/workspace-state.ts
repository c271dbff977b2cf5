import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { DataKind } from '../../../shared/contract/base.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import type { OpenWorkspace } from '../context.ts'
import { readNextSteps, readRevision } from '../database/changes.ts'
import { readSettings } from '../database/settings.ts'

/** How many records of each kind a workspace holds; customers are the live ones (neither merged nor erased). */
const COUNTS: Record<DataKind, string> = {
  customers: `SELECT count(*) FROM customers WHERE merged_into_id IS NULL AND status <> 'erased'`,
  orders: 'SELECT count(*) FROM orders',
  'order-lines': 'SELECT count(*) FROM order_lines',
  interactions: 'SELECT count(*) FROM interactions',
  complaints: 'SELECT count(*) FROM complaints',
  consents: 'SELECT count(*) FROM consents',
  surveys: 'SELECT count(*) FROM surveys',
  campaigns: 'SELECT count(*) FROM campaigns'
}

export interface DataOverview {
  counts: WorkspaceState['counts']
  /** Dates of the first and the latest valid order (completed, not below zero). */
  firstOrderDate: string | null
  lastOrderDate: string | null
}

function readOverview(db: Database.Database): DataOverview {
  const count = (sql: string): number => Number(db.prepare(sql).pluck().get())
  const entries = Object.entries(COUNTS) as [DataKind, string][]
  const dates = db
    .prepare<[], { first: string | null; last: string | null }>(
      `SELECT min(order_date) AS first, max(order_date) AS last FROM orders WHERE status = 'completed' AND net_minor >= 0`
    )
    .get()
  return {
    counts: Object.fromEntries(entries.map(([kind, sql]) => [kind, count(sql)])) as WorkspaceState['counts'],
    firstOrderDate: dates?.first ?? null,
    lastOrderDate: dates?.last ?? null
  }
}

/** Counting a million orders takes longer than a command may: kept until the data changes. */
const overviews = new WeakMap<OpenWorkspace, { dataNumber: number; overview: DataOverview }>()

function overviewOf(workspace: OpenWorkspace, dataNumber: number): DataOverview {
  const kept = overviews.get(workspace)
  if (kept?.dataNumber === dataNumber) return kept.overview
  const overview = readOverview(workspace.read)
  overviews.set(workspace, { dataNumber, overview })
  return overview
}

/** The state of the open workspace as every screen's frame shows it. */
export function readWorkspaceState(workspace: OpenWorkspace): WorkspaceState {
  const db = workspace.read
  const settings = readSettings(db)
  const revision = readRevision(db)
  const overview = overviewOf(workspace, revision.dataNumber)
  return {
    name: nameOf(workspace.path),
    settings,
    asOf: settings.asOf ?? overview.lastOrderDate,
    ...overview,
    ...(workspace.readOnly ? { undo: null, redo: null } : readNextSteps(db)),
    revision: revision.number,
    savedAt: revision.savedAt,
    readOnly: workspace.readOnly
  }
}

/** File name without folder and ending. */
export function nameOf(path: string): string {
  return basename(path).replace(/\.cauce$/i, '')
}
