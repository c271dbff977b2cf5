import { CauceError } from '../../../shared/domain/errors.ts'
import type { CustomerPage } from '../../../shared/contract/customers.ts'
import type { HostContext, OpenWorkspace } from '../context.ts'
import { readElementLinks } from '../evidence/element-links.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { markValueGroup } from '../figures/value/groups.ts'
import { loadAllModels } from '../models/workspace-models.ts'
import { readCustomerDetails, readCustomerRows, findCustomerId } from '../repositories/customers.ts'
import { readCells } from '../repositories/customer-cells.ts'
import { findSelected, type FilterAnswers } from '../repositories/customer-selection.ts'
import { readTimeline } from '../repositories/customer-timeline.ts'
import { host } from './base.ts'
import { requireRuleMask } from './segment-rules.ts'

export const customersProcedures = {
  listCustomers: host.customers.listCustomers.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const { filter, sort, offset, limit, columns } = input
    const { positions, isIndexing } = await findSelected(workspace, figures, filter, sort, answerFilters(context, workspace, figures))
    // Somebody deleted since the figures were computed has no row and no cells.
    const page = keepThere(workspace, figures, positions.subarray(offset, offset + limit))
    return {
      total: positions.length,
      rows: readCustomerRows(workspace.read, figures, page),
      cells: columns.length === 0 ? [] : await readCells(workspace.read, figures, page, columns),
      isIndexing
    }
  }),
  getCustomer: host.customers.getCustomer.handler(({ context, input }) => readPage(context, input.id))
}

/** How the parts of a filter are answered that hang on the value screen or on rules. */
export function answerFilters({ resourcesDir }: HostContext, workspace: OpenWorkspace, figures: Figures): FilterAnswers {
  return {
    markValue: (group) => markValueGroup(workspace, resourcesDir, figures, group),
    markRule: (rule) => requireRuleMask(workspace, figures, rule)
  }
}

function keepThere({ read }: OpenWorkspace, figures: Figures, positions: Int32Array): Int32Array {
  const idAt = (i: number): number => figures.customerIds[i] ?? 0
  const ids = JSON.stringify(Array.from(positions, idAt))
  const there = new Set(
    read.prepare<[string], number>('SELECT id FROM customers WHERE id IN (SELECT value FROM json_each(?))').pluck().all(ids)
  )
  return there.size === positions.length ? positions : positions.filter((i) => there.has(idAt(i)))
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
