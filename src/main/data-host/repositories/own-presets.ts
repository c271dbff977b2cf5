import type Database from 'better-sqlite3'
import { z } from 'zod'
import { KeptSettings } from '../../../shared/contract/imports.ts'

/** What an own preset keeps: how a file was mapped, and the column names by which the next one is recognised. */
export const PresetDefinition = z.object({ name: z.string().min(1), headers: z.array(z.string()).min(1), settings: KeptSettings })
export type PresetDefinition = z.infer<typeof PresetDefinition>
export interface OwnPreset extends PresetDefinition {
  id: string
}

interface PresetRow {
  id: string
  definition: string
}

function readRow({ id, definition }: PresetRow): OwnPreset[] {
  // A newer version may have written what this one does not know: such a preset is not offered, and stays as it is.
  const parsed = PresetDefinition.safeParse(JSON.parse(definition))
  return parsed.success ? [{ id, ...parsed.data }] : []
}

/** All own presets, by name. */
export function listOwnPresets(db: Database.Database): OwnPreset[] {
  const rows = db.prepare<[], PresetRow>('SELECT id, definition FROM own_presets ORDER BY id').all()
  return rows.flatMap(readRow).sort((a, b) => a.name.localeCompare(b.name, 'es'))
}

export function readOwnPreset(db: Database.Database, id: string): OwnPreset | null {
  const row = db.prepare<[string], PresetRow>('SELECT id, definition FROM own_presets WHERE id = ?').get(id)
  return (row && readRow(row)[0]) ?? null
}

/** Stores a preset under its id, over the one that is there. */
export function putOwnPreset(db: Database.Database, { id, ...definition }: OwnPreset, now: Date): void {
  db.prepare(
    'INSERT INTO own_presets (id, definition, updated_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, updated_at = excluded.updated_at'
  ).run(id, JSON.stringify(definition), now.toISOString())
}

export function deleteOwnPreset(db: Database.Database, id: string): void {
  db.prepare('DELETE FROM own_presets WHERE id = ?').run(id)
}
