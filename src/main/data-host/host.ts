import { createRouterClient } from '@orpc/server'
import type { HostClient } from '../../shared/contract/index.ts'
import type { Change } from '../../shared/contract/workspace.ts'
import { CauceError } from '../../shared/domain/errors.ts'
import type { HostContext, OpenWorkspace } from './context.ts'
import { FileGrants } from './file-grants.ts'
import { router } from './procedures/index.ts'
import { Publisher } from './publisher.ts'

export interface HostOptions {
  resourcesDir: string
  now?: () => Date
}

/** Makes the context all procedures of one host share. */
export function createContext({ resourcesDir, now = () => new Date() }: HostOptions): HostContext {
  let current: OpenWorkspace | null = null
  return {
    get current() {
      return current
    },
    setCurrent(workspace) {
      current = workspace
    },
    workspace() {
      if (!current) throw new CauceError('no-workspace')
      return current
    },
    files: new FileGrants(),
    changes: new Publisher<Change>(),
    resourcesDir,
    now,
    mask: { isOn: false }
  }
}

/** The data host in this very process: how the command line, the tests and the benchmarks use it. */
export function createLocalHost(options: HostOptions): { context: HostContext; client: HostClient } {
  const context = createContext(options)
  return { context, client: createRouterClient(router, { context }) }
}
