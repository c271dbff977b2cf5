import type Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createWorkspaceFile, openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import type { HostClient } from '../../../src/shared/contract/index.ts'
import type { HostContext } from '../../../src/main/data-host/context.ts'

export const resourcesDir = fileURLToPath(new URL('../../../resources', import.meta.url))
const STAMP = '2025-01-01T00:00:00.000Z'

export interface TinyHost {
  client: HostClient
  context: HostContext
  folder: string
  close: () => void
}

/** A host with a new workspace open, filled by SQL. */
export async function openTinyHost(fill: (db: Database.Database) => void, title = 'La Espiga'): Promise<TinyHost> {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-evidence-'))
  const path = join(folder, 'tiny.cauce')
  const now = (): Date => new Date('2026-11-01T09:00:00.000Z')
  createWorkspaceFile(path, { title }, { now })
  const { client, context } = createLocalHost({ resourcesDir, now })
  context.setCurrent(openWorkspaceFile(path, { changes: context.changes, now }))
  await context.workspace().change(['customers'], fill)
  return {
    client,
    context,
    folder,
    close: () => {
      context.workspace().close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

export interface TinyCustomer {
  id: number
  name?: string
  email?: string
  tags?: string
  mergedInto?: number
}

export function addCustomer(db: Database.Database, { id, name = `C${id}`, email, tags, mergedInto }: TinyCustomer): void {
  db.prepare(
    'INSERT INTO customers (id, name, email, needs_tags, merged_into_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)'
  ).run(id, name, email ?? null, tags ?? null, mergedInto ?? null, STAMP, STAMP)
}

/** Amounts in euros; without a customer: an anonymous sale. */
export function addOrder(db: Database.Database, customer: number | null, date: string, euros: number, status = 'completed'): number {
  return Number(
    db
      .prepare('INSERT INTO orders (customer_id, order_date, net_minor, status) VALUES (?, ?, ?, ?)')
      .run(customer, date, Math.round(euros * 100), status).lastInsertRowid
  )
}
