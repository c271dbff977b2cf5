import { basename } from 'node:path'
import { BrowserWindow, MessageChannelMain, app, nativeTheme } from 'electron'
import { HOST_PORT_MESSAGE, type Refusal } from '../../shared/contract/shell.ts'
import { HostSupervisor } from '../host-link/host-supervisor.ts'
import type { Profile } from '../shell/profile.ts'
import { findDevUrl, findLocations } from './locations.ts'
import { APP_ORIGIN, LOCKED_PREFERENCES } from './page-policy.ts'
import { tellHostStopped, tellSelfTestFailed } from './host-trouble.ts'

/** One window, its data host and the file open in it. */
export class WorkspaceWindow {
  readonly window: BrowserWindow
  readonly host: HostSupervisor
  readonly profile: Profile
  /** Real path of the open file; null on the start screen. */
  path: string | null = null
  menuState: { readonly enabled: Readonly<Record<string, boolean>>; readonly outside: readonly string[] } = { enabled: {}, outside: [] }
  #isPageLoaded = false

  constructor(profile: Profile) {
    const locations = findLocations()
    this.profile = profile
    this.window = makeWindow(profile, locations.preload)
    this.host = new HostSupervisor({
      script: locations.hostScript,
      resourcesDir: locations.resources,
      onReady: () => {
        this.#connectPage()
      },
      onGivenUp: (reason) => {
        void this.#tellTrouble(reason)
      }
    })
    this.window.webContents.on('did-start-loading', () => {
      this.#isPageLoaded = false
    })
    this.window.webContents.on('did-finish-load', () => {
      this.#isPageLoaded = true
      this.#connectPage()
    })
    this.window.webContents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit' && !this.window.isDestroyed()) this.window.webContents.reload()
    })
  }

  /** Loads the page; with a file already open in the host the page starts there. */
  async load(): Promise<void> {
    await this.window.loadURL(findDevUrl() ?? `${APP_ORIGIN}/index.html`).catch((error: unknown) => {
      // Loaded again, or closed, before the first load was through: the later one counts.
      if (!(error instanceof Error && error.message.includes('ERR_ABORTED'))) throw error
    })
  }

  /** The file is open in the host: the title says so and a host started later opens it again. */
  holdFile(path: string | null, token: string | null): void {
    this.path = path
    this.host.keepOpen(token)
    this.window.setTitle(path === null ? app.name : `${basename(path).replace(/\.cauce$/i, '')} — ${app.name}`)
    if (process.platform === 'darwin') this.window.setRepresentedFilename(path ?? '')
  }

  focus(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.focus()
  }

  /** The person hears in the page why a file was not opened. */
  tellRefusal(refusal: Refusal): void {
    this.window.webContents.send('cauce-refusal', refusal)
  }

  /** A port for the page, as soon as both page and host are there; again after each reload and restart. */
  #connectPage(): void {
    if (!this.#isPageLoaded || !this.host.isReady || this.window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.host.connect(port1)
    this.window.webContents.postMessage('cauce-host-port', HOST_PORT_MESSAGE, [port2])
  }

  async #tellTrouble(reason: string | null): Promise<void> {
    if (this.window.isDestroyed()) return
    const language = this.profile.language()
    if (reason !== null) await tellSelfTestFailed(this.window, language, reason)
    else if ((await tellHostStopped(this.window, language)) === 'retry') this.host.retry()
    else this.window.close()
  }
}

function makeWindow(profile: Profile, preload: string): BrowserWindow {
  const size = profile.windowSize()
  const window = new BrowserWindow({
    ...size,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: app.name,
    // The same ground as the page's, so that nothing flashes before it is drawn.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15191a' : '#faf8f4',
    webPreferences: { ...LOCKED_PREFERENCES, preload, devTools: !app.isPackaged }
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  // The page's <title> is not the window's: main knows the file.
  window.on('page-title-updated', (event) => {
    event.preventDefault()
  })
  window.on('close', () => {
    const { width, height } = window.getNormalBounds()
    profile.rememberWindowSize({ width, height })
  })
  return window
}
