import type Database from 'better-sqlite3'
import type { Attribute } from '../../../shared/contract/imports.ts'

/** Every attribute customers can carry, by name. */
export function listAttributes(db: Database.Database): Attribute[] {
  return db.prepare<[], Attribute>('SELECT id, name, type FROM attributes ORDER BY name, id').all()
}
