import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const customersProcedures = {
  listCustomers: host.customers.listCustomers.handler(() => {
    throw new CauceError('internal')
  }),
  getCustomer: host.customers.getCustomer.handler(() => {
    throw new CauceError('internal')
  })
}
