import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium } from '@playwright/test'
import { createWorkspaceFile, expect, launchFlags, test } from './launch.ts'

/** Where the unpacked build of this system is, below the folder packages go to. */
const UNPACKED: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked/cauce',
  win32: 'win-unpacked/Cauce.exe',
  darwin: process.arch === 'arm64' ? 'mac-arm64/Cauce.app/Contents/MacOS/Cauce' : 'mac/Cauce.app/Contents/MacOS/Cauce'
}
let program = ''

test.beforeAll(async () => {
  test.setTimeout(180_000)
  // A script of ours without types: it answers where the package went.
  const script = (await import(resolve('scripts/package.mjs'))) as {
    packageApp: (targets: string[]) => Promise<{ code: number; output: string }>
  }
  const { code, output } = await script.packageApp(['dir'])
  expect(code).toBe(0)
  program = resolve(output, UNPACKED[process.platform] ?? '')
  expect(existsSync(program), program).toBe(true)
})

/** The packaged app takes no inspector: only Chromium's own protocol reaches its page. */
async function findDevToolsUrl(app: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = ''
    app.stderr?.on('data', (data: Buffer) => {
      said += data.toString()
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (url) found(url)
    })
    app.on('exit', (code) => {
      fail(new Error(`the app ended with ${code ?? 'a signal'}: ${said}`))
    })
  })
}

/** Attaching while the window is being made hangs now and then: waits until the page is listed. */
async function waitForPage(devTools: string): Promise<void> {
  const list = new URL('/json/list', devTools.replace('ws:', 'http:'))
  await expect.poll(async () => JSON.stringify(await (await fetch(list)).json()), { timeout: 20_000 }).toContain('app://cauce/index.html')
}

test('the packaged app has its fuses locked', async () => {
  const wire = await getCurrentFuseWire(program)
  const states = {
    runAsNode: wire[FuseV1Options.RunAsNode],
    cookies: wire[FuseV1Options.EnableCookieEncryption],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    onlyAsar: wire[FuseV1Options.OnlyLoadAppFromAsar],
    ownSnapshot: wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
    fileExtras: wire[FuseV1Options.GrantFileProtocolExtraPrivileges]
  }
  const { ENABLE: on, DISABLE: off } = FuseState
  expect(states).toEqual({
    runAsNode: off,
    cookies: on,
    nodeOptions: off,
    inspect: off,
    integrity: on,
    onlyAsar: on,
    ownSnapshot: off,
    fileExtras: off
  })
})

test('the packaged app opens a workspace', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'Molino' })
  const app = spawn(program, [...launchFlags(), '--remote-debugging-port=0', `--user-data-dir=${userData}`, file], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  try {
    const devTools = await findDevToolsUrl(app)
    await waitForPage(devTools)
    const browser = await chromium.connectOverCDP(devTools)
    const context = browser.contexts()[0]!
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await expect(page.getByText('Molino').first()).toBeVisible({ timeout: 20_000 })
    expect(page.url()).toBe('app://cauce/index.html')
    // The models are files beside the program: the host found them there.
    await page.getByTestId('rail-models').click()
    await expect(page.getByTestId('model-card-idic')).toBeVisible()
    const ended = new Promise((done) => app.once('exit', done))
    await page.close()
    // Its last window is gone: the app ends, and lets go of the file.
    await ended
    expect(existsSync(`${file}-wal`)).toBe(false)
  } finally {
    app.kill('SIGKILL')
  }
})
