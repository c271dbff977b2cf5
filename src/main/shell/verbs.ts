import { basename } from 'node:path'
import { app, clipboard } from 'electron'
import type { OpenOutcome, PickedFile } from '../../shared/contract/shell.ts'
import { atomicWrite } from '../files/atomic-write.ts'
import { toRefusal, type OpenWindows } from '../windows/open-windows.ts'
import type { WorkspaceWindow } from '../windows/workspace-window.ts'
import { askForFile, type ChosenFile } from './file-dialogs.ts'
import type { ShellVerbs } from './handle.ts'
import { drawChart, drawDiagram, drawPicture, printPerson, printPicture, printReport } from './prints.ts'
import type { Profile } from './profile.ts'

export interface ShellParts {
  profile: Profile
  windows: OpenWindows
  /** What the window in front can do changed: the menu is made again. */
  refreshMenu: () => void
  /** Language or theme changed: every page is told, and the menu made again. */
  tellPages: () => void
}

/** A token for a file the person chose or dropped; the page learns its name only. */
export async function giveToken(file: Partial<ChosenFile> & { path: string }, from: WorkspaceWindow): Promise<PickedFile> {
  return { token: await from.host.grant(file), name: basename(file.path) }
}

/** Makes the bytes, writes them where the token says; a refusal comes back as data. */
async function saveMade(
  from: WorkspaceWindow,
  token: string,
  make: () => Promise<Uint8Array>
): Promise<{ bytes: number } | { error: ReturnType<typeof toRefusal> }> {
  try {
    return { bytes: await atomicWrite(from.host.resolve(token), await make()) }
  } catch (error) {
    return { error: toRefusal(error) }
  }
}

export function createVerbs({ profile, windows, refreshMenu, tellPages }: ShellParts): ShellVerbs {
  const ask = (from: WorkspaceWindow, purpose: Parameters<typeof askForFile>[1], suggestedName?: string): Promise<ChosenFile | null> =>
    askForFile(from.window, purpose, profile.language(), suggestedName)

  /** What windows that are presented in were before. */
  const wholeScreen = new WeakMap<WorkspaceWindow['window'], { isFull: boolean; hasMenu: boolean }>()

  return {
    getEnvironment: () => profile.environment(),
    async setPreferences(changed) {
      const given = Object.entries(changed).filter(([, value]) => value !== undefined)
      await profile.setPreferences(Object.fromEntries(given))
      tellPages()
      return profile.environment()
    },
    async pickFile({ purpose, suggestedName }, from) {
      const chosen = await ask(from, purpose, suggestedName)
      return chosen && giveToken(chosen, from)
    },
    async openWorkspace({ token, recentId }, from): Promise<OpenOutcome> {
      let path: string | null | undefined
      if (token !== undefined) path = from.host.resolve(token)
      else if (recentId !== undefined) path = profile.findRecent(recentId)
      else path = (await ask(from, 'open-workspace'))?.path ?? null
      if (path === null) return { outcome: 'cancelled' }
      if (path === undefined) return { outcome: 'refused', error: { code: 'file-missing', details: {} } }
      return windows.openFile({ path }, from)
    },
    async newWorkspace({ sampleId, suggestedName, title, currency }, from): Promise<OpenOutcome> {
      const chosen = await ask(from, 'new-workspace', suggestedName ?? title ?? sampleId ?? app.name)
      if (chosen === null) return { outcome: 'cancelled' }
      const wishes = {
        ...(sampleId === undefined ? {} : { sampleId }),
        ...(title === undefined ? {} : { title }),
        ...(currency === undefined ? {} : { currency })
      }
      return windows.openFile(chosen, from, (client, fileToken) => client.workspace.createWorkspace({ fileToken, ...wishes }))
    },
    async closeWorkspace(_input, from) {
      await from.host.client.workspace.closeWorkspace()
      from.holdFile(null, null)
      return null
    },
    listRecent: () => profile.listRecent(),
    async forgetRecent({ id }) {
      await profile.forgetRecent(id)
      return profile.listRecent()
    },
    saveReportPdf: ({ fileToken, ...request }, from) => saveMade(from, fileToken, () => printReport(from.host.client, request)),
    savePersonPdf: ({ fileToken, ...request }, from) => saveMade(from, fileToken, () => printPerson(from.host.client, request)),
    saveDiagramPng: ({ fileToken, scale, ...request }, from) =>
      saveMade(from, fileToken, () => drawDiagram(from.host.client, request, scale)),
    async saveDrawingPng({ fileToken, scale, ...request }, from) {
      let kept = scale
      const saved = await saveMade(from, fileToken, async () => {
        const drawn = await drawPicture(from.host.client, request, scale)
        kept = drawn.scale
        return drawn.png
      })
      return 'error' in saved || kept === scale ? saved : { ...saved, scale: kept }
    },
    saveDrawingPdf: ({ fileToken, paper, ...request }, from) =>
      saveMade(from, fileToken, () => printPicture(from.host.client, request, paper)),
    saveChartPng: ({ fileToken, scale, ...drawing }, from) => saveMade(from, fileToken, () => drawChart(from.host.client, drawing, scale)),
    setFullScreen({ isOn }, { window }) {
      // A window that took the whole screen before takes it afterwards.
      const was = wholeScreen.get(window) ?? { isFull: window.isFullScreen(), hasMenu: window.isMenuBarVisible() }
      if (isOn) wholeScreen.set(window, was)
      else wholeScreen.delete(window)
      window.setFullScreen(isOn || was.isFull)
      window.setMenuBarVisibility(!isOn && was.hasMenu)
      return null
    },
    async copyText({ text }) {
      await clipboard.writeText(text)
      return null
    },
    setMenuState(state, from) {
      from.menuState = state
      refreshMenu()
      return null
    }
  }
}
