import { loadFigureEntries } from '../models/load-catalogue.ts'
import { host } from './base.ts'

export const explanationsProcedures = {
  listFigures: host.explanations.listFigures.handler(({ context }) => loadFigureEntries(context.resourcesDir))
}
