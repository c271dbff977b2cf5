import { app, type Session, type WebContents } from 'electron'
import { APP_SCHEME } from './page-policy.ts'
import { findDevUrl } from './locations.ts'

/** Keeps Chromium from the network at its lowest door; before the app is ready. */
export function closeNetwork(): void {
  // Chromium has no sandbox for root (a test machine without other accounts): asking for one would stop every page.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Even a page under our policy could leak host names by prefetching their addresses.
  if (findDevUrl() === undefined) app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
}

/** Whether a page may load `url`: our own files and what it made itself; in development also Vite and the developer tools. */
export function isAllowedRequest(url: string, devUrl: string | undefined): boolean {
  const { protocol, host } = new URL(url)
  if ([`${APP_SCHEME}:`, 'data:', 'blob:'].includes(protocol)) return true
  if (devUrl === undefined) return false
  return protocol === 'devtools:' || host === new URL(devUrl).host
}

function guardSession(session: Session): void {
  // An empty list: with any language Chromium would fetch its dictionary.
  session.setSpellCheckerLanguages([])
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isAllowedRequest(details.url, findDevUrl()) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => {
    // A reload of the very page is no navigation elsewhere; Vite asks for it in development.
    if (event.url !== contents.getURL()) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
}

/** Closes what a page could open, for every session and page there will ever be; before the app is ready. */
export function guardPages(): void {
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents)
  })
}
