import type Database from 'better-sqlite3'
import type { Batch } from '../../../shared/contract/imports.ts'

type StoredBatch = Omit<Batch, 'undone'> & { undone: number }

/** Every import of the workspace, the latest first. */
export function listBatches(db: Database.Database): Batch[] {
  return db
    .prepare<[], StoredBatch>(
      'SELECT id, kind, file_name AS fileName, at, rows, created, updated, rejected, undone_at IS NOT NULL AS undone FROM import_batches ORDER BY id DESC'
    )
    .all()
    .map((batch) => ({ ...batch, undone: batch.undone === 1 }))
}
