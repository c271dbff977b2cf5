import { realpathSync } from 'node:fs'
import { BrowserWindow, type WebContents } from 'electron'
import { ORPCError } from '@orpc/client'
import type { HostClient } from '../../shared/contract/index.ts'
import { Refusal, type OpenOutcome } from '../../shared/contract/shell.ts'
import { CauceError } from '../../shared/domain/errors.ts'
import type { GrantedFile } from '../host-link/host-supervisor.ts'
import type { Profile } from '../shell/profile.ts'
import { WorkspaceWindow } from './workspace-window.ts'

/** What the person is told when the host refused: our code, or `internal` for anything unforeseen. */
export function toRefusal(error: unknown): Refusal {
  const parsed = Refusal.safeParse(
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
const SOMETHING_FAILED: Refusal = { code: 'internal', details: {} }
const openExisting: OpenFile = (client, fileToken) => client.workspace.openWorkspace({ fileToken })

/** All windows there are: one per open file, so that no file has two writers. */
export class OpenWindows {
  readonly #profile: Profile
  readonly #windows = new Set<WorkspaceWindow>()
  readonly #ending = new Set<Promise<void>>()
  #lastNamed: Promise<void> = Promise.resolve()

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
  openNamed(path: string): Promise<void> {
    // One after the other: two files must not both take the same empty window.
    this.#lastNamed = this.#lastNamed.then(() => this.#openNamed(path))
    return this.#lastNamed
  }

  async #openNamed(path: string): Promise<void> {
    const holder = this.#findHolder(path)
    if (holder) {
      holder.focus()
      return
    }
    const empty = [...this.#windows].find((each) => each.path === null)
    const target = empty ?? this.#make()
    const outcome = empty ? await this.openFile({ path }, empty) : await this.#startWith({ path }, target)
    target.focus()
    if (outcome.outcome === 'refused') target.tellRefusal(outcome.error)
  }

  /** Opens a file in `wanted` when it shows none, else in a new window; brings forward the window that has it already. */
  async openFile(file: GrantedFile, wanted: WorkspaceWindow, open: OpenFile = openExisting): Promise<OpenOutcome> {
    const holder = this.#findHolder(file.path)
    if (holder) {
      holder.focus()
      // A new file cannot take the place of one that is being worked on.
      return open === openExisting ? { outcome: 'elsewhere' } : { outcome: 'refused', error: { code: 'file-in-use', details: {} } }
    }
    const isNew = wanted.path !== null
    const target = isNew ? this.#make() : wanted
    if (isNew) await target.host.start()
    const token = await target.host.grant(file)
    const outcome = await this.#openIn(target, file, token, () => open(target.host.client, token))
    if (outcome.outcome === 'refused' && isNew) target.window.destroy()
    else if (isNew) await target.load()
    return outcome
  }

  #findHolder(path: string): WorkspaceWindow | undefined {
    const real = toRealPath(path)
    return [...this.#windows].find((each) => each.path === real)
  }

  /** Starts a new window's page and host side by side; the page can ask as soon as the file is open, and never before. */
  async #startWith(file: GrantedFile, target: WorkspaceWindow): Promise<OpenOutcome> {
    let outcome: OpenOutcome = { outcome: 'refused', error: SOMETHING_FAILED }
    const token = await target.host.grant(file)
    const started = target.host.start(async (client) => {
      outcome = await this.#openIn(target, file, token, () => openExisting(client, token))
    })
    await Promise.all([started, target.load()])
    return outcome
  }

  async #openIn(target: WorkspaceWindow, { path }: GrantedFile, token: string, open: () => Promise<unknown>): Promise<OpenOutcome> {
    try {
      await open()
    } catch (error) {
      return { outcome: 'refused', error: toRefusal(error) }
    }
    target.holdFile(toRealPath(path), token)
    await this.#profile.rememberRecent(toRealPath(path))
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
