/**
 * Lets one writer in at a time without blocking the event loop: SQLite has one writer, and an import in its worker holds
 * the file for seconds. Commands of the window wait here as promises, so reads and the message loop go on.
 */
export class WriteGate {
  #tail: Promise<unknown> = Promise.resolve()

  /** Runs `work` when all earlier work has ended, whether it failed or not; hands on its result or its error. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    const result = this.#tail.then(work)
    this.#tail = result.then(
      () => undefined,
      () => undefined
    )
    return result
  }
}
