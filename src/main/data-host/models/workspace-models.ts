import type Database from 'better-sqlite3'
import type { ListedModel } from '../../../shared/contract/models.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { describeProblem, type KnownIds } from '../../../shared/models/check-model.ts'
import { checkDraft, isDrawable, type DraftCheck } from '../../../shared/models/own-model.ts'
import type { HostContext } from '../context.ts'
import { listOwnModelRows, type OwnModelRow } from '../repositories/own-models.ts'
import { loadKnownIds } from './load-catalogue.ts'
import { loadModels, type LoadedModels } from './load-models.ts'

interface WorkspaceModels extends LoadedModels {
  models: ListedModel[]
}
type Place = Pick<HostContext, 'resourcesDir' | 'current'>

/**
 * The app's models and, after them by name, the workspace's own that can be drawn. An own model that no longer reads, or whose id the
 * app's models have taken meanwhile, is reported with every reason and left out.
 */
export function loadAllModels({ resourcesDir, current }: Place): WorkspaceModels {
  const { models, problems } = loadModels(resourcesDir)
  if (!current) return { models, problems }
  const known = loadKnownIds(resourcesDir)
  const all: WorkspaceModels = { models: [...models], problems: [...problems] }
  const own: ListedModel[] = []
  for (const row of listOwnModelRows(current.read)) {
    const { draft, blocking } = readOwnModel(current.read, row, known)
    const taken = models.some(({ id }) => id === row.id) ? [describeProblem('id', 'modelTwice', { id: row.id })] : []
    if (!draft || taken.length > 0) all.problems.push({ file: row.id, problems: [...blocking, ...taken] })
    else if (isDrawable(draft)) own.push({ ...draft, own: true })
  }
  return {
    ...all,
    models: [...all.models, ...own.toSorted((a, b) => a.name.es.localeCompare(b.name.es, 'es') || a.id.localeCompare(b.id))]
  }
}

/** The model of that id among all of them; `not-found` when none has it. */
export function findAnyModel(place: Place, id: string): ListedModel {
  const model = loadAllModels(place).models.find((each) => each.id === id)
  if (!model) throw new CauceError('not-found', { what: id })
  return model
}

/** By connection and id: a definition is checked once, not at every question. */
const cache = new WeakMap<Database.Database, Map<string, { definition: string; known: KnownIds; check: DraftCheck }>>()

/** The stored definition, checked against the catalogues. */
export function readOwnModel(db: Database.Database, { id, definition }: OwnModelRow, known: KnownIds): DraftCheck {
  const checked = cache.get(db) ?? new Map<string, { definition: string; known: KnownIds; check: DraftCheck }>()
  cache.set(db, checked)
  const found = checked.get(id)
  if (found?.definition === definition && hasSame(found.known, known)) return found.check
  const check = checkDraft(JSON.parse(definition), known)
  checked.set(id, { definition, known, check })
  return check
}

const hasSame = (a: KnownIds, b: KnownIds): boolean => isSame(a.kpis, b.kpis) && isSame(a.segments, b.segments)
const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((id) => b.has(id))
