import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import type { HostContext } from '../../src/main/data-host/context.ts'
import type { HostClient } from '../../src/shared/contract/index.ts'

export const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url))

export interface TestHost {
  context: HostContext
  client: HostClient
  folder: string
  /** A path in the test's own folder, and the token that grants it. */
  file: (name: string) => { path: string; token: string }
  end: () => Promise<void>
}

/** One second later with every look. */
function startClock(): () => Date {
  let seconds = 0
  return () => new Date(Date.UTC(2026, 10, 1, 9, 0, (seconds += 1)))
}

/** A data host in this process with a folder of its own. */
export function startTestHost(now = startClock()): TestHost {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-host-'))
  const { context, client } = createLocalHost({ resourcesDir: resourcesFolder, now })
  return {
    context,
    client,
    folder,
    file: (name) => {
      const path = join(folder, name)
      return { path, token: context.files.grant(path) }
    },
    end: async () => {
      await client.workspace.closeWorkspace()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** The code a refused call carries; fails the test when the call went through. */
export async function codeOf(call: () => unknown): Promise<unknown> {
  try {
    await call()
  } catch (error) {
    const { data, code } = error as { data?: { code?: unknown }; code?: unknown }
    return data?.code ?? code
  }
  throw new Error('the call was not refused')
}
