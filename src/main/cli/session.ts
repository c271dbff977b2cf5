import { resolve } from 'node:path'
import type { HostClient } from '../../shared/contract/index.ts'
import { createLocalHost } from '../data-host/host.ts'
import { waitForDuplicates } from '../data-host/duplicates/ensure-duplicates.ts'
import { openWorkspaceFile } from '../data-host/database/workspace-file.ts'

/** The data host in this process, and the files named on the command line granted to it. */
export interface Session {
  client: HostClient
  /** Folder with models, catalogue, presets, schemas and samples. */
  resourcesDir: string
  /** The token a procedure takes for a path. */
  grant: (path: string) => string
  /** Opens a workspace; with `asOf`, figures are those of that date and the file stays as it is. */
  open: (path: string, asOf?: string) => Promise<void>
  /** Ends a running import when the person interrupts. */
  signal: AbortSignal
  close: () => Promise<void>
}

export function createSession(resourcesDir: string, signal: AbortSignal): Session {
  const { context, client } = createLocalHost({ resourcesDir })
  const grant = (path: string): string => context.files.grant(resolve(path))
  return {
    client,
    resourcesDir,
    grant,
    signal,
    open: async (path, asOf) => {
      if (asOf === undefined) await client.workspace.openWorkspace({ fileToken: grant(path) })
      else context.setCurrent(openWorkspaceFile(resolve(path), { changes: context.changes, now: context.now, trySettings: { asOf } }))
      waitForDuplicates(context.workspace())
    },
    close: async () => {
      if (context.current) await client.workspace.closeWorkspace()
    }
  }
}
