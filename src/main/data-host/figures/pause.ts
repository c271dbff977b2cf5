import { setImmediate } from 'node:timers/promises'

/** Lets waiting calls run between two slices of long work: nothing may hold the event loop for more than 50 ms. */
export async function pauseForOthers(): Promise<void> {
  await setImmediate()
}
