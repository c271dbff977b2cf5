import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { DataKind } from '../../../shared/contract/base.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import type { OpenWorkspace } from '../context.ts'
import { readNextSteps, readRevision } from '../database/changes.ts'
import { readSettings } from '../database/settings.ts'
import { readTableVersions } from '../database/table-versions.ts'

/** Where the records of each kind are and which of them count; customers are the live ones (neither merged nor erased). */
const COUNTED: Record<DataKind, { table: string; sql: string }> = {
  customers: { table: 'customers', sql: `SELECT count(*) FROM customers WHERE merged_into_id IS NULL AND status <> 'erased'` },
  orders: { table: 'orders', sql: 'SELECT count(*) FROM orders' },
  'order-lines': { table: 'order_lines', sql: 'SELECT count(*) FROM order_lines' },
  interactions: { table: 'interactions', sql: 'SELECT count(*) FROM interactions' },
  complaints: { table: 'complaints', sql: 'SELECT count(*) FROM complaints' },
  consents: { table: 'consents', sql: 'SELECT count(*) FROM consents' },
  surveys: { table: 'surveys', sql: 'SELECT count(*) FROM surveys' },
  campaigns: { table: 'campaigns', sql: 'SELECT count(*) FROM campaigns' }
}

interface DataOverview {
  counts: WorkspaceState['counts']
  /** Dates of the first and the latest valid order (completed, not below zero). */
  firstOrderDate: string | null
  lastOrderDate: string | null
}

/** Counting a million orders takes longer than a command may: every answer is kept until its table changes. */
const answers = new WeakMap<OpenWorkspace, Map<string, { version: string; answer: unknown }>>()

function askOnce<T>(workspace: OpenWorkspace, table: string, sql: string, ask: (db: Database.Database) => T): T {
  const kept = answers.get(workspace) ?? new Map<string, { version: string; answer: unknown }>()
  answers.set(workspace, kept)
  const version = readTableVersions(workspace, [table])
  const known = kept.get(sql)
  if (known?.version === version) return known.answer as T
  const answer = ask(workspace.read)
  kept.set(sql, { version, answer })
  return answer
}

const SPAN = `SELECT min(order_date) AS first, max(order_date) AS last FROM orders WHERE status = 'completed' AND net_minor >= 0`

function readOverview(workspace: OpenWorkspace): DataOverview {
  const counts = Object.entries(COUNTED).map(([kind, { table, sql }]) => [
    kind,
    askOnce(workspace, table, sql, (db) => Number(db.prepare(sql).pluck().get()))
  ])
  const span = askOnce(workspace, 'orders', SPAN, (db) => db.prepare<[], { first: string | null; last: string | null }>(SPAN).get())
  return {
    counts: Object.fromEntries(counts) as WorkspaceState['counts'],
    firstOrderDate: span?.first ?? null,
    lastOrderDate: span?.last ?? null
  }
}

/** The state of the open workspace as every screen's frame shows it. */
export function readWorkspaceState(workspace: OpenWorkspace): WorkspaceState {
  const db = workspace.read
  const settings = readSettings(db)
  const revision = readRevision(db)
  const overview = readOverview(workspace)
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
