import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { z } from 'zod'
import { shell, type PickedFile, type ShellOutput, type ShellVerb } from '../../shared/contract/shell.ts'
import type { OpenWindows } from '../windows/open-windows.ts'
import type { WorkspaceWindow } from '../windows/workspace-window.ts'
import { findDevUrl } from '../windows/locations.ts'
import { APP_ORIGIN } from '../windows/page-policy.ts'

type ParsedInput<V extends ShellVerb> = z.output<(typeof shell)[V]['input']>
/** What each verb does for the window that asked. */
export type ShellVerbs = { [V in ShellVerb]: (input: ParsedInput<V>, from: WorkspaceWindow) => Promise<ShellOutput<V>> | ShellOutput<V> }

const Verb = z.enum(Object.keys(shell) as [ShellVerb, ...ShellVerb[]])

/** The window that asked. Only the top page of one of our windows may: not a frame, not another page, not another address. */
function findSender(event: IpcMainInvokeEvent, windows: OpenWindows): WorkspaceWindow {
  const frame = event.senderFrame
  const from = windows.find(event.sender)
  const origin = findDevUrl() === undefined ? APP_ORIGIN : new URL(findDevUrl() ?? '').origin
  if (!from || !frame || frame !== event.sender.mainFrame || !frame.url.startsWith(`${origin}/`)) throw new Error('E_SENDER')
  return from
}

/** The only place that listens to pages: who asks, which verb and what goes in are checked before anything is done. */
export function handleShell(
  windows: OpenWindows,
  verbs: ShellVerbs,
  tokenForPath: (path: string, from: WorkspaceWindow) => Promise<PickedFile>
): void {
  ipcMain.handle('cauce-shell', (event, verb: unknown, input: unknown) => {
    const from = findSender(event, windows)
    return callVerb(verbs, Verb.parse(verb), input, from)
  })
  // Preload alone names a path: that of a file the person dropped on the page.
  ipcMain.handle('cauce-file', (event, path: unknown) => tokenForPath(z.string().min(1).parse(path), findSender(event, windows)))
}

function callVerb(verbs: ShellVerbs, verb: ShellVerb, input: unknown, from: WorkspaceWindow): unknown {
  // The table of verbs and the table of shapes have the same keys; TypeScript cannot follow that through the index.
  const run = verbs[verb] as (parsed: unknown, from: WorkspaceWindow) => unknown
  return run(shell[verb].input.parse(input), from)
}
