import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const valueProcedures = {
  getValue: host.value.getValue.handler(() => {
    throw new CauceError('internal')
  })
}
