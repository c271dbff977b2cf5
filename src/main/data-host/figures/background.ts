import type { OpenWorkspace } from '../context.ts'
import { PRAGMAS } from '../database/connection.ts'

/** What is still being written to the file in the background, by workspace. */
const running = new WeakMap<OpenWorkspace, Promise<void>>()

/**
 * Does `work` after all earlier background work of the workspace; nobody waits for it. A failure costs only time (what was not
 * kept is computed again), so it goes to the log and not to a person: what was being kept and the kind of error, never its
 * message, which could quote data.
 */
export function keepInBackground(workspace: OpenWorkspace, what: string, work: () => Promise<void>): void {
  const done = (running.get(workspace) ?? Promise.resolve()).then(work).catch((error: unknown) => {
    // Closing the file meanwhile ends the work; that is no failure.
    if (workspace.write.open) console.error(`cauce: ${what} could not be kept in the file (${kindOf(error)})`)
  })
  running.set(workspace, done)
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/**
 * How derived data is written: what a loss of power takes is computed again, so a commit need not wait for the disk, and the
 * log goes into the file in small portions, because each portion holds everybody up. What a command committed before or
 * commits after is as safe as ever: its own commit flushes the log up to its end.
 */
const GENTLE = { synchronous: 'NORMAL', wal_autocheckpoint: 128 } as const

/** One short write of derived data in its turn at the gate; undefined when the file was closed meanwhile. */
export function writeDerived<T>(workspace: OpenWorkspace, work: () => T): Promise<T | undefined> {
  const { write } = workspace
  return workspace.gate.run(() => {
    if (!write.open) return undefined
    for (const [name, value] of Object.entries(GENTLE)) write.pragma(`${name} = ${String(value)}`)
    try {
      return work()
    } finally {
      for (const { name, value } of PRAGMAS) if (name in GENTLE) write.pragma(`${name} = ${String(value)}`)
    }
  })
}

/** Resolves when all background work asked for so far has ended. */
export async function waitForBackground(workspace: OpenWorkspace): Promise<void> {
  await running.get(workspace)
}
