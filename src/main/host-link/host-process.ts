import { fork } from 'node:child_process'
import { utilityProcess, type MessagePortMain } from 'electron'
import type { ControlMessage, HostMessage } from '../data-host/control.ts'

export interface HostEvents {
  onMessage: (message: HostMessage) => void
  onExit: () => void
}

/** One running data host, whichever way it was started. After its end every method does nothing. */
export interface HostProcess {
  readonly pid: number | undefined
  /** Gives a caller's port to the host. */
  connect: (port: MessagePortMain) => void
  send: (message: ControlMessage) => void
  kill: () => void
}

/**
 * Starts the data host. As utility process where Electron's own Node can load the SQLite binding (Node-API 10, Electron 35),
 * else as a child of the Node that `CAUCE_HOST_NODE` names.
 */
export function startHostProcess(script: string, resourcesDir: string, events: HostEvents): HostProcess {
  const node = process.env['CAUCE_HOST_NODE']
  if (Number(process.versions['napi']) >= 10 || node === undefined) return startUtilityHost(script, resourcesDir, events)
  return startNodeHost(node, script, resourcesDir, events)
}

function startUtilityHost(script: string, resourcesDir: string, events: HostEvents): HostProcess {
  const child = utilityProcess.fork(script, [resourcesDir], { serviceName: 'Cauce data host' })
  // Posting to a utility process after its exit kills main on older Electron: the reference is dropped in `exit`.
  let alive: typeof child | null = child
  child.on('message', (message: HostMessage) => {
    events.onMessage(message)
  })
  child.on('exit', () => {
    alive = null
    events.onExit()
  })
  return {
    get pid() {
      return alive?.pid
    },
    connect: (port) => alive?.postMessage({ type: 'connect', channel: 0 } satisfies ControlMessage, [port]),
    send: (message) => alive?.postMessage(message),
    kill: () => alive?.kill()
  }
}

function startNodeHost(node: string, script: string, resourcesDir: string, events: HostEvents): HostProcess {
  const child = fork(script, [resourcesDir], {
    execPath: node,
    execArgv: [],
    // Every thread's leavings go back into one heap, not one each: an import peaks 30 MB lower (glibc; others take no notice).
    env: { ...process.env, MALLOC_ARENA_MAX: '1' },
    // `json` would take seconds for a megabyte of bytes.
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const ports = new Map<number, MessagePortMain>()
  let alive: typeof child | null = child
  let nextChannel = 1
  const send = (message: ControlMessage): void => {
    if (alive?.connected) alive.send(message)
  }
  child.on('message', (message) => {
    const said = message as HostMessage
    if (said.type === 'data') ports.get(said.channel)?.postMessage(said.data)
    else events.onMessage(said)
  })
  const end = (): void => {
    if (alive === null) return
    alive = null
    // Closing tells the callers that nobody answers any more.
    for (const port of ports.values()) port.close()
    ports.clear()
    events.onExit()
  }
  child.on('exit', end)
  child.on('error', end)
  return {
    get pid() {
      return alive?.pid
    },
    connect(port) {
      const channel = nextChannel++
      ports.set(channel, port)
      send({ type: 'connect', channel })
      port.on('message', (event) => {
        send({ type: 'data', channel, data: event.data as string | Uint8Array })
      })
      port.on('close', () => {
        ports.delete(channel)
        send({ type: 'disconnect', channel })
      })
      port.start()
    },
    send,
    kill: () => {
      alive?.kill('SIGKILL')
    }
  }
}
