import { app, nativeTheme } from 'electron'
import { setAppMenu } from './menu/app-menu.ts'
import { handleShell } from './shell/handle.ts'
import { Profile } from './shell/profile.ts'
import { createVerbs, giveToken } from './shell/verbs.ts'
import { registerAppScheme, serveAppScheme } from './windows/app-scheme.ts'
import { findLocations } from './windows/locations.ts'
import { findNamedFiles } from './windows/named-files.ts'
import { OpenWindows } from './windows/open-windows.ts'
import { closeNetwork, guardPages } from './windows/page-guards.ts'

function refresh(windows: OpenWindows, profile: Profile): void {
  const front = windows.focused
  setAppMenu({
    language: profile.language(),
    isMac: process.platform === 'darwin',
    isDevelopment: !app.isPackaged,
    enabled: front?.menuState.enabled ?? {},
    outside: front?.menuState.outside ?? [],
    run: (commandId) => windows.focused?.window.webContents.send('cauce-command', commandId)
  })
}

/** From the first line to the first window, in order. */
async function start(): Promise<void> {
  closeNetwork()
  registerAppScheme()
  guardPages()

  const named = findNamedFiles(process.argv.slice(1), process.cwd())
  // A second start of the same person hands its files to the first and ends.
  if (!app.requestSingleInstanceLock({ files: named })) {
    app.quit()
    return
  }
  // macOS names a file by an event, possibly before the app is ready.
  let openFromFinder = (path: string): void => {
    named.push(path)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    openFromFinder(path)
  })

  await app.whenReady()
  const profile = new Profile(app.getPath('userData'))
  profile.applyTheme()
  const windows = new OpenWindows(profile)
  const update = (): void => {
    refresh(windows, profile)
  }
  const tellPages = (): void => {
    update()
    for (const { window } of windows.all) window.webContents.send('cauce-environment', profile.environment())
  }
  serveAppScheme(findLocations().renderer)
  handleShell(windows, createVerbs({ profile, windows, refreshMenu: update, tellPages }), (path, from) => giveToken({ path }, from))
  nativeTheme.on('updated', tellPages)
  app.on('browser-window-focus', update)
  followOtherStarts(windows)
  endWithLastWindow(windows, profile)

  openFromFinder = (path) => void windows.openNamed(path)
  if (named.length === 0) await windows.openEmpty()
  for (const path of named) await windows.openNamed(path)
  update()
}

function followOtherStarts(windows: OpenWindows): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { files = [] } = data as { files?: string[] }
    for (const path of files) void windows.openNamed(path)
    if (files.length === 0) windows.focused?.focus()
  })
  app.on('activate', () => {
    if (windows.all.length === 0) void windows.openEmpty()
  })
}

/** The app goes when its last window has gone, its data host has closed the file and the profile is written. */
function endWithLastWindow(windows: OpenWindows, profile: Profile): void {
  let isQuitting = false
  let isSettled = false
  app.on('before-quit', () => {
    isQuitting = true
  })
  app.on('window-all-closed', () => {
    if (isQuitting || process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (isSettled) return
    event.preventDefault()
    void Promise.all([windows.waitForEnds(), profile.settle()]).finally(() => {
      isSettled = true
      app.quit()
    })
  })
}

void start().catch((error: unknown) => {
  console.error(error)
  app.exit(1)
})
