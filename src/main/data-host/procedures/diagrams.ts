import { CauceError } from '../../../shared/domain/errors.ts'
import { readRevision } from '../database/changes.ts'
import { listDiagramEntries, readDiagramContent, readDiagramEntry } from '../repositories/diagrams.ts'
import { host } from './base.ts'
import { diagramExchangeProcedures } from './diagram-exchange.ts'
import { diagramPictureProcedures } from './diagram-pictures.ts'
import { diagramSchemaProcedures } from './diagram-schema.ts'

const later = (): never => {
  throw new CauceError('internal')
}

export const diagramsProcedures = {
  listDiagrams: host.diagrams.listDiagrams.handler(({ context }) => listDiagramEntries(context.workspace().read)),

  getDiagram: host.diagrams.getDiagram.handler(({ context, input: { id } }) => {
    const { read } = context.workspace()
    // One moment for all of it: the revision says how old the items are.
    return read.transaction(() => {
      const entry = readDiagramEntry(read, id)
      if (!entry) throw new CauceError('not-found')
      return { ...entry, ...readDiagramContent(read, id), revision: readRevision(read).number }
    })()
  }),
  createDiagram: host.diagrams.createDiagram.handler(later),
  editDiagram: host.diagrams.editDiagram.handler(later),
  renameDiagram: host.diagrams.renameDiagram.handler(later),
  describeDeletion: host.diagrams.describeDeletion.handler(later),
  deleteDiagram: host.diagrams.deleteDiagram.handler(later),
  listVersions: host.diagrams.listVersions.handler(later),
  getVersion: host.diagrams.getVersion.handler(later),
  saveVersion: host.diagrams.saveVersion.handler(later),
  restoreVersion: host.diagrams.restoreVersion.handler(later),
  deleteVersion: host.diagrams.deleteVersion.handler(later),
  readLinks: host.diagrams.readLinks.handler(later),
  layOut: host.diagrams.layOut.handler(later),
  ...diagramPictureProcedures,
  ...diagramExchangeProcedures,
  ...diagramSchemaProcedures
}
