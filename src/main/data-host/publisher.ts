/** Hands every published value to every live subscriber, in order. A subscriber that is not listening loses nothing: values queue. */
export class Publisher<T> {
  readonly #queues = new Set<{ values: T[]; wake: () => void }>()

  publish(value: T): void {
    for (const queue of this.#queues) {
      queue.values.push(value)
      queue.wake()
    }
  }

  /** Yields until `signal` aborts. */
  async *subscribe(signal?: AbortSignal): AsyncGenerator<T, void, void> {
    const queue = { values: [] as T[], wake: (): void => undefined }
    this.#queues.add(queue)
    const onAbort = (): void => {
      queue.wake()
    }
    signal?.addEventListener('abort', onAbort)
    try {
      while (!signal?.aborted) {
        const value = queue.values.shift()
        if (value !== undefined) {
          yield value
          continue
        }
        await new Promise<void>((resolve) => {
          queue.wake = resolve
        })
      }
    } finally {
      this.#queues.delete(queue)
      signal?.removeEventListener('abort', onAbort)
    }
  }
}
