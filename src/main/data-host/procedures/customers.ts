import { CauceError } from '../../../shared/domain/errors.ts'
import type { CustomerPage } from '../../../shared/contract/customers.ts'
import type { HostContext } from '../context.ts'
import { readElementLinks } from '../evidence/element-links.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { markValueGroup } from '../figures/value/groups.ts'
import { loadAllModels } from '../models/workspace-models.ts'
import { readCustomerDetails, readCustomerRows, findCustomerId } from '../repositories/customers.ts'
import { selectCustomers } from '../repositories/customer-selection.ts'
import { readTimeline } from '../repositories/customer-timeline.ts'
import { host } from './base.ts'

export const customersProcedures = {
  listCustomers: host.customers.listCustomers.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const selection = await selectCustomers(workspace, figures, input.filter, input.sort, (group) =>
      markValueGroup(workspace, context.resourcesDir, figures, group)
    )
    return {
      total: selection.length,
      rows: readCustomerRows(workspace.read, figures, selection.subarray(input.offset, input.offset + input.limit))
    }
  }),
  getCustomer: host.customers.getCustomer.handler(({ context, input }) => readPage(context, input.id))
}

async function readPage(context: HostContext, asked: number | string): Promise<CustomerPage> {
  const workspace = context.workspace()
  const figures = await ensureFigures(workspace, context.resourcesDir)
  const db = workspace.read
  const id = findCustomerId(db, asked)
  const i = id === null ? -1 : figures.indexOf(id)
  const row = readCustomerRows(db, figures, Int32Array.of(i)).at(0)
  if (id === null || i < 0 || !row) throw new CauceError('not-found', { what: 'customer' })
  const segments = figures.segmentSummaries().flatMap((segment) => (figures.segmentMask(segment.id)?.[i] === 1 ? [segment.id] : []))
  return {
    row,
    ...readCustomerDetails(db, id),
    averageOrderMinor: row.orders > 0 ? Math.round(row.revenueMinor / row.orders) : null,
    recencyDays: row.orders > 0 ? (figures.asOfDay ?? 0) - (figures.profile.lastDay[i] ?? 0) : null,
    revenueWindowMinor: figures.profile.revenueWindow[i] ?? 0,
    segments,
    elements: listElements(context, segments),
    ...readTimeline(db, id)
  }
}

/** Elements of models a segment is linked to. */
function listElements(context: HostContext, segments: readonly string[]): CustomerPage['elements'] {
  const member = new Set(segments)
  return loadAllModels(context).models.flatMap((model) =>
    [...readElementLinks(context.workspace().read, model)].flatMap(([elementId, linked]) =>
      linked.filter((segmentId) => member.has(segmentId)).map((segmentId) => ({ modelId: model.id, elementId, segmentId }))
    )
  )
}
