import { setImmediate } from 'node:timers/promises'

/** Lets waiting calls run between two slices of long work: nothing may hold the event loop for more than 50 ms. */
export async function pauseForOthers(): Promise<void> {
  await setImmediate()
}

/** Work done in one go before others are let in. What a slice costs differs from machine to machine, so time decides, not rows. */
const TURN_MS = 8

/** A pause to put after every small slice: it lets others in only when this work has had its turn. */
export function startPace(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < TURN_MS) return
    await setImmediate()
    since = performance.now()
  }
}

/** Runs stepwise work to its end, letting others in between steps. */
export async function runSteps<T>(steps: Generator<void, T, void>): Promise<T> {
  const pace = startPace()
  for (;;) {
    const step = steps.next()
    await pace()
    if (step.done) return step.value
  }
}
