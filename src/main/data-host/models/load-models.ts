import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { checkModel, describeProblem, type KnownIds, type ModelCheck } from '../../../shared/models/check-model.ts'
import type { Model } from '../../../shared/models/model.ts'
import { checkIncoming, tidyDraft, type DraftCheck } from '../../../shared/models/own-model.ts'
import { loadKnownIds } from './load-catalogue.ts'

/** The models of the app's folder, and the files left out with every reason. */
export interface LoadedModels {
  models: Model[]
  problems: { file: string; problems: Text[] }[]
}

/** A model file is a few dozen kilobytes; anything far above is not one. */
const MAX_BYTES = 5_000_000
const cache = new Map<string, { stamp: string; loaded: LoadedModels }>()

/** Lists `models/` of the resources: adding a model is adding a file. Read again only when a file there, or the catalogue, changed. */
export function loadModels(resourcesDir: string): LoadedModels {
  const folder = join(resourcesDir, 'models')
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.json') && !entry.isDirectory())
    .map(({ name }) => name)
    .sort()
  const stamp = [
    ...files.map((name) => join(folder, name)),
    join(resourcesDir, 'catalogue', 'kpis.json'),
    join(resourcesDir, 'catalogue', 'segments.json')
  ]
    .map(describeVersion)
    .join('|')
  const cached = cache.get(resourcesDir)
  if (cached?.stamp === stamp) return cached.loaded
  const loaded = readModels(folder, files, loadKnownIds(resourcesDir))
  cache.set(resourcesDir, { stamp, loaded })
  return loaded
}

/** The model of that id; `not-found` when no good file has it. */
export function findModel(resourcesDir: string, id: string): Model {
  const model = loadModels(resourcesDir).models.find((each) => each.id === id)
  if (!model) throw new CauceError('not-found', { what: id })
  return model
}

/** Checks one model file anywhere on the disk against the app's catalogues. `canImport`: what is wrong with it may wait. */
export function checkModelFile(path: string, resourcesDir: string): { problems: Text[]; canImport: boolean } {
  const { problems } = readModel(path, loadKnownIds(resourcesDir))
  return { problems, canImport: problems.length === 0 || readIncomingModel(path, resourcesDir).draft !== null }
}

/** A model file from outside; one that can't be kept is told everything `checkModelFile` tells. */
export function readIncomingModel(path: string, resourcesDir: string): DraftCheck {
  const known = loadKnownIds(resourcesDir)
  const read = readModelText(path)
  if ('problem' in read) return { draft: null, blocking: [read.problem], unfinished: [] }
  const found = checkIncoming(tidyDraft(read.content), known)
  return found.draft ? found : { ...found, blocking: checkModel(read.content, known).problems }
}

function describeVersion(path: string): string {
  const { mtimeMs, size } = statSync(path)
  return `${path}:${mtimeMs}:${size}`
}

function readModels(folder: string, files: readonly string[], known: KnownIds): LoadedModels {
  const loaded: LoadedModels = { models: [], problems: [] }
  for (const file of files) {
    const { model, problems } = readModel(join(folder, file), known)
    const clash = model && loaded.models.some(({ id }) => id === model.id) ? [describeProblem('id', 'modelTwice', { id: model.id })] : []
    if (model && clash.length === 0) loaded.models.push(model)
    else loaded.problems.push({ file, problems: [...problems, ...clash] })
  }
  return { ...loaded, models: loaded.models.toSorted(compareRank) }
}

/** The order of the models everywhere: by rank; those without one after them, by id. */
function compareRank(a: Model, b: Model): number {
  if (a.rank !== b.rank) return (a.rank ?? Infinity) - (b.rank ?? Infinity)
  return a.id.localeCompare(b.id)
}

function readModel(path: string, known: KnownIds): ModelCheck {
  const read = readModelText(path)
  return 'problem' in read ? { model: null, problems: [read.problem] } : checkModel(read.content, known)
}

/** What a model file holds, not yet checked; `problem` when it is none of the kind. Throws `file-is-folder`. */
export function readModelText(path: string): { content: unknown } | { problem: Text } {
  const found = statSync(path)
  if (found.isDirectory()) throw new CauceError('file-is-folder')
  if (found.size > MAX_BYTES) return { problem: describeProblem('', 'tooLarge') }
  // Some editors begin a file with a mark that JSON does not know.
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  try {
    return { content: JSON.parse(text) as unknown }
  } catch {
    return { problem: describeProblem('', 'notJson') }
  }
}
