import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Template } from '../../../../shared/diagrams/templates.ts'

const cache = new Map<string, { stamp: string; templates: readonly Template[] }>()

/** Lists `diagrams/` of the resources: adding a template is adding a file. Read again only when a file there changed. */
export function loadTemplates(resourcesDir: string): readonly Template[] {
  const folder = join(resourcesDir, 'diagrams')
  const paths = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name))
  const stamp = paths.map((path) => `${path} ${String(statSync(path).mtimeMs)}`).join('|')
  const cached = cache.get(resourcesDir)
  if (cached?.stamp === stamp) return cached.templates
  const templates = paths.map((path) => Template.parse(JSON.parse(readFileSync(path, 'utf8')))).toSorted((a, b) => a.rank - b.rank)
  cache.set(resourcesDir, { stamp, templates })
  return templates
}
