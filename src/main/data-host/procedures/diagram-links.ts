import { CauceError } from '../../../shared/domain/errors.ts'
import { layOutInThread } from '../diagrams/layout/start-layout.ts'
import { listLinks, readLinks } from '../diagrams/links/read-links.ts'
import { readDiagramEntry } from '../repositories/diagrams.ts'
import { host } from './base.ts'

/** What linked shapes say, and where shapes are put. */
export const diagramLinkProcedures = {
  readLinks: host.diagrams.readLinks.handler(({ context, input }) => {
    if ('links' in input) return readLinks(context, input.links)
    if (!readDiagramEntry(context.workspace().read, input.id)) throw new CauceError('not-found')
    return readLinks(context, listLinks(context.workspace(), input.id))
  }),
  layOut: host.diagrams.layOut.handler(({ input: { items, layout }, signal }) => layOutInThread(items, layout, signal))
}
