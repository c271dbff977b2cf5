import { type ImportKind, isImportKind } from '../../../../shared/contract/base.ts'
import { basename } from 'node:path'
import type Database from 'better-sqlite3'
import type { DataKind } from '../../../../shared/contract/base.ts'
import { ATTRIBUTE_FIELD_PREFIX, type ImportProgress, type ImportResult } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { bumpRevision, recordChange } from '../../database/changes.ts'
import { readSettings } from '../../database/settings.ts'
import { startCleaner } from '../cleaning/start-cleaner.ts'
import { checkMapping } from '../mapping/check-mapping.ts'
import { findPreset, loadPresets, type PresetFile } from '../mapping/presets.ts'
import { findErased } from '../../privacy/erasures.ts'
import { checkDataFile, type FileStamp } from '../reading/file-check.ts'
import { TWO_THREADS_BYTES } from '../two-threads.ts'
import { findAttributeType } from './attribute-columns.ts'
import { CampaignsRun } from './campaigns-run.ts'
import { describeReject } from './describe-reject.ts'
import { CustomersRun } from './customers-run.ts'
import { FirstOrderTables } from './first-order-tables.ts'
import { LinesRun } from './lines-run.ts'
import { createOrdersRun } from './create-orders-run.ts'
import { type ReadFile, readFile } from './read-file.ts'
import type { ReadMessage, ReadRequest } from './read-first-orders.ts'
import { RecordsRun } from './records-run.ts'
import type { RejectList } from './reject-list.ts'
import { createReadContext, type ImportJob, type KindRun, type RunContext } from './run-context.ts'
import { isTableEmpty } from './secondary-indexes.ts'

export interface RunHooks {
  onProgress: (progress: ImportProgress) => void
  isCancelled: () => boolean
}

/** What the run gives besides the answer: for writing the refused rows. */
export interface FinishedRun {
  result: ImportResult
  rejects: RejectList
  /** Those of the file, without the columns a recipe added: what is refused can be corrected and brought in as it was. */
  headers: string[]
}

/** Reads the file in a thread of its own and gives what that thread says. */
export type ReadElsewhere = (request: ReadRequest) => AsyncIterable<ReadMessage>

const RUNS: Record<ImportKind, (context: RunContext) => KindRun> = {
  customers: (context) => new CustomersRun(context),
  orders: createOrdersRun,
  'order-lines': (context) => new LinesRun(context),
  interactions: (context) => new RecordsRun(context, 'interactions'),
  complaints: (context) => new RecordsRun(context, 'complaints'),
  consents: (context) => new RecordsRun(context, 'consents'),
  surveys: (context) => new RecordsRun(context, 'surveys'),
  campaigns: (context) => new CampaignsRun(context)
}
/** Kinds whose records carry an amount that can be added up. */
const WITH_AMOUNTS: ReadonlySet<ImportKind> = new Set<ImportKind>(['orders', 'order-lines'])

/**
 * Imports a file in one transaction, or does the same and takes it back (forecast). Whatever fails, nothing is kept; a
 * killed process leaves nothing either, since nothing is committed before the end.
 */
export function runImport(db: Database.Database, job: ImportJob, hooks: RunHooks): FinishedRun {
  const begun = beginRun(db, job, hooks)
  const { context, kind, stamp } = begun
  try {
    const run = RUNS[kind](context)
    const file = readFile({ path: job.path, totalBytes: stamp.bytes, onProgress: hooks.onProgress, startCleaner }, context, run)
    return endRun(begun, file, run)
  } catch (error) {
    return failRun(db, error)
  }
}

/** The same; a large file with a workspace's first orders is read in a thread of its own while this one writes. */
export async function runImportInThreads(
  db: Database.Database,
  job: ImportJob,
  hooks: RunHooks & { readElsewhere: ReadElsewhere }
): Promise<FinishedRun> {
  const isWorth =
    job.settings.kind === 'orders' &&
    !hasAttributes(job) &&
    job.listsRejects !== true &&
    isTableEmpty(db, 'orders') &&
    checkDataFile(job.path).bytes >= TWO_THREADS_BYTES
  if (!isWorth) return runImport(db, job, hooks)
  const begun = beginRun(db, job, hooks)
  try {
    const tables = new FirstOrderTables(begun.context)
    return endRun(begun, await writeRead(begun, tables, hooks.readElsewhere), tables)
  } catch (error) {
    return failRun(db, error)
  }
}

interface BegunRun {
  context: RunContext
  kind: ImportKind
  job: ImportJob
  hooks: RunHooks
  stamp: FileStamp
  started: number
}

/** Checks what can be checked and begins the transaction. */
function beginRun(db: Database.Database, job: ImportJob, hooks: RunHooks): BegunRun {
  const started = performance.now()
  const stamp = checkDataFile(job.path)
  refuseChangedFile(job.stamp, stamp)
  checkMapping(job, (column) => findAttributeType(db, column))
  const { kind } = job.settings
  if (!isImportKind(kind)) throw new CauceError('import-kind-unknown', { kind })
  db.exec('BEGIN IMMEDIATE')
  try {
    // Orders may be written before the customers they name: all is looked at when the import is kept.
    db.pragma('defer_foreign_keys = ON')
    const batchId = insertBatch(db, job)
    const { currency } = readSettings(db)
    refuseOtherCurrency(job, currency)
    const context = { ...createReadContext(job, { currency, preset: findJobPreset(job) }, hooks.isCancelled), db, batchId, attributes: [] }
    return { context, kind, job, hooks, stamp, started }
  } catch (error) {
    return failRun(db, error)
  }
}

function findJobPreset({ settings, resourcesDir, ownPresets }: ImportJob): PresetFile | null {
  return settings.preset === null ? null : findPreset(loadPresets(resourcesDir), settings.preset, ownPresets)
}

/** Leaves nothing behind and throws the error on. */
function failRun(db: Database.Database, error: unknown): never {
  // SQLite has rolled back by itself after some errors (a full disk).
  if (db.inTransaction) db.exec('ROLLBACK')
  throw error
}

/** Amounts the person knows to be in another currency would be added to others as if they were the same. */
function refuseOtherCurrency({ settings }: ImportJob, currency: string): void {
  const said = settings.currency?.toUpperCase()
  if (said !== undefined && said !== currency) throw new CauceError('import-currency-other', { currency: said, own: currency })
}

const hasAttributes = ({ settings }: ImportJob): boolean => settings.columns.some(({ field }) => field.startsWith(ATTRIBUTE_FIELD_PREFIX))

function refuseChangedFile(before: FileStamp | null, now: FileStamp): void {
  if (before && (before.bytes !== now.bytes || before.modified !== now.modified)) throw new CauceError('import-file-changed')
}

/** Writes the rows while the other thread reads on. */
async function writeRead(
  { context, job, hooks, stamp }: BegunRun,
  tables: FirstOrderTables,
  readElsewhere: ReadElsewhere
): Promise<ReadFile> {
  let file: ReadFile | null = null
  for await (const message of readElsewhere({ job, totalBytes: stamp.bytes, currency: context.currency, preset: context.preset })) {
    context.stopIfCancelled()
    if (message.type === 'progress') hooks.onProgress(message.progress)
    else if (message.type === 'rows') tables.write(message.table, message.batch)
    else {
      Object.assign(context.counts, message.counts)
      context.rejects.unpack(message.rejects)
      file = message.file
    }
  }
  if (file === null) throw new Error('the reading ended without an end')
  return file
}

/** What is done with all rows seen; commits, or takes everything back. */
function endRun(
  { context, job, hooks, stamp, started }: BegunRun,
  { rows, headers, width, sha256, cleaning }: ReadFile,
  run: Pick<KindRun, 'finish'>
): FinishedRun {
  const { db, batchId } = context
  const { settings } = job
  if (rows === 0) throw new CauceError('import-empty')
  hooks.onProgress({ phase: 'writing', rows, bytes: stamp.bytes, totalBytes: stamp.bytes, rowsPerSecond: 0 })
  run.finish()
  context.stopIfCancelled()
  const { created, updated, unchanged, folded, customersCreated, customersUpdated, campaignsCreated, amountMinor, from, to } =
    context.counts
  const rejected = context.rejects.count
  db.prepare('UPDATE import_batches SET rows = ?, created = ?, updated = ?, unchanged = ?, rejected = ?, file_sha256 = ? WHERE id = ?').run(
    rows,
    created,
    updated,
    unchanged,
    rejected,
    job.sha256 ?? sha256,
    batchId
  )
  // An import that changed nothing stays in the list of imports, but there is nothing of it to undo.
  const changed =
    created + updated + customersCreated + customersUpdated + campaignsCreated + context.attributes.filter(({ isNew }) => isNew).length > 0
  if (changed)
    recordChange(
      db,
      {
        kind: 'import',
        details: { kind: settings.kind, file: job.fileName ?? basename(job.path), rows, created, updated, rejected },
        batchId
      },
      job.now
    )
  bumpRevision(db, { data: changed }, job.now)
  const totals =
    settings.kind === 'customers'
      ? null
      : { records: created + updated + unchanged, amountMinor: WITH_AMOUNTS.has(settings.kind) ? amountMinor : null, from, to }
  const erasedAgain = created + customersCreated > 0 ? findErased(db, db, batchId).length : 0
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
    ...(erasedAgain > 0 && { erasedAgain }),
    customersUpdated,
    campaignsCreated,
    totals,
    attributes: context.attributes,
    cleaning,
    rejects: context.rejects.first().map((rejected) => describeReject(rejected, headers)),
    ms: 0
  }
  refuseChangedFile(stamp, checkDataFile(job.path))
  if (job.keep) db.exec('COMMIT')
  else db.exec('ROLLBACK')
  result.ms = Math.round(performance.now() - started)
  return { result, rejects: context.rejects, headers: headers.slice(0, width) }
}

function insertBatch(db: Database.Database, { path, settings, now, fileName, fileDialect = settings.dialect }: ImportJob): number {
  const { fileToken: _token, ...kept } = settings
  const inserted = db
    .prepare<[DataKind, string | null, string, string, string]>(
      'INSERT INTO import_batches (kind, preset, file_name, at, settings, rows, created, updated, unchanged, rejected) VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0, 0)'
    )
    .run(settings.kind, settings.preset, fileName ?? basename(path), now.toISOString(), JSON.stringify({ ...kept, dialect: fileDialect }))
  return Number(inserted.lastInsertRowid)
}
