import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { createLocalHost } from '../../src/main/data-host/host.ts'

export interface LaunchOptions {
  /** The person's profile: own per test, kept by the caller to start the app again on it. */
  userData: string
  /** A workspace to open, as on the command line. */
  file?: string
  /** What the profile says from the start; a profile that exists is left as it is. */
  language?: 'en' | 'es'
  theme?: 'light' | 'dark'
  /** More command-line arguments of Chromium or ours. */
  args?: readonly string[]
}

/** What Electron must be told on this machine: without a display or as root it wants more than nothing. */
export const launchFlags = (): string[] => (process.env['CAUCE_ELECTRON_ARGS'] ?? '').split(' ').filter(Boolean)

/** Starts the built app. No `executablePath`: only without it does Playwright hold the app back until it has attached. */
export async function launchCauce({
  userData,
  file,
  language = 'en',
  theme = 'light',
  args = []
}: LaunchOptions): Promise<ElectronApplication> {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH'])
    throw new Error('Start these tests with `npm test -- e2e`: it finds the Electron to run.')
  writeProfile(userData, language, theme)
  const flags = launchFlags()
  const env = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return _electron.launch({
    chromiumSandbox: !flags.includes('--no-sandbox'),
    args: [...flags, ...args, `--user-data-dir=${userData}`, '.', ...(file === undefined ? [] : [file])],
    env
  })
}

function writeProfile(userData: string, language: string, theme: string): void {
  const file = join(userData, 'profile.json')
  try {
    writeFileSync(file, JSON.stringify({ preferences: { language, theme } }), { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Process id of the window's data host, whichever way it runs; undefined while there is none. */
export async function findHostPid(app: ElectronApplication): Promise<number | undefined> {
  const utility = await app.evaluate(({ app }) => app.getAppMetrics().find((metric) => metric.name === 'Cauce data host')?.pid)
  return utility ?? findChildPid(app.process().pid ?? 0, 'data-host.cjs')
}

/** The Linux process that is a child of `parent` with `name` in its command line. */
function findChildPid(parent: number, name: string): number | undefined {
  const pids = readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))
  const found = pids.find((pid) => {
    try {
      const parentOf = /^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      return Number(parentOf) === parent && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(name)
    } catch {
      return false // ended while we looked
    }
  })
  return found === undefined ? undefined : Number(found)
}

/** The next dialogs that ask for a file to open answer with `path`. */
export async function answerOpenDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] })
  }, path)
}

/** The next dialogs that ask where to save answer with `path`. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: answer })
  }, path)
}

/** What the person's hand does: the file manager's file goes over the window and is let go. */
export async function dropFile(app: ElectronApplication, page: Page, path: string): Promise<void> {
  const devtools = await app.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    delete dataset['dropped']
    window.addEventListener('drop', () => (dataset['dropped'] = 'yes'), { once: true, capture: true })
  })
  // A busy page has not said yet that it takes the file when this hand, faster than any other, lets go: then it is a leave.
  await expect(async () => {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
    await expect(page.locator('html[data-dropped]')).toHaveCount(1, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
  await devtools.detach()
}

/** Makes a workspace file without a window: empty, or filled from a sample. */
export async function createWorkspaceFile(
  path: string,
  options: { title?: string; sampleId?: string; currency?: string } = {}
): Promise<string> {
  const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
  await client.workspace.createWorkspace({ fileToken: context.files.grant(path), ...options })
  await client.workspace.closeWorkspace()
  return path
}

interface Fixtures {
  /** A folder of the test's own, gone afterwards. */
  folder: string
  userData: string
  /** A workspace to open at the start: override with `test.use({ file })` or in a fixture of the spec. */
  file: string | undefined
  /** Errors in the consoles of page and main; a test may expect them to be none. */
  errors: string[]
  electronApp: ElectronApplication
  page: Page
}

/** Collects what a page reports as error. */
export function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
}

export const test = base.extend<Fixtures>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cauce-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  userData: async ({}, use) => {
    const userData = mkdtempSync(join(tmpdir(), 'cauce-profile-'))
    await use(userData)
    rmSync(userData, { recursive: true, force: true, maxRetries: 5 })
  },
  file: [undefined, { option: true }],
  errors: async ({}, use) => {
    await use([])
  },
  electronApp: async ({ userData, errors, file }, use) => {
    const app = await launchCauce({ userData, ...(file === undefined ? {} : { file }) })
    app.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await use(app)
    await app.close()
  },
  page: async ({ electronApp, errors }, use) => {
    const page = await electronApp.firstWindow()
    collectErrors(page, errors)
    await use(page)
  }
})
export { expect }
