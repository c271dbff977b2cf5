import type Database from 'better-sqlite3'
import type { DiagramVersion } from '../../../shared/contract/diagrams.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { recordChange } from '../database/changes.ts'
import { removeRow, trackNewRow } from '../database/row-log.ts'
import { applyPatch, makePatchTo } from '../diagrams/apply-patch.ts'
import { insertVersion, listVersionRows, readVersionContent, readVersionRow } from '../repositories/diagram-versions.ts'
import { readDiagramEntry, readKeptItems } from '../repositories/diagrams.ts'
import { host } from './base.ts'

/** The version, and the diagram it is of; `not-found` when either is gone. */
function findVersion(db: Database.Database, id: number): { version: DiagramVersion; name: string } {
  const version = readVersionRow(db, id)
  const diagram = version && readDiagramEntry(db, version.diagramId)
  if (!diagram) throw new CauceError('not-found')
  return { version, name: diagram.name }
}

export const diagramVersionProcedures = {
  listVersions: host.diagrams.listVersions.handler(({ context, input: { id } }) => {
    const { read } = context.workspace()
    if (!readDiagramEntry(read, id)) throw new CauceError('not-found')
    return listVersionRows(read, id)
  }),

  getVersion: host.diagrams.getVersion.handler(({ context, input: { versionId } }) => {
    const { read } = context.workspace()
    const { version } = findVersion(read, versionId)
    return { ...version, content: readVersionContent(read, versionId) }
  }),

  saveVersion: host.diagrams.saveVersion.handler(({ context, input: { id, name } }) =>
    context.workspace().change(['diagrams'], (db) => {
      const diagram = readDiagramEntry(db, id)
      if (!diagram) throw new CauceError('not-found')
      const now = context.now()
      const versionId = insertVersion(db, id, name, now) ?? 0
      const rows = trackNewRow(db, 'diagram_versions', { id: versionId })
      recordChange(db, { kind: 'diagram-version-saved', details: { id, name: diagram.name, version: name }, rows }, now)
      return findVersion(db, versionId).version
    })
  ),

  restoreVersion: host.diagrams.restoreVersion.handler(({ context, input: { versionId } }) =>
    context.workspace().change(['diagrams'], (db) => {
      const { version, name } = findVersion(db, versionId)
      const { diagramId: id } = version
      const now = context.now()
      const content = readVersionContent(db, versionId)
      // What it was is kept for whoever comes back later; undo takes the step itself back.
      insertVersion(db, id, null, now)
      const rows = applyPatch(db, id, makePatchTo(readKeptItems(db, id), content), now)
      if (rows.length > 0) recordChange(db, { kind: 'diagram-version-restored', details: { id, name }, rows }, now)
      return null
    })
  ),

  deleteVersion: host.diagrams.deleteVersion.handler(({ context, input: { versionId } }) =>
    context.workspace().change(['diagrams'], (db) => {
      const { version, name } = findVersion(db, versionId)
      const rows = removeRow(db, 'diagram_versions', { id: versionId })
      recordChange(db, { kind: 'diagram-version-deleted', details: { id: version.diagramId, name }, rows }, context.now())
      return null
    })
  )
}
