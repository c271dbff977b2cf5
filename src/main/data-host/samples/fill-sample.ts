import type Database from 'better-sqlite3'
import type { Recipe } from './recipe.ts'

/** Generates a sample business into a new workspace. */
export async function fillFromSample(_db: Database.Database, _recipe: Recipe): Promise<void> {
  await Promise.resolve()
}
