import type { ChangeArea } from '../../../shared/contract/workspace.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { readSettings } from '../database/settings.ts'
import { makeSelectedSheet } from '../exports/data-sheets.ts'
import { makeShownSheet } from '../exports/shown-sheet.ts'
import { writeSheet } from '../exports/write-sheets.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { findSelected } from '../repositories/customer-selection.ts'
import { deleteView, listViews, putView, readLayout, requireView, writeLayout } from '../repositories/customer-views.ts'
import { listOwnSegments } from '../segments/own-segments.ts'
import { host, toContractError } from './base.ts'
import { editSelection, listSelected } from './bulk-edits.ts'
import { answerFilters } from './customers.ts'

/** Views hang on nothing that is computed; tables of customers ask for them again. */
const AREAS: readonly ChangeArea[] = ['customer-table']

/** One undoable change of the views. */
function changeViews<T>(
  context: HostContext,
  kind: string,
  name: string,
  work: Parameters<typeof trackRows<T>>[2],
  id?: string
): Promise<T> {
  return context.workspace().change(AREAS, (db) => {
    const { result, rows } = trackRows(db, [{ table: 'customer_views', where: id === undefined ? {} : { id } }], work)
    if (rows.length > 0) recordChange(db, { kind, details: { name }, rows }, context.now())
    return result
  })
}

export const customerTableProcedures = {
  listViews: host.customerTable.listViews.handler(({ context }) => listViews(context.workspace().read)),
  saveView: host.customerTable.saveView.handler(async ({ context, input }) => {
    const { write } = context.workspace()
    return { id: await changeViews(context, 'view-saved', input.name, () => putView(write, input)) }
  }),
  renameView: host.customerTable.renameView.handler(async ({ context, input: { id, name } }) => {
    const { write } = context.workspace()
    await changeViews(context, 'view-renamed', name, () => {
      requireView(write, id)
      write.prepare('UPDATE customer_views SET name = ? WHERE id = ?').run(name, id)
    })
    return null
  }),
  deleteView: host.customerTable.deleteView.handler(async ({ context, input: { id } }) => {
    const { read, write } = context.workspace()
    await changeViews(context, 'view-deleted', requireView(read, id), () => {
      deleteView(write, id)
    })
    return null
  }),
  getLayout: host.customerTable.getLayout.handler(({ context }) => readLayout(context.workspace().read)),
  rememberLayout: host.customerTable.rememberLayout.handler(async ({ context, input }) => {
    await context.workspace().change([], (db) => {
      writeLayout(db, input)
    })
    return null
  }),

  listLists: host.customerTable.listLists.handler(({ context }) =>
    listOwnSegments(context.workspace().read).flatMap(({ id, en, es, rule }) => (rule ? [] : [{ id, name: { en, es } }]))
  ),
  editSelection: host.customerTable.editSelection.handler(async function* ({ context, input, errors }) {
    try {
      yield* editSelection(context, input.selection, input.edit)
    } catch (error) {
      // The middleware has returned by the time a stream fails.
      throw toContractError(error, errors)
    }
  }),

  exportSelection: host.customerTable.exportSelection.handler(async ({ context, input }) => {
    const { selection, sort, columns, format, language } = input
    const workspace = context.workspace()
    const path = context.files.resolve(input.fileToken)
    const figures = await ensureFigures(workspace, context.resourcesDir)
    const chosen = new Set(await listSelected(context, selection))
    const { positions: ordered } = await findSelected(workspace, figures, {}, sort, answerFilters(context, workspace, figures))
    const idAt = (i: number): number => figures.customerIds[i] ?? 0
    const positions = ordered.filter((i) => chosen.has(idAt(i)))
    const mask = { isOn: context.mask.isOn, language }
    if (columns === null) return { rows: await writeSheet(path, format, makeSelectedSheet(workspace.read, mask, positions.map(idAt))) }
    const { currency } = readSettings(workspace.read)
    const nameSegment = (id: string) => (figures.hasSegment(id) ? figures.segmentSummary(id).name : null)
    const sheet = makeShownSheet(workspace, figures, { positions, columns, currency, language, mask, nameSegment })
    return { rows: await writeSheet(path, format, sheet) }
  })
}
