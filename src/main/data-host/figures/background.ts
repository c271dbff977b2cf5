import type { OpenWorkspace } from '../context.ts'

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

/** Resolves when all background work asked for so far has ended. */
export async function waitForBackground(workspace: OpenWorkspace): Promise<void> {
  await running.get(workspace)
}
