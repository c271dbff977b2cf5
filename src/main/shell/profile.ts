import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { app, nativeTheme } from 'electron'
import { z } from 'zod'
import { Preferences, type Environment, type RecentWorkspace } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/domain/text.ts'
import { atomicWrite } from '../files/atomic-write.ts'

const MOST_RECENT = 12
const WindowSize = z.object({ width: z.number().int().min(960).max(10_000), height: z.number().int().min(600).max(10_000) })
type WindowSize = z.infer<typeof WindowSize>
const Stored = z.object({
  preferences: Preferences.default({ language: 'system', theme: 'system', views: {}, hasMap: false, recentShapes: [] }),
  windowSize: WindowSize.default({ width: 1280, height: 800 }),
  recent: z.array(z.object({ id: z.string(), path: z.string(), openedAt: z.string() })).default([])
})
type Stored = z.infer<typeof Stored>

/** A profile that is missing or unreadable starts afresh: it holds nothing that cannot be chosen again. */
function readStored(file: string): Stored {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return Stored.parse({})
  }
}

/** What the app remembers about the person rather than a business: language, theme, window size, recent files. */
export class Profile {
  readonly #file: string
  #stored: Stored
  #lastWrite: Promise<unknown> = Promise.resolve()

  constructor(folder: string) {
    this.#file = join(folder, 'profile.json')
    this.#stored = readStored(this.#file)
  }

  language(): Language {
    const { language } = this.#stored.preferences
    if (language !== 'system') return language
    return (app.getPreferredSystemLanguages()[0] ?? app.getLocale()).toLowerCase().startsWith('es') ? 'es' : 'en'
  }

  environment(): Environment {
    return {
      platform: process.platform,
      language: this.language(),
      dark: nativeTheme.shouldUseDarkColors,
      preferences: this.#stored.preferences,
      version: app.getVersion()
    }
  }

  /** Makes the theme of the platform's own parts (menus, dialogs, scroll bars) follow the preference. */
  applyTheme(): void {
    nativeTheme.themeSource = this.#stored.preferences.theme
  }

  async setPreferences(changed: Partial<Preferences>): Promise<void> {
    this.#stored.preferences = { ...this.#stored.preferences, ...changed }
    this.applyTheme()
    await this.#save()
  }

  windowSize(): WindowSize {
    return this.#stored.windowSize
  }

  rememberWindowSize(size: { width: number; height: number }): void {
    const parsed = WindowSize.safeParse(size)
    if (!parsed.success) return
    this.#stored.windowSize = parsed.data
    void this.#save()
  }

  listRecent(): RecentWorkspace[] {
    return this.#stored.recent.map(({ id, path, openedAt }) => ({
      id,
      openedAt,
      name: basename(path).replace(/\.cauce$/i, ''),
      folder: dirname(path),
      missing: !existsSync(path)
    }))
  }

  findRecent(id: string): string | undefined {
    return this.#stored.recent.find((each) => each.id === id)?.path
  }

  async rememberRecent(path: string): Promise<void> {
    const known = this.#stored.recent.find((each) => each.path === path)
    const entry = { id: known?.id ?? randomUUID(), path, openedAt: new Date().toISOString() }
    this.#stored.recent = [entry, ...this.#stored.recent.filter((each) => each.path !== path)].slice(0, MOST_RECENT)
    app.addRecentDocument(path)
    await this.#save()
  }

  async forgetRecent(id: string): Promise<void> {
    this.#stored.recent = this.#stored.recent.filter((each) => each.id !== id)
    await this.#save()
  }

  /** Resolves when everything remembered is on the disk. */
  async settle(): Promise<void> {
    await this.#lastWrite
  }

  /** One write after the other, each with the newest state. A profile that cannot be written must not stop any work. */
  #save(): Promise<unknown> {
    this.#lastWrite = this.#lastWrite.then(() => atomicWrite(this.#file, JSON.stringify(this.#stored, null, 2))).catch(() => undefined)
    return this.#lastWrite
  }
}
