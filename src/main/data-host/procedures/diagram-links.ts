import { CauceError } from '../../../shared/domain/errors.ts'
import { host } from './base.ts'

/** What linked shapes say, and where shapes are put. */
export const diagramLinkProcedures = {
  readLinks: host.diagrams.readLinks.handler(() => {
    throw new CauceError('internal')
  }),
  layOut: host.diagrams.layOut.handler(() => {
    throw new CauceError('internal')
  })
}
