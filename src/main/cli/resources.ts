import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The folder with models, catalogue, presets and samples: named by the caller, or found upwards from the program, which
 * stands in `out/main` of the checkout or inside the packaged app.
 */
export function findResources(program: string): string {
  const named = process.env.CAUCE_RESOURCES
  if (named !== undefined && named !== '') return named
  for (let folder = dirname(resolve(program)); ; folder = dirname(folder)) {
    for (const candidate of [join(folder, 'resources'), folder])
      if (existsSync(join(candidate, 'models')) && existsSync(join(candidate, 'catalogue'))) return candidate
    if (dirname(folder) === folder) return join(dirname(resolve(program)), 'resources')
  }
}
