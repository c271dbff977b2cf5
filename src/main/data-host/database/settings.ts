import type Database from 'better-sqlite3'
import { Settings } from '../../../shared/contract/workspace.ts'

/** Keys of answers kept beside the settings proper. */
export const CHOICE_KEY_PREFIX = 'choice.'
/** Keys of what was made of a model's assessment. */
export const ASSESSMENT_KEY_PREFIX = 'assessment.'
/** The view each walk walks, by the number of the walk. */
export const WALK_VIEW_KEY_PREFIX = 'walk-view.'
/** Scenarios of the simulator, by their numbers. */
export const SCENARIO_KEY_PREFIX = 'simulator.'

/** Weights of the data-quality index, and the sample held against reality. */
export const HEALTH_KEY_PREFIX = 'data-health.'
/** The retention rule, and the key of the erasures' hashes. */
export const PRIVACY_KEY_PREFIX = 'privacy.'

/** What a new workspace starts with; the title comes from the person or the file's name. */
export const DEFAULT_SETTINGS: Settings = { title: 'Cauce', currency: 'EUR', asOf: null, windowDays: 365, grossMargin: 0.3, newDays: 90 }

/** The settings of a workspace; a key that is not there, or not valid any more, falls back to its default. */
export function readSettings(db: Database.Database): Settings {
  const stored: Record<string, unknown> = {}
  for (const { key, value } of db.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings').iterate())
    stored[key] = JSON.parse(value)
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS }
  for (const [key, schema] of Object.entries(Settings.shape)) {
    const checked = schema.safeParse(stored[key])
    if (checked.success) settings[key] = checked.data
  }
  return Settings.parse(settings)
}

/** Stores the given settings and leaves the others. */
export function writeSettings(db: Database.Database, settings: Partial<Settings>): void {
  const put = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  for (const [key, value] of Object.entries(settings)) put.run(key, JSON.stringify(value))
}
