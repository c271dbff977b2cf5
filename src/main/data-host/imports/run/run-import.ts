import { createHash, type Hash } from 'node:crypto'
import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { DataKind } from '../../../../shared/contract/base.ts'
import type { ImportProgress, ImportResult, ImportSettings } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { minorDigits } from '../../../../shared/i18n/formats.ts'
import { bumpRevision, recordChange } from '../../database/changes.ts'
import { readSettings } from '../../database/settings.ts'
import { checkMapping } from '../mapping/check-mapping.ts'
import { type ImportKind, isImportKind } from '../mapping/fields.ts'
import { findPreset, loadPresets } from '../mapping/presets.ts'
import { checkDataFile, type FileStamp } from '../reading/file-check.ts'
import { readRecords } from '../reading/read-records.ts'
import { isBlank } from '../reading/split.ts'
import { CustomersRun } from './customers-run.ts'
import { LinesRun } from './lines-run.ts'
import { OrdersRun } from './orders-run.ts'
import { RejectList } from './reject-list.ts'
import type { KindRun, RunContext } from './run-context.ts'

export interface ImportJob {
  path: string
  resourcesDir: string
  settings: ImportSettings
  /** The file as it stood when the person saw its forecast; null: it was not looked at before. */
  stamp: FileStamp | null
  /** False: everything is done and taken back, so that what it reports is what the import does. */
  keep: boolean
  now: Date
}

export interface RunHooks {
  onProgress: (progress: ImportProgress) => void
  isCancelled: () => boolean
}

/** What the run gives besides the answer: for writing the refused rows. */
export interface FinishedRun {
  result: ImportResult
  rejects: RejectList
  headers: string[]
}

const PROGRESS_MS = 150
const RUNS: Record<ImportKind, new (context: RunContext) => KindRun> = {
  customers: CustomersRun,
  orders: OrdersRun,
  'order-lines': LinesRun
}

/**
 * Imports a file in one transaction, or does the same and takes it back (forecast). Whatever fails, nothing is kept; a
 * killed process leaves nothing either, since nothing is committed before the end.
 */
export function runImport(db: Database.Database, job: ImportJob, hooks: RunHooks): FinishedRun {
  const started = performance.now()
  const stamp = checkDataFile(job.path)
  refuseChangedFile(job.stamp, stamp)
  checkMapping(job)
  db.exec('BEGIN IMMEDIATE')
  // Orders may be written before the customers they name: all is looked at when the import is kept.
  db.pragma('defer_foreign_keys = ON')
  try {
    const finished = importRows(db, job, stamp, hooks)
    refuseChangedFile(stamp, checkDataFile(job.path))
    if (job.keep) db.exec('COMMIT')
    else db.exec('ROLLBACK')
    finished.result.ms = Math.round(performance.now() - started)
    return finished
  } catch (error) {
    // SQLite has rolled back by itself after some errors (a full disk).
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function refuseChangedFile(before: FileStamp | null, now: FileStamp): void {
  if (before && (before.bytes !== now.bytes || before.modified !== now.modified)) throw new CauceError('import-file-changed')
}

function importRows(db: Database.Database, job: ImportJob, stamp: FileStamp, hooks: RunHooks): FinishedRun {
  const { settings } = job
  if (!isImportKind(settings.kind)) throw new CauceError('import-kind-unknown', { kind: settings.kind })
  const batchId = insertBatch(db, job)
  const { currency } = readSettings(db)
  const context: RunContext = {
    db,
    batchId,
    now: job.now.toISOString(),
    settings,
    preset: settings.preset === null ? null : findPreset(loadPresets(job.resourcesDir), settings.preset),
    currency,
    digits: minorDigits(currency),
    counts: { created: 0, updated: 0, unchanged: 0, folded: 0, customersCreated: 0, amountMinor: 0, from: null, to: null },
    rejects: new RejectList(),
    stopIfCancelled: () => {
      if (hooks.isCancelled()) throw new CauceError('import-cancelled')
    }
  }
  const run = new RUNS[settings.kind](context)
  const hash = createHash('sha256')
  const { rows, headers } = readRows(job, { stamp, hash }, context, run, hooks)
  if (rows === 0) throw new CauceError('import-empty')
  hooks.onProgress({ phase: 'writing', rows, bytes: stamp.bytes, totalBytes: stamp.bytes, rowsPerSecond: 0 })
  run.finish()
  context.stopIfCancelled()
  const { created, updated, unchanged, folded, customersCreated, amountMinor, from, to } = context.counts
  const rejected = context.rejects.count
  db.prepare('UPDATE import_batches SET rows = ?, created = ?, updated = ?, unchanged = ?, rejected = ?, file_sha256 = ? WHERE id = ?').run(
    rows,
    created,
    updated,
    unchanged,
    rejected,
    hash.digest('hex'),
    batchId
  )
  // An import that changed nothing stays in the list of imports, but there is nothing of it to undo.
  const changed = created + updated + customersCreated > 0
  if (changed)
    recordChange(
      db,
      { kind: 'import', details: { kind: settings.kind, file: basename(job.path), rows, created, updated, rejected }, batchId },
      job.now
    )
  bumpRevision(db, { data: changed }, job.now)
  const totals = settings.kind === 'customers' ? null : { amountMinor, from, to }
  const result: ImportResult = {
    batch: job.keep ? batchId : null,
    kind: settings.kind,
    preset: settings.preset,
    rows,
    created,
    updated,
    unchanged,
    rejected,
    folded,
    customersCreated,
    totals,
    rejects: context.rejects.show(headers),
    ms: 0
  }
  return { result, rejects: context.rejects, headers }
}

function insertBatch(db: Database.Database, { path, settings, now }: ImportJob): number {
  const { fileToken: _token, ...kept } = settings
  const inserted = db
    .prepare<[DataKind, string | null, string, string, string]>(
      'INSERT INTO import_batches (kind, preset, file_name, at, settings, rows, created, updated, unchanged, rejected) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0)'
    )
    .run(settings.kind, settings.preset, basename(path), now.toISOString(), JSON.stringify(kept))
  return Number(inserted.lastInsertRowid)
}

function readRows(
  { path, settings }: ImportJob,
  { stamp, hash }: { stamp: FileStamp; hash: Hash },
  { rejects, stopIfCancelled }: RunContext,
  run: KindRun,
  hooks: RunHooks
): { rows: number; headers: string[] } {
  const { headerRow } = settings.dialect
  const skip: boolean[] = []
  let headers: string[] = []
  let record = 0
  let rows = 0
  const started = performance.now()
  let told = started
  readRecords(
    path,
    settings.dialect,
    (cells) => {
      record++
      if (record <= headerRow) return true
      if (record === headerRow + 1) {
        headers = [...cells]
        skip.push(...headers.map((_, index) => !settings.columns.some((column) => column.index === index)))
        return true
      }
      if (isBlank(cells)) return true
      rows++
      if (cells.length > headers.length && cells.slice(headers.length).some((cell) => cell !== ''))
        rejects.add(record, -1, 'too-many-cells')
      else run.take(cells, record)
      return true
    },
    {
      skip,
      onBytes: (bytes) => {
        hash.update(bytes)
      },
      onPiece: (bytes) => {
        stopIfCancelled()
        const now = performance.now()
        if (now - told < PROGRESS_MS) return
        told = now
        hooks.onProgress({
          phase: 'reading',
          rows,
          bytes,
          totalBytes: stamp.bytes,
          rowsPerSecond: Math.round((rows * 1000) / (now - started))
        })
      }
    }
  )
  return { rows, headers: headers.map((header) => header.trim()) }
}
