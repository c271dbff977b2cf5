import { ensureFigures } from '../figures/ensure-figures.ts'
import { host } from './base.ts'

export const segmentsProcedures = {
  listSegments: host.segments.listSegments.handler(async ({ context }) =>
    (await ensureFigures(context.workspace(), context.resourcesDir)).segmentSummaries()
  )
}
