import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { MessageChannelMain, type MessagePortMain } from 'electron'
import type { HostClient } from '../../shared/contract/index.ts'
import { CauceError } from '../../shared/domain/errors.ts'
import type { HostMessage } from '../data-host/control.ts'
import { startHostProcess, type HostProcess } from './host-process.ts'
import { planRestart } from './restart-policy.ts'

const END_WAIT_MS = 5000

export interface SupervisorOptions {
  script: string
  resourcesDir: string
  /** A host can be asked: at the start and after every restart, with the window's file open again. */
  onReady: () => void
  /** The host died too often, or (with a reason) its database component does not work. */
  onGivenUp: (reason: string | null) => void
}

/** A file the host may touch. */
export interface GrantedFile {
  path: string
  /** The person agreed that a file which is there already is replaced. */
  mayReplace?: boolean
}

interface RunningHost {
  process: HostProcess
  client: HostClient
  port: MessagePortMain
}

/** Keeps one window's data host alive: starts it again when it dies, with the same files granted and the same file open. */
export class HostSupervisor {
  readonly #options: SupervisorOptions
  readonly #granted = new Map<string, GrantedFile>()
  readonly #waitingGrants = new Map<string, () => void>()
  readonly #deaths: number[] = []
  #running: RunningHost | null = null
  #openToken: string | null = null
  #isEnding = false
  #ended: () => void = () => undefined

  constructor(options: SupervisorOptions) {
    this.#options = options
  }

  /** Process id of the host, while it can be asked. */
  get pid(): number | undefined {
    return this.#running?.process.pid
  }

  get isReady(): boolean {
    return this.#running !== null
  }

  /** Asks the host for main's own needs. Throws `host-restarted` while there is none. */
  get client(): HostClient {
    if (!this.#running) throw new CauceError('host-restarted')
    return this.#running.client
  }

  /** Starts the host and waits until it can be asked. `prepare` runs before any page can ask. */
  start(prepare?: (client: HostClient) => Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const channel = new MessageChannelMain()
      const process = startHostProcess(this.#options.script, this.#options.resourcesDir, {
        onMessage: (message) => {
          if (message.type === 'ready') void this.#admit(process, channel.port1, prepare).then(resolve)
          else this.#hear(message)
        },
        onExit: () => {
          channel.port1.close()
          this.#restart()
          resolve()
        }
      })
      process.connect(channel.port2)
      this.#starting = process
    })
  }
  #starting: HostProcess | null = null

  /** A port to the host, for a page. */
  connect(port: MessagePortMain): void {
    this.#running?.process.connect(port)
  }

  /** Lets the host touch the file; the token stands for it from then on, also in a host started later. */
  async grant(file: GrantedFile): Promise<string> {
    const token = randomUUID()
    this.#granted.set(token, file)
    if (this.#running) await this.#tellGrant(this.#running.process, token, file)
    return token
  }

  /** The path behind a token of ours; throws `file-token-unknown`. */
  resolve(token: string): string {
    const file = this.#granted.get(token)
    if (file === undefined) throw new CauceError('file-token-unknown')
    return file.path
  }

  /** Which granted file a restarted host opens before the window asks again; null: none. */
  keepOpen(token: string | null): void {
    this.#openToken = token
  }

  /** Tries again after having given up. */
  retry(): void {
    this.#deaths.length = 0
    void this.start()
  }

  /** Ends the host when everything asked before is done; after 5 s in any case. */
  async end(): Promise<void> {
    const process = this.#running?.process ?? this.#starting
    this.#isEnding = true
    if (!process) return
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve
    })
    process.send({ type: 'shutdown' })
    await Promise.race([ended, wait(END_WAIT_MS)])
    process.kill()
  }

  async #admit(process: HostProcess, port: MessagePortMain, prepare?: (client: HostClient) => Promise<void>): Promise<void> {
    for (const [token, file] of this.#granted) await this.#tellGrant(process, token, file)
    const client: HostClient = createORPCClient(new RPCLink({ port }))
    port.start()
    // A file that cannot be opened again (moved meanwhile, say) leaves the window at its start screen.
    if (this.#openToken !== null) await client.workspace.openWorkspace({ fileToken: this.#openToken }).catch(() => undefined)
    await prepare?.(client)
    if (this.#isEnding) return
    this.#running = { process, client, port }
    this.#options.onReady()
  }

  #tellGrant(process: HostProcess, token: string, { path, mayReplace = false }: GrantedFile): Promise<void> {
    return new Promise((resolve) => {
      this.#waitingGrants.set(token, resolve)
      process.send({ type: 'grant', token, path, mayReplace })
    })
  }

  #hear(message: HostMessage): void {
    if (message.type === 'granted') {
      this.#waitingGrants.get(message.token)?.()
      this.#waitingGrants.delete(message.token)
    } else if (message.type === 'failed') {
      this.#isEnding = true
      this.#options.onGivenUp(message.reason)
    }
  }

  #restart(): void {
    this.#running = null
    this.#starting = null
    for (const resolve of this.#waitingGrants.values()) resolve()
    this.#waitingGrants.clear()
    this.#ended()
    if (this.#isEnding) return
    const now = Date.now()
    this.#deaths.push(now)
    const delay = planRestart(this.#deaths, now)
    if (delay === null) {
      this.#options.onGivenUp(null)
      return
    }
    setTimeout(() => {
      if (!this.#isEnding) void this.start()
    }, delay)
  }
}
