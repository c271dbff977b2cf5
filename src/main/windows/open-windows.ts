import { realpathSync } from 'node:fs'
import { BrowserWindow, type WebContents } from 'electron'
import { ORPCError } from '@orpc/client'
import type { OpenOutcome } from '../../shared/contract/shell.ts'
import { CauceError, ErrorCode, ErrorDetails } from '../../shared/domain/errors.ts'
import { z } from 'zod'
import type { HostClient } from '../../shared/contract/index.ts'
import type { Profile } from '../shell/profile.ts'
import { WorkspaceWindow } from './workspace-window.ts'

const Refused = z.object({ code: ErrorCode, details: ErrorDetails })

/** What the person is told when the host refused: our code, or `internal` for anything unforeseen. */
export function toRefusal(error: unknown): z.infer<typeof Refused> {
  const parsed = Refused.safeParse(
    error instanceof ORPCError ? error.data : error instanceof CauceError ? { code: error.code, details: error.details } : null
  )
  return parsed.success ? parsed.data : { code: 'internal', details: {} }
}

function toRealPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

type OpenFile = (client: HostClient, fileToken: string) => Promise<unknown>
const openExisting: OpenFile = (client, fileToken) => client.workspace.openWorkspace({ fileToken })

/** All windows there are: one per open file, so that no file has two writers. */
export class OpenWindows {
  readonly #profile: Profile
  readonly #windows = new Set<WorkspaceWindow>()
  readonly #ending = new Set<Promise<void>>()

  constructor(profile: Profile) {
    this.#profile = profile
  }

  /** The window a page belongs to; undefined for a page of no window of ours. */
  find(contents: WebContents): WorkspaceWindow | undefined {
    return [...this.#windows].find(({ window }) => !window.isDestroyed() && window.webContents === contents)
  }

  get focused(): WorkspaceWindow | undefined {
    const focused = BrowserWindow.getFocusedWindow()
    return [...this.#windows].find(({ window }) => window === focused) ?? [...this.#windows].at(-1)
  }

  get all(): readonly WorkspaceWindow[] {
    return [...this.#windows]
  }

  /** A window on its start screen. */
  async openEmpty(): Promise<WorkspaceWindow> {
    const opened = this.#make()
    await Promise.all([opened.load(), opened.host.start()])
    return opened
  }

  /** A file named from outside (command line, second start, the file manager): like `openFile`, telling the person in the window. */
  async openNamed(path: string): Promise<void> {
    const empty = [...this.#windows].find((each) => each.path === null)
    const target = empty ?? this.#make()
    if (!empty) await target.host.start()
    const outcome = await this.openFile(path, target)
    if (outcome.outcome === 'elsewhere') {
      if (!empty) target.window.destroy()
      return
    }
    // The page asks for the state when it starts; a start screen has nothing to lose by starting again.
    await target.load()
    target.focus()
    if (outcome.outcome === 'refused') target.window.webContents.send('cauce-command', `refused:${outcome.error.code}`)
  }

  /** Opens `path` in `wanted` when it shows no file, else in a new window; brings forward the window that has it already. */
  async openFile(path: string, wanted: WorkspaceWindow, open: OpenFile = openExisting): Promise<OpenOutcome> {
    const real = toRealPath(path)
    const holder = [...this.#windows].find((each) => each.path === real)
    if (holder) {
      holder.focus()
      return { outcome: 'elsewhere' }
    }
    const isNew = wanted.path !== null
    const target = isNew ? this.#make() : wanted
    if (isNew) await target.host.start()
    try {
      const token = await target.host.grant(path)
      await open(target.host.client, token)
      target.holdFile(toRealPath(path), token)
    } catch (error) {
      if (isNew) target.window.destroy()
      return { outcome: 'refused', error: toRefusal(error) }
    }
    await this.#profile.rememberRecent(toRealPath(path))
    if (isNew) await target.load()
    return { outcome: 'opened' }
  }

  /** Resolves when every host of a closed window has ended: the app must not go before. */
  async waitForEnds(): Promise<void> {
    await Promise.all(this.#ending)
  }

  #make(): WorkspaceWindow {
    const made = new WorkspaceWindow(this.#profile)
    this.#windows.add(made)
    made.window.on('closed', () => {
      this.#windows.delete(made)
      const end = made.host.end().finally(() => this.#ending.delete(end))
      this.#ending.add(end)
    })
    return made
  }
}
