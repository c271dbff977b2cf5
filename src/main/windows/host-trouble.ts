import { dialog, type BrowserWindow } from 'electron'
import type { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'

/** The host died three times within a minute: says so and asks what to do. */
export async function tellHostStopped(window: BrowserWindow, language: Language): Promise<'retry' | 'close'> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: translate(language, 'menu.host.stoppedTitle'),
    detail: translate(language, 'menu.host.stoppedBody'),
    buttons: [translate(language, 'menu.host.retry'), translate(language, 'menu.host.close')],
    defaultId: 0,
    cancelId: 1
  })
  return response === 0 ? 'retry' : 'close'
}

/** The database component does not load: no workspace can be opened on this computer. */
export async function tellSelfTestFailed(window: BrowserWindow, language: Language, reason: string): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: translate(language, 'menu.host.selfTestTitle'),
    detail: translate(language, 'menu.host.selfTestBody', { reason })
  })
}
