import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ORPCError } from '@orpc/client'
import type Database from 'better-sqlite3'
import type { HostContext } from '../../src/main/data-host/context.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import type { HostClient } from '../../src/shared/contract/index.ts'
import type { ImportResult, ImportSettings, Inspection } from '../../src/shared/contract/imports.ts'

const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))

export interface ImportBench {
  client: HostClient
  context: HostContext
  folder: string
  /** Writes a file and returns its path. */
  write: (name: string, content: string | Uint8Array) => string
  inspect: (path: string) => Promise<{ token: string; inspection: Inspection }>
  /** Inspects and imports with what was found; `change` alters the settings. */
  run: (
    path: string,
    change?: (settings: ImportSettings) => Partial<ImportSettings>,
    verb?: 'runImport' | 'forecastImport'
  ) => Promise<ImportResult>
  db: () => Database.Database
  close: () => Promise<void>
}

export function toSettings(token: string, inspection: Inspection): ImportSettings {
  const columns = inspection.columns.flatMap(({ index, field, decimal, dateOrder }) =>
    field === null ? [] : [{ index, field, decimal, dateOrder }]
  )
  return { fileToken: token, kind: inspection.kind, preset: inspection.preset, dialect: inspection.dialect, columns, onMatch: 'update' }
}

/** A host with an empty workspace in a folder of its own. */
export async function openImportBench(currency = 'EUR'): Promise<ImportBench> {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-import-'))
  let time = Date.parse('2026-11-01T09:00:00.000Z')
  const { client, context } = createLocalHost({ resourcesDir, now: () => new Date((time += 1000)) })
  await client.workspace.createWorkspace({ fileToken: context.files.grant(join(folder, 'test.cauce')), currency })
  const inspect: ImportBench['inspect'] = async (path) => {
    const token = context.files.grant(path)
    return { token, inspection: await client.imports.inspectFile({ fileToken: token }) }
  }
  return {
    client,
    context,
    folder,
    write: (name, content) => {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    inspect,
    run: async (path, change = () => ({}), verb = 'runImport') => {
      const { token, inspection } = await inspect(path)
      const settings = toSettings(token, inspection)
      for await (const event of await client.imports[verb]({ ...settings, ...change(settings) }))
        if (event.type === 'result') return event.result
      throw new Error('the stream ended without a result')
    },
    db: () => context.workspace().read,
    close: async () => {
      await client.workspace.closeWorkspace()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Digest of everything customers and orders say: equal before an import and after its undo. */
export function digestData(db: Database.Database): string {
  const hash = createHash('sha256')
  for (const table of ['customers', 'orders', 'order_lines'])
    for (const row of db.prepare(`SELECT * FROM ${table} ORDER BY id`).raw().iterate()) hash.update(JSON.stringify(row))
  return hash.digest('hex')
}

/** The code and details a call of the contract is refused with; throws when it is not refused, or with something else. */
export async function refusalOf(call: () => Promise<unknown>): Promise<{ code: string; details: Record<string, string | number> }> {
  try {
    await call()
  } catch (error) {
    if (error instanceof ORPCError && error.code === 'FAILED')
      return error.data as { code: string; details: Record<string, string | number> }
    throw error
  }
  throw new Error('not refused')
}
