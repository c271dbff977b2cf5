import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const walksProcedures = {
  listWalks: host.walks.listWalks.handler(() => {
    throw new CauceError('internal')
  }),
  getWalk: host.walks.getWalk.handler(() => {
    throw new CauceError('internal')
  }),
  startWalk: host.walks.startWalk.handler(() => {
    throw new CauceError('internal')
  }),
  saveStep: host.walks.saveStep.handler(() => {
    throw new CauceError('internal')
  }),
  saveParticipants: host.walks.saveParticipants.handler(() => {
    throw new CauceError('internal')
  }),
  goToStep: host.walks.goToStep.handler(() => {
    throw new CauceError('internal')
  }),
  finishWalk: host.walks.finishWalk.handler(() => {
    throw new CauceError('internal')
  }),
  deleteWalk: host.walks.deleteWalk.handler(() => {
    throw new CauceError('internal')
  })
}
