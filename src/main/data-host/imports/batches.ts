import type Database from 'better-sqlite3'
import { type Batch, KeptSettings } from '../../../shared/contract/imports.ts'

type StoredBatch = Omit<Batch, 'undone' | 'settings'> & { undone: number; settings: string }

/** Every import of the workspace, the latest first. */
export function listBatches(db: Database.Database): Batch[] {
  return db
    .prepare<[], StoredBatch>(
      `SELECT id, kind, preset, file_name AS fileName, at, rows, created, updated, unchanged, rejected, undone_at IS NOT NULL AS undone, settings
       FROM import_batches ORDER BY id DESC`
    )
    .all()
    .map((batch) => ({ ...batch, undone: batch.undone === 1, settings: readKeptSettings(batch.settings) }))
}

/** What an import was done with; null when it can't be read as settings of today (a sample, an older version). */
function readKeptSettings(json: string): KeptSettings | null {
  return KeptSettings.safeParse(JSON.parse(json)).data ?? null
}
