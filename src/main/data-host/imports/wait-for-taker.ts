import { CauceError } from '../../../shared/domain/errors.ts'

/** Waits while more pieces are on their way than `ahead` allows, unless the job is cancelled (`import-cancelled`). `taken`, `cancelled`: as in `WorkerJob`. */
export function waitForTaker(
  given: number,
  ahead: number,
  { taken, cancelled }: Record<'taken' | 'cancelled', Int32Array<SharedArrayBuffer>>
): void {
  for (;;) {
    const sofar = Atomics.load(taken, 0)
    if (given - sofar < ahead) return
    if (Atomics.load(cancelled, 0) !== 0) throw new CauceError('import-cancelled')
    Atomics.wait(taken, 0, sofar, 100)
  }
}
