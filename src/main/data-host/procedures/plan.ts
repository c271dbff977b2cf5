import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const planProcedures = {
  listActions: host.plan.listActions.handler(() => {
    throw new CauceError('internal')
  }),
  addAction: host.plan.addAction.handler(() => {
    throw new CauceError('internal')
  }),
  updateAction: host.plan.updateAction.handler(() => {
    throw new CauceError('internal')
  }),
  deleteAction: host.plan.deleteAction.handler(() => {
    throw new CauceError('internal')
  })
}
