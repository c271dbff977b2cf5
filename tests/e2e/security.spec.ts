import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { createWorkspaceFile, expect, launchFlags, test } from './launch.ts'

/** Letter by letter what the pages must be served with; changing it means deciding it anew. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; media-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

async function readPreferences(app: ElectronApplication): Promise<Record<string, unknown>> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    // Electron does not declare the method that reads the preferences in force.
    const contents = window?.webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
}
const countWindows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

test('every page runs sandboxed, isolated and without Node', async ({ electronApp, page }) => {
  await page.waitForLoadState('load')
  const preferences = await readPreferences(electronApp)
  for (const on of ['sandbox', 'contextIsolation', 'webSecurity']) expect(preferences[on], on).toBe(true)
  // Electron leaves out what is off by default.
  for (const off of [
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webviewTag',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'spellcheck',
    'navigateOnDragDrop'
  ])
    expect(preferences[off] ?? false, off).toBe(false)
  expect(preferences['enableBlinkFeatures'] ?? '').toBe('')
  expect(
    await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer'].map((name) => typeof (globalThis as Record<string, unknown>)[name])
    )
  ).toEqual(Array(4).fill('undefined'))
  expect(await electronApp.evaluate(({ session }) => session.defaultSession.getSpellCheckerLanguages())).toEqual([])
})

test('pages come with the frozen policy, and only built files are served', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const read = async (path: string): Promise<unknown[]> => {
      const answer = await fetch(`app://cauce/${path}`)
      const { headers } = answer
      return [
        answer.status,
        headers.get('content-security-policy'),
        headers.get('x-content-type-options'),
        headers.get('cross-origin-opener-policy')
      ]
    }
    return Promise.all(
      ['index.html', '../main/index.cjs', '%2e%2e/main/index.cjs', '..%2fmain%2findex.cjs', 'index.html%00.css', 'C:/Windows/win.ini'].map(
        read
      )
    )
  })
  const [first, ...others] = answers
  expect(first).toEqual([200, POLICY, 'nosniff', 'same-origin'])
  expect(others.map(([status]) => status)).toEqual(Array(others.length).fill(404))
  // In a timer: what a test evaluates directly is exempt from the policy.
  const blocked = await page.evaluate(
    () =>
      new Promise((resolve) => {
        setTimeout(() => {
          document.head.append(Object.assign(document.createElement('script'), { textContent: 'globalThis.hasRunInline = true' }))
          try {
            resolve(String((Reflect.construct(Function, ['return 1']) as () => unknown)()))
          } catch (error) {
            resolve([(error as Error).name, 'hasRunInline' in globalThis])
          }
        })
      })
  )
  expect(blocked).toEqual(['EvalError', false])
  await expect(page.evaluate(() => fetch('file:///etc/hostname').then(() => 'read'))).rejects.toThrow()
})

test('the page cannot leave, open windows or attach pages', async ({ electronApp, page }) => {
  await page.waitForLoadState('load')
  const before = await countWindows(electronApp)
  const ways = [
    () => void (window.location.href = 'https://example.com/'),
    () => {
      window.location.assign('file:///etc/hostname')
    },
    () => void (window.location.href = 'data:text/html,<h1>elsewhere</h1>'),
    () => {
      window.location.href = URL.createObjectURL(new Blob(['<h1>elsewhere</h1>'], { type: 'text/html' }))
    },
    () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank' })
      document.body.append(link)
      link.click()
    },
    () => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.com/' })
      document.body.append(link)
      link.click()
    },
    () => {
      const form = Object.assign(document.createElement('form'), { action: 'https://example.com/', method: 'post' })
      document.body.append(form)
      form.submit()
    },
    () => {
      document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: '0; url=https://example.com/' }))
    },
    () => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.com/' }))
    },
    () => {
      const webview = document.createElement('webview')
      webview.setAttribute('src', 'https://example.com/')
      document.body.append(webview)
    },
    () => {
      if (window.open('https://example.com/') !== null) throw new Error('a window opened')
    },
    () => {
      const link = Object.assign(document.createElement('a'), { href: 'data:text/plain,x', download: 'x.txt' })
      document.body.append(link)
      link.click()
    }
  ]
  for (const way of ways) {
    await page.evaluate(way)
    expect(await page.evaluate(() => window.location.href)).toBe('app://cauce/index.html')
  }
  // Two frames drawn: what would have happened by itself has happened.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  expect(page.url()).toBe('app://cauce/index.html')
  expect(await countWindows(electronApp)).toBe(before)
})

test('every permission is refused', async ({ page }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
      'screen-wake-lock'
    ]
    const query = async (name: string): Promise<string> => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return state
    }
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied'
    )
    return [...(await Promise.all(names.map(query))), media, await Notification.requestPermission()]
  })
  expect(states).not.toContain('granted')
})

test('the bridge has exactly five functions, and they take no other page', async ({ electronApp, page }) => {
  const surface = await page.evaluate(() => {
    const bridge = (window as unknown as { cauce: Record<string, unknown> }).cauce
    return Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`)
  })
  expect(surface.sort()).toEqual([
    'call: function',
    'onCommand: function',
    'onEnvironment: function',
    'onRefusal: function',
    'tokenForFile: function'
  ])
  await expect(callShell(page, 'notAVerb', null)).rejects.toThrow()
  await expect(callShell(page, '__proto__', null)).rejects.toThrow()
  await expect(callShell(page, 'setPreferences', { language: 'fr' })).rejects.toThrow()
  await expect(callShell(page, 'copyText', { text: 7 })).rejects.toThrow()

  const refused = await electronApp.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } })
    await stranger.loadURL('app://cauce/index.html')
    const answer: unknown = await stranger.webContents.executeJavaScript(
      `window.cauce.call('listRecent', null).then(() => 'answered', (error) => error.message)`
    )
    stranger.destroy()
    return answer
  })
  expect(refused).toContain('E_SENDER')
})

function callShell(page: Page, verb: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, value]) =>
      (window as unknown as { cauce: { call: (verb: unknown, input: unknown) => Promise<unknown> } }).cauce.call(name, value),
    [verb, input]
  )
}

test('pages run under Chromium’s sandbox (not as root: Chromium has none there)', async ({ electronApp, page }) => {
  test.skip(process.platform !== 'linux', 'read from /proc')
  await page.waitForLoadState('load')
  const pid = await electronApp.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())
  const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8')
  const isRoot = process.getuid?.() === 0
  expect(/^Seccomp:\t(\d)$/m.exec(status)?.[1]).toBe(isRoot ? '0' : '2')
})

/** Runs the app on `file` under strace; answers every call that connected or sent to an Internet address. */
async function traceInternetCalls(
  folder: string,
  userData: string,
  use: (app: ElectronApplication, page: Page) => Promise<void>
): Promise<string[]> {
  const hasTracer = spawnSync('strace', ['-V']).status === 0
  test.skip(process.platform !== 'linux' || (!hasTracer && !process.env['CI']), 'strace is needed to see every connection')
  if (!hasTracer) throw new Error('cannot run: strace is missing')
  const trace = join(folder, 'connections.txt')
  const traced = join(folder, 'electron')
  const dist = process.env['CAUCE_ELECTRON'] ?? ''
  writeFileSync(traced, `#!/bin/sh\nexec strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o '${trace}' '${dist}' "$@"\n`)
  chmodSync(traced, 0o755)
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'Molino' })
  const app = await _electron.launch({
    executablePath: traced,
    args: [...launchFlags(), '--disable-gpu', `--user-data-dir=${userData}`, '.', file],
    timeout: 60_000
  })
  const page = await app.firstWindow()
  await expect(page.getByText('Molino').first()).toBeVisible({ timeout: 30_000 })
  await use(app, page)
  await app.close()
  const lines = readFileSync(trace, 'utf8').split('\n')
  expect(lines.length, 'the tracer saw local connections: it works').toBeGreaterThan(5)
  return lines.filter((line) => /AF_INET6?\b/.test(line))
}

test('a whole run makes no network connection', async ({ folder, userData }) => {
  test.slow()
  const calls = await traceInternetCalls(folder, userData, async (app, page) => {
    for (const place of ['customers', 'segments', 'value', 'models', 'plan', 'reports', 'settings', 'home']) {
      await app.evaluate(({ BrowserWindow }, id) => BrowserWindow.getAllWindows()[0]?.webContents.send('cauce-command', id), `go.${place}`)
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    }
  })
  expect(calls).toEqual([])
})

/**
 * Chromium asks the system, once, whether there would be a way to this address, when a page asks for any host at all: it
 * connects a datagram socket, which sends nothing.
 */
const ROUTE_QUESTION = /connect\(.*2001:4860:4860::8888/

test('a hostile page reaches nobody', async ({ folder, userData }) => {
  test.slow()
  const calls = await traceInternetCalls(folder, userData, async (_app, page) => {
    const outcomes = await page.evaluate(async () => {
      for (const [rel, href] of [
        ['dns-prefetch', 'https://leak-prefetch.example'],
        ['preconnect', 'https://leak-preconnect.example'],
        ['prefetch', 'https://leak-fetch.example/x'],
        ['stylesheet', 'https://leak-style.example/x.css']
      ] as const)
        document.head.append(Object.assign(document.createElement('link'), { rel, href }))
      new Image().src = 'https://leak-image.example/x.png'
      navigator.sendBeacon('https://leak-beacon.example/', 'x')
      const hasFailed = async (start: () => Promise<unknown>): Promise<boolean> =>
        start().then(
          () => false,
          () => true
        )
      const openSocket = (): Promise<unknown> =>
        new Promise((resolve, reject) => {
          const opened = new WebSocket('wss://leak-socket.example')
          opened.onopen = resolve
          opened.onerror = reject
        })
      return [
        await hasFailed(() => fetch('https://leak.example/')),
        await hasFailed(() => fetch('http://93.184.216.34/')),
        await hasFailed(openSocket)
      ]
    })
    expect(outcomes).toEqual([true, true, true])
  })
  expect(calls.filter((line) => !ROUTE_QUESTION.test(line))).toEqual([])
})
