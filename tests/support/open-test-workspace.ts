import type Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenWorkspace } from '../../src/main/data-host/context.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { Publisher } from '../../src/main/data-host/publisher.ts'
import type { Settings } from '../../src/shared/contract/workspace.ts'

export const resourcesDir = fileURLToPath(new URL('../../resources', import.meta.url))
const now = (): Date => new Date('2026-11-01T09:00:00.000Z')

export interface TestWorkspace {
  workspace: OpenWorkspace
  /** Closes the file and opens it again, as another start would. */
  reopen: () => OpenWorkspace
  close: () => void
}

/** A real workspace file in a folder of its own, filled by SQL. */
export async function openTestWorkspace(fill: (db: Database.Database) => void, settings: Partial<Settings> = {}): Promise<TestWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-test-'))
  const path = join(folder, 'test.cauce')
  createWorkspaceFile(path, { title: 'La Espiga', ...settings }, { now })
  const open = (): OpenWorkspace => openWorkspaceFile(path, { changes: new Publisher(), now })
  const test: TestWorkspace = {
    workspace: open(),
    reopen: () => {
      test.workspace.close()
      test.workspace = open()
      return test.workspace
    },
    close: () => {
      test.workspace.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
  await test.workspace.change(['customers'], fill)
  return test
}
