import { pauseForOthers } from '../pause.ts'

/** Long enough for little overhead, short enough for a click to be answered at once. */
const MOST_MS = 20

/** When others last had their turn. */
export interface Watch {
  since: number
}

export function startResting(): Watch {
  return { since: performance.now() }
}

/** Lets waiting calls run when the work since the last time has taken its share. */
export async function rest(watch: Watch): Promise<void> {
  if (performance.now() - watch.since < MOST_MS) return
  await pauseForOthers()
  watch.since = performance.now()
}
