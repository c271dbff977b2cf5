import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Recipe } from './recipe.ts'

/** The sample businesses of the app's folder: adding one is adding a recipe. */
export function loadSamples(resourcesDir: string): Recipe[] {
  const folder = join(resourcesDir, 'samples')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => Recipe.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
