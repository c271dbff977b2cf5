import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const workspaceProcedures = {
  getState: host.workspace.getState.handler(() => {
    throw new CauceError('internal')
  }),
  createWorkspace: host.workspace.createWorkspace.handler(() => {
    throw new CauceError('internal')
  }),
  openWorkspace: host.workspace.openWorkspace.handler(() => {
    throw new CauceError('internal')
  }),
  closeWorkspace: host.workspace.closeWorkspace.handler(() => {
    throw new CauceError('internal')
  }),
  saveCopy: host.workspace.saveCopy.handler(() => {
    throw new CauceError('internal')
  }),
  updateSettings: host.workspace.updateSettings.handler(() => {
    throw new CauceError('internal')
  }),
  undo: host.workspace.undo.handler(() => {
    throw new CauceError('internal')
  }),
  redo: host.workspace.redo.handler(() => {
    throw new CauceError('internal')
  }),
  checkIntegrity: host.workspace.checkIntegrity.handler(() => {
    throw new CauceError('internal')
  }),
  listSamples: host.workspace.listSamples.handler(() => {
    throw new CauceError('internal')
  }),
  watchChanges: host.workspace.watchChanges.handler(() => {
    throw new CauceError('internal')
  })
}
