import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { CauceError } from '../../shared/domain/errors.ts'

export type LinkStatus = 'connecting' | 'ready' | 'reconnecting'

interface Generation {
  readonly port: MessagePort
  readonly link: RPCLink<ClientContext>
  /** Rejects with `host-restarted` once the port is gone. */
  readonly gone: Promise<never>
  readonly end: () => void
}

/**
 * The way to the data host, over whichever message port main handed out last. Calls made before a port is there wait for it;
 * calls under way when the host goes away are rejected with `host-restarted`, because nobody will answer them.
 */
export class HostLink implements ClientLink<ClientContext> {
  #current: Generation | null = null
  #waiting: ((generation: Generation) => void)[] = []
  #status: LinkStatus = 'connecting'
  readonly #listeners = new Set<() => void>()

  /** Takes the port of a new or restarted host. */
  connect(port: MessagePort): void {
    const previous = this.#current
    const generation = startGeneration(port)
    this.#current = generation
    previous?.end()
    port.addEventListener('close', () => {
      this.#lose(generation)
    })
    port.start()
    for (const resume of this.#waiting.splice(0)) resume(generation)
    this.#setStatus('ready')
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const generation = this.#current ?? (await new Promise<Generation>((resolve) => this.#waiting.push(resolve)))
    return Promise.race([generation.link.call(path, input, options), generation.gone])
  }

  getStatus = (): LinkStatus => this.#status

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #lose(generation: Generation): void {
    if (this.#current !== generation) return
    this.#current = null
    generation.end()
    this.#setStatus('reconnecting')
  }

  #setStatus(status: LinkStatus): void {
    this.#status = status
    for (const listener of this.#listeners) listener()
  }
}

function startGeneration(port: MessagePort): Generation {
  const link = new RPCLink<ClientContext>({ port })
  let reject: (reason: CauceError) => void = () => undefined
  const gone = new Promise<never>((_resolve, refuse) => {
    reject = refuse
  })
  // A host that ends while nothing is asked of it is no unhandled error.
  gone.catch(() => undefined)
  let ended = false
  const end = (): void => {
    if (ended) return
    ended = true
    reject(new CauceError('host-restarted'))
    // Ends the streams still open on this port: the link listens to the event the platform sends when the other side is gone.
    port.dispatchEvent(new Event('close'))
    port.close()
  }
  return { port, link, gone, end }
}
