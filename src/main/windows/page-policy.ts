import type { WebPreferences } from 'electron'

/** Name of our scheme and the only address of the window. */
export const APP_SCHEME = 'app'
export const APP_ORIGIN = 'app://cauce'

/** Sent with every file of the window. Frozen: a test compares it letter by letter. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'none'; object-src 'none'; media-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** For the hidden page a report is printed from: text, its own styles and pictures inside it, no script. */
export const PRINT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"

/** Every page of the app runs under these. */
export const LOCKED_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  disableBlinkFeatures: 'Auxclick'
} as const satisfies WebPreferences
