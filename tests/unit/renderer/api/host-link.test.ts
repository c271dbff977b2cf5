import { createORPCClient } from '@orpc/client'
import { RPCHandler } from '@orpc/server/message-port'
import { os, type RouterClient } from '@orpc/server'
import { afterEach, expect, test } from 'vitest'
import { readError } from '../../../../src/renderer/api/errors.ts'
import { HostLink } from '../../../../src/renderer/api/host-link.ts'

const opened: MessagePort[] = []
afterEach(() => {
  for (const port of opened.splice(0)) port.close()
})

const createRouter = (name: string) => ({ name: os.handler(() => name), wait: os.handler(() => new Promise<string>(() => undefined)) })

/** A host that answers `name`, and never answers `wait`; gives the window's end of its port. */
function startHost(name: string): MessagePort {
  const { port1, port2 } = new MessageChannel()
  opened.push(port1, port2)
  const handler = new RPCHandler(createRouter(name))
  handler.upgrade(port2)
  port2.start()
  return port1
}

const clientOf = (link: HostLink): RouterClient<ReturnType<typeof createRouter>> => createORPCClient(link)

test('a call made before the first port waits for it', async () => {
  const link = new HostLink()
  const answer = clientOf(link).name()
  expect(link.getStatus()).toBe('connecting')
  link.connect(startHost('first'))
  expect(await answer).toBe('first')
  expect(link.getStatus()).toBe('ready')
})

test('a call under way when the host is restarted is refused as host-restarted, and the next one reaches the new host', async () => {
  const link = new HostLink()
  const client = clientOf(link)
  link.connect(startHost('first'))
  expect(await client.name()).toBe('first')
  const waiting = client.wait().then(
    () => 'answered',
    (error: unknown) => readError(error).code
  )
  link.connect(startHost('second'))
  expect(await waiting).toBe('host-restarted')
  expect(await client.name()).toBe('second')
})

test('when the port goes away the window says so, and recovers with the next one', async () => {
  const link = new HostLink()
  const client = clientOf(link)
  const port = startHost('first')
  link.connect(port)
  expect(await client.name()).toBe('first')
  port.dispatchEvent(new Event('close'))
  expect(link.getStatus()).toBe('reconnecting')
  const answer = client.name()
  link.connect(startHost('second'))
  expect(await answer).toBe('second')
})
