const WINDOW_MS = 60_000
const MOST_DEATHS = 3
const FIRST_WAIT_MS = 100

/**
 * How long to wait before starting the host again, or null to give up: three deaths within a minute mean that starting
 * again will not help. `deaths` holds when the host died, in ms, the last one now.
 */
export function planRestart(deaths: readonly number[], now: number): number | null {
  const recent = deaths.filter((at) => now - at < WINDOW_MS).length
  return recent >= MOST_DEATHS ? null : FIRST_WAIT_MS * 4 ** (recent - 1)
}
