import type Database from 'better-sqlite3'
import type { ImportModelOutcome } from '../../../shared/contract/own-models.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Language, Text } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import {
  checkDraft,
  copyModel,
  isDrawable,
  makeBlank,
  makeId,
  markReworded,
  nameApart,
  renameModel,
  tidyDraft,
  type CopyMarks,
  type OwnModel
} from '../../../shared/models/own-model.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import type { HostContext } from '../context.ts'
import { extendChange, forgetOldChanges, readRevision, recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { loadKnownIds } from '../models/load-catalogue.ts'
import { loadModels, readIncomingModel } from '../models/load-models.ts'
import { findAnyModel, readOwnModel } from '../models/workspace-models.ts'
import {
  countUses,
  deleteOwnModelRow,
  listOwnModelRows,
  putOwnModel,
  readOwnModelRow,
  type OwnModelRow
} from '../repositories/own-models.ts'
import { host } from './base.ts'

/** Steps back that editing one model leaves: each holds the whole definition twice. */
const STEPS_KEPT = 100
/** Saves of the same field within this time are one step for undo. */
const ONE_STEP_MS = 60_000

const detailsOf = (id: string, name: Text): { id: string; nameEn: string; nameEs: string } => ({ id, nameEn: name.en, nameEs: name.es })

function takenIds(context: HostContext, db: Database.Database): Set<string> {
  return new Set([...loadModels(context.resourcesDir).models, ...listOwnModelRows(db)].map(({ id }) => id))
}

function requireRow(db: Database.Database, id: string): OwnModelRow {
  const row = readOwnModelRow(db, id)
  if (!row) throw new CauceError('not-found', { what: id })
  return row
}

/** A definition that no longer reads (an older or newer catalogue, a file edited elsewhere) cannot be edited: `model-invalid`. */
function requireDraft(context: HostContext, db: Database.Database, row: OwnModelRow): OwnModel {
  const { draft } = readOwnModel(db, row, loadKnownIds(context.resourcesDir))
  if (!draft) throw new CauceError('model-invalid')
  return draft
}

/** Any model as it would be written to a file. */
function findDefinition(context: HostContext, id: string): OwnModel {
  const row = context.current && readOwnModelRow(context.current.read, id)
  if (context.current && row) return requireDraft(context, context.current.read, row)
  const { own: _own, ...definition } = findAnyModel(context, id)
  return definition
}

function describeSource({ name, authors, year }: OwnModel): CopyMarks & Record<'texts', Record<Language, string>> {
  const tell = (language: Language): string => {
    const who = [authors, year].filter((part) => part !== '').join(', ')
    return translate(language, who === '' ? 'editor.basedOn' : 'editor.basedOnBy', { name: name[language], who })
  }
  const texts = { en: tell('en'), es: tell('es') }
  return { texts, source: texts, authors: texts.en }
}

/** The definition goes into the workspace; the change log gets one entry of `kind`. */
function store(db: Database.Database, draft: OwnModel, kind: string, now: Date): void {
  const { rows } = trackRows(db, [{ table: 'own_models', where: { id: draft.id } }], () => {
    putOwnModel(db, { id: draft.id, definition: JSON.stringify(draft), updatedAt: now.toISOString() })
  })
  recordChange(db, { kind, details: detailsOf(draft.id, draft.name), rows }, now)
}

/** What every model is called, the app's and the workspace's own. */
function listNames(context: HostContext, db: Database.Database, models: readonly OwnModel[]): Text[] {
  const known = loadKnownIds(context.resourcesDir)
  const own = listOwnModelRows(db).flatMap((row) => readOwnModel(db, row, known).draft ?? [])
  return [...models, ...own].map(({ name }) => name)
}

/** Beside the one that is there: under an id and a name of its own. */
const keepBoth = (draft: OwnModel, newId: string, names: readonly Text[]): OwnModel => ({
  ...renameModel(draft, newId),
  name: nameApart(draft.name, names)
})

export const ownModelsProcedures = {
  listOwnModels: host.ownModels.listOwnModels.handler(({ context }) => {
    const { read } = context.workspace()
    const known = loadKnownIds(context.resourcesDir)
    return listOwnModelRows(read).flatMap((row) => {
      const { draft } = readOwnModel(read, row, known)
      if (!draft) return []
      return [{ id: row.id, name: draft.name, elements: draft.elements.length, isDrawable: isDrawable(draft), updatedAt: row.updatedAt }]
    })
  }),

  getOwnModel: host.ownModels.getOwnModel.handler(({ context, input }) => {
    const { read } = context.workspace()
    const row = requireRow(read, input.id)
    return { definition: requireDraft(context, read, row), updatedAt: row.updatedAt, revision: readRevision(read).number }
  }),

  createOwnModel: host.ownModels.createOwnModel.handler(({ context, input }) => {
    const name = tidyDraft(input.name) as Text
    if (name.en.trim() === '') throw new CauceError('invalid-value', { field: 'name' })
    const source = input.from === null ? null : findDefinition(context, input.from)
    return context.workspace().change(['models', 'own-models'], (db) => {
      const id = makeId(name[input.language], takenIds(context, db), 'model')
      const marks = source && describeSource(source)
      const draft = source && marks ? copyModel(source, id, name, { ...marks, authors: marks.texts[input.language] }) : makeBlank(id, name)
      store(db, draft, source ? 'own-model-copied' : 'own-model-created', context.now())
      return { id }
    })
  }),

  saveOwnModel: host.ownModels.saveOwnModel.handler(async ({ context, input }) => {
    const { draft, blocking, unfinished } = checkDraft(tidyDraft(input.definition), loadKnownIds(context.resourcesDir))
    if (!draft) return { outcome: 'refused' as const, problems: blocking }
    requireRow(context.workspace().read, draft.id)
    const workspace = context.workspace()
    const updatedAt = await workspace.change(['models', 'own-models'], (db) => {
      const now = context.now()
      const { rows } = trackRows(db, [{ table: 'own_models', where: { id: requireRow(db, draft.id).id } }], () => {
        putOwnModel(db, { id: draft.id, definition: JSON.stringify(draft), updatedAt: now.toISOString() })
      })
      const change = { kind: 'own-model-edited', details: { ...detailsOf(draft.id, draft.name), edit: input.edit }, rows }
      if (!extendChange(db, change, ['id', 'edit'], ONE_STEP_MS, now)) recordChange(db, change, now)
      forgetOldChanges(db, 'own-model-edited', draft.id, STEPS_KEPT)
      return now.toISOString()
    })
    return { outcome: 'saved' as const, updatedAt, revision: readRevision(workspace.read).number, unfinished }
  }),

  describeDeletion: host.ownModels.describeDeletion.handler(({ context, input }) => {
    const { read } = context.workspace()
    return countUses(read, requireRow(read, input.id).id)
  }),

  deleteOwnModel: host.ownModels.deleteOwnModel.handler(({ context, input }) =>
    context.workspace().change(['models', 'own-models'], (db) => {
      const row = requireRow(db, input.id)
      const { draft } = readOwnModel(db, row, loadKnownIds(context.resourcesDir))
      const { rows } = trackRows(db, [{ table: 'own_models', where: { id: row.id } }], () => {
        deleteOwnModelRow(db, row.id)
      })
      const name = draft?.name ?? { en: row.id, es: row.id }
      recordChange(db, { kind: 'own-model-deleted', details: detailsOf(row.id, name), rows }, context.now())
      return null
    })
  ),

  importModel: host.ownModels.importModel.handler(async ({ context, input }): Promise<ImportModelOutcome> => {
    const workspace = context.workspace()
    const found = readIncomingModel(context.files.resolve(input.fileToken), context.resourcesDir)
    if (!found.draft) return { outcome: 'refused', problems: found.blocking }
    const { models } = loadModels(context.resourcesDir)
    const { draft, reworded } = markReworded(found.draft, models)
    const taken = takenIds(context, workspace.read)
    const isTaken = taken.has(draft.id)
    const canReplace = readOwnModelRow(workspace.read, draft.id) !== null
    const newId = makeId(draft.id, taken, 'model')
    if (isTaken && (input.onClash === 'ask' || (input.onClash === 'replace' && !canReplace)))
      return { outcome: 'clash', id: draft.id, name: draft.name, canReplace, newId }
    const kept = isTaken && input.onClash === 'new-id' ? keepBoth(draft, newId, listNames(context, workspace.read, models)) : draft
    return workspace.change(['models', 'own-models'], (db) => {
      store(db, kept, isTaken && kept === draft ? 'own-model-replaced' : 'own-model-imported', context.now())
      return { outcome: 'imported', id: kept.id, name: kept.name, unfinished: found.unfinished, reworded }
    })
  }),

  exportModel: host.ownModels.exportModel.handler(async ({ context, input }) => {
    const definition = findDefinition(context, input.id)
    return { bytes: await atomicWrite(context.files.resolve(input.fileToken), `${JSON.stringify(definition, null, 2)}\n`) }
  })
}
