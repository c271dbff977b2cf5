import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const segmentsProcedures = {
  listSegments: host.segments.listSegments.handler(() => {
    throw new CauceError('internal')
  })
}
