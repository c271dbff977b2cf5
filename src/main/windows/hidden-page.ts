import { BrowserWindow, type WebContents } from 'electron'
import { serveDocument } from './app-scheme.ts'
import { LOCKED_PREFERENCES } from './page-policy.ts'

/** A report names itself and numbers its pages in its own style sheet, in its own font; Chromium keeps that part of CSS switched off. */
const PAPER_PREFERENCES = { ...LOCKED_PREFERENCES, enableBlinkFeatures: 'PageMarginBoxes' }

/** Loads `html` in a page nobody sees, without preload and without script of its own, hands it to `use` and throws it away. */
export async function withHiddenPage<T>(html: string, use: (contents: WebContents) => Promise<T>): Promise<T> {
  const document = serveDocument(html)
  const window = new BrowserWindow({ show: false, width: 1000, height: 1400, webPreferences: PAPER_PREFERENCES })
  try {
    await window.loadURL(document.url)
    return await use(window.webContents)
  } finally {
    document.dispose()
    window.destroy()
  }
}
