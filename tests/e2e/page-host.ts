import type { Page } from '@playwright/test'

/** What the script below leaves in the page. */
interface Tap {
  ports: number
  call: (path: string, input: unknown) => Promise<unknown>
  follow: (path: string) => { values: unknown[]; stop: () => void }
}
/** One message on the wire: answer (status, body) or event of a stream (data). */
interface Said {
  i: string
  t?: number
  p?: { s?: number; b?: { json?: unknown }; d?: { json?: unknown } }
}
declare global {
  interface Window {
    hostTap?: Tap
  }
}

/**
 * Runs in the page before its own code: shares the port main hands out, speaking oRPC's wire format (`i` id, `t` kind, `p`
 * payload) under ids of its own, so that a test asks the host by the very way the window does.
 */
function installTap(marker: string): void {
  let port: MessagePort | undefined
  let nextId = 1
  const answers = new Map<string, (message: Said) => void>()
  const send = (message: object): void => port?.postMessage(JSON.stringify(message))
  const tap: Tap = {
    ports: 0,
    call: (path, input) =>
      new Promise((resolve, reject) => {
        const id = `tap-${String(nextId++)}`
        answers.set(id, ({ p }) => {
          answers.delete(id)
          if ((p?.s ?? 200) < 400) resolve(p?.b?.json)
          else reject(new Error(JSON.stringify(p?.b?.json)))
        })
        send({ i: id, p: { u: `/${path}`, b: { json: input } } })
      }),
    follow: (path) => {
      const id = `tap-${String(nextId++)}`
      const values: unknown[] = []
      answers.set(id, ({ t, p }) => {
        if (t === 3) values.push(p?.d?.json)
      })
      send({ i: id, p: { u: `/${path}`, b: {} } })
      return {
        values,
        stop: () => {
          send({ i: id, t: 4 })
        }
      }
    }
  }
  window.hostTap = tap
  window.addEventListener('message', (event) => {
    if (event.data !== marker || !event.ports[0]) return
    port = event.ports[0]
    tap.ports += 1
    port.addEventListener('message', (message) => {
      const said = JSON.parse(String(message.data)) as Said
      const answer = answers.get(said.i)
      if (!said.i.startsWith('tap-')) return
      message.stopImmediatePropagation()
      answer?.(said)
    })
  })
}

/** Starts the page again with the tap in it, and waits until the host can be asked. */
export async function tapHost(page: Page): Promise<void> {
  await page.addInitScript(installTap, 'cauce-host-port')
  await page.waitForLoadState('load')
  await page.reload()
  await page.waitForFunction(() => (window.hostTap?.ports ?? 0) > 0)
}

/** Asks the host from inside the page; rejects with what it refused. */
export async function askHost(page: Page, path: string, input: unknown = null): Promise<unknown> {
  return page.evaluate(([where, what]) => window.hostTap?.call(where, what), [path, input] as [string, unknown])
}
