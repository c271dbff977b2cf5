import type Database from 'better-sqlite3'
import { z } from 'zod'
import { Scenario } from '../../../shared/contract/simulator.ts'
import { SCENARIO_KEY_PREFIX } from '../database/settings.ts'
import type { Watched } from '../database/row-log.ts'

const keyOf = (id: number): string => SCENARIO_KEY_PREFIX + String(id)
const Stored = Scenario.omit({ id: true })
const Id = z.coerce.number().int().positive()

/** Scenarios kept among the settings of the workspace, oldest first; what can't be read as one is left out. */
export function listScenarios(db: Database.Database): Scenario[] {
  const rows = db
    .prepare<[string], { key: string; value: string }>(`SELECT key, value FROM settings WHERE key GLOB ? || '*'`)
    .all(SCENARIO_KEY_PREFIX)
  return rows
    .flatMap(({ key, value }) => {
      const id = Id.safeParse(key.slice(SCENARIO_KEY_PREFIX.length))
      const stored = Stored.safeParse(JSON.parse(value))
      return id.success && stored.success ? [{ id: id.data, ...stored.data }] : []
    })
    .sort((a, b) => a.id - b.id)
}

/** The row a scenario lives in. */
export function watchScenario(id: number): Watched[] {
  return [{ table: 'settings', where: { key: keyOf(id) } }]
}

export function writeScenario(db: Database.Database, { id, name, typed }: Scenario): void {
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    keyOf(id),
    JSON.stringify({ name, typed })
  )
}

export function deleteScenario(db: Database.Database, id: number): void {
  db.prepare('DELETE FROM settings WHERE key = ?').run(keyOf(id))
}
