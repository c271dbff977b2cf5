type Listener = (event?: { data: unknown }) => void

/** A caller's port when the host is a plain Node process: main relays what goes through it, because ports cannot cross there. */
export class RelayedPort {
  readonly #send: (data: string | Uint8Array) => void
  readonly #listeners: { message: Listener[]; close: Listener[] } = { message: [], close: [] }

  constructor(send: (data: string | Uint8Array) => void) {
    this.#send = send
  }

  on(event: string, listener: Listener): void {
    if (event === 'message' || event === 'close') this.#listeners[event].push(listener)
  }

  postMessage(data: string | Uint8Array): void {
    this.#send(data)
  }

  /** Something came from the caller. */
  receive(data: string | Uint8Array): void {
    for (const listener of this.#listeners.message) listener({ data })
  }

  /** The caller is gone: what it waited for is stopped. */
  end(): void {
    for (const listener of this.#listeners.close) listener()
  }
}
