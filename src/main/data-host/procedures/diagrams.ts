import type Database from 'better-sqlite3'
import type { DiagramEntry, DiagramSource } from '../../../shared/contract/diagrams.ts'
import type { DiagramContent } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Language } from '../../../shared/domain/text.ts'
import type { HostContext } from '../context.ts'
import { extendChange, readRevision, recordChange, type RowChange } from '../database/changes.ts'
import { changeRow } from '../database/row-log.ts'
import { applyPatch } from '../diagrams/apply-patch.ts'
import { describeEdit } from '../diagrams/tell-edit.ts'
import { keepVersionBefore } from '../diagrams/versions/keep-version.ts'
import { countVersions } from '../repositories/diagram-versions.ts'
import { countLinksTo, deleteDiagramRows, listDiagramEntries, readDiagramContent, readDiagramEntry } from '../repositories/diagrams.ts'
import { host } from './base.ts'
import { diagramExchangeProcedures } from './diagram-exchange.ts'
import { diagramLinkProcedures } from './diagram-links.ts'
import { diagramPictureProcedures, makeFromModel, makeFromTemplate } from './diagram-pictures.ts'
import { diagramSchemaProcedures } from './diagram-schema.ts'
import { diagramVersionProcedures } from './diagram-versions.ts'
import { keepDiagrams } from './keep-diagrams.ts'

/** Edits of the same within this time are one step for undo. */
const ONE_STEP_MS = 60_000

/** The diagram as a list shows it, or `not-found`. */
export function findDiagram(db: Database.Database, id: number): DiagramEntry {
  const entry = readDiagramEntry(db, id)
  if (!entry) throw new CauceError('not-found')
  return entry
}

function makeContent(context: HostContext, source: DiagramSource, language: Language): { modelId: string | null; content: DiagramContent } {
  const { read } = context.workspace()
  switch (source.from) {
    case 'blank':
      return { modelId: null, content: { settings: { hasGrid: true, doesSnap: true }, items: [] } }
    case 'template':
      return { modelId: null, content: makeFromTemplate(context, source.templateId, language) }
    case 'model':
      return { modelId: source.modelId, content: makeFromModel(context, source.modelId, source.view, language) }
    case 'diagram':
      return { modelId: findDiagram(read, source.diagramId).modelId, content: readDiagramContent(read, source.diagramId) }
    case 'content':
      return { modelId: null, content: source.content }
  }
}

export const diagramsProcedures = {
  listDiagrams: host.diagrams.listDiagrams.handler(({ context }) => listDiagramEntries(context.workspace().read)),

  getDiagram: host.diagrams.getDiagram.handler(({ context, input: { id } }) => {
    const { read } = context.workspace()
    // One moment for all of it: the revision says how old the items are.
    return read.transaction(() => ({ ...findDiagram(read, id), ...readDiagramContent(read, id), revision: readRevision(read).number }))()
  }),

  createDiagram: host.diagrams.createDiagram.handler(async ({ context, input: { name, source, language } }) => {
    const made = makeContent(context, source, language)
    const [id = 0] = await keepDiagrams(context, source.from === 'diagram' ? 'diagram-copied' : 'diagram-created', [{ name, ...made }])
    return { id }
  }),

  editDiagram: host.diagrams.editDiagram.handler(async ({ context, input: { id, edit, patch, joins } }) => {
    const workspace = context.workspace()
    return workspace.change(['diagrams'], (db) => {
      const now = context.now()
      const diagram = findDiagram(db, id)
      keepVersionBefore(db, id, now)
      const rows = applyPatch(db, id, patch, now)
      const change = { kind: 'diagram-edited', details: describeEdit(diagram, edit, rows), rows }
      const tell = (all: readonly RowChange[]): typeof change.details => describeEdit(diagram, edit, all)
      if (rows.length > 0 && !extendChange(db, change, ['id', 'edit'], joins ? Infinity : ONE_STEP_MS, now, tell))
        recordChange(db, change, now)
      // The revision goes up when this is done.
      return { updatedAt: rows.length > 0 ? now.toISOString() : diagram.updatedAt, revision: readRevision(db).number + 1 }
    })
  }),

  renameDiagram: host.diagrams.renameDiagram.handler(({ context, input: { id, name } }) =>
    context.workspace().change(['diagrams'], (db) => {
      findDiagram(db, id)
      const now = context.now()
      const rows = changeRow(db, 'diagrams', { id }, { name }, { updated_at: now.toISOString() })
      if (rows.length > 0) recordChange(db, { kind: 'diagram-renamed', details: { id, name }, rows }, now)
      return null
    })
  ),

  describeDeletion: host.diagrams.describeDeletion.handler(({ context, input: { id } }) => {
    const { read } = context.workspace()
    findDiagram(read, id)
    return { links: countLinksTo(read, id), versions: countVersions(read, id) }
  }),

  deleteDiagram: host.diagrams.deleteDiagram.handler(({ context, input: { id } }) =>
    context.workspace().change(['diagrams'], (db) => {
      const { name } = findDiagram(db, id)
      recordChange(db, { kind: 'diagram-deleted', details: { id, name }, rows: deleteDiagramRows(db, id) }, context.now())
      return null
    })
  ),

  ...diagramVersionProcedures,
  ...diagramLinkProcedures,
  ...diagramPictureProcedures,
  ...diagramExchangeProcedures,
  ...diagramSchemaProcedures
}
