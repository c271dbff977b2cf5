import Database from 'better-sqlite3'
import { RPCHandler } from '@orpc/server/message-port'
import type { ControlMessage, HostMessage } from './control.ts'
import { createContext } from './host.ts'
import { RelayedPort } from './relayed-port.ts'
import { router } from './procedures/index.ts'

/** Only a utility process has one; Electron's types say always. */
function findParentPort(): Electron.ParentPort | undefined {
  return process.parentPort
}

const parentPort = findParentPort()
const resourcesDir = process.argv[2] ?? ''
const context = createContext({ resourcesDir })
const handler = new RPCHandler(router)
const relayed = new Map<number, RelayedPort>()

function tellMain(message: HostMessage): void {
  if (parentPort) parentPort.postMessage(message)
  else process.send?.(message)
}

/** Why the native module cannot be used, or null when it works. Asked at the start, so that a broken install says so at once. */
function findDatabaseFault(): string | null {
  try {
    const probe = new Database(':memory:')
    probe.prepare('SELECT json_array(1)').get()
    probe.close()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}

/** Everything asked before is done (the gate is first in, first out), then the file is closed as it should be. */
async function shutDown(): Promise<void> {
  const open = context.current
  if (open) {
    await open.gate.run(() => undefined)
    open.close()
  }
  process.exit(0)
}

function connectRelayed(channel: number): void {
  const port = new RelayedPort((data) => {
    tellMain({ type: 'data', channel, data })
  })
  relayed.set(channel, port)
  handler.upgrade(port, { context })
}

function obey(message: ControlMessage, ports: readonly Electron.MessagePortMain[]): void {
  switch (message.type) {
    case 'connect': {
      const [port] = ports
      if (!port) {
        connectRelayed(message.channel)
        return
      }
      handler.upgrade(port, { context })
      port.start()
      return
    }
    case 'data':
      relayed.get(message.channel)?.receive(message.data)
      return
    case 'disconnect':
      relayed.get(message.channel)?.end()
      relayed.delete(message.channel)
      return
    case 'grant':
      context.files.grant(message.path, message.token, { mayReplace: message.mayReplace })
      tellMain({ type: 'granted', token: message.token })
      return
    case 'shutdown':
      void shutDown()
  }
}

if (parentPort) {
  parentPort.on('message', (event) => {
    obey(event.data as ControlMessage, event.ports)
  })
} else {
  process.on('message', (message) => {
    obey(message as ControlMessage, [])
  })
  // Main is gone: nobody can ask any more, and a process left behind would keep the file locked.
  process.on('disconnect', () => process.exit(0))
}

const fault = findDatabaseFault()
tellMain(fault === null ? { type: 'ready' } : { type: 'failed', reason: fault })
