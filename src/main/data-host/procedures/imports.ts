import { dropRedoTail, forgetBatchChange, readUndoHead } from '../database/changes.ts'
import { undoLast } from '../database/undo.ts'
import { listAttributes } from '../imports/attributes.ts'
import { listBatches } from '../imports/batches.ts'
import { inspectGranted, leaveFile, pasteText, saveRejects, streamImport } from '../imports/import-commands.ts'
import { listOrigins } from '../imports/origins.ts'
import { undoImport, undoImports } from '../imports/undo.ts'
import { host, toContractError } from './base.ts'
import { presetProcedures } from './presets.ts'

const AREAS = ['workspace', 'customers', 'imports', 'segments', 'value', 'models'] as const

export const importsProcedures = {
  ...presetProcedures,

  pasteText: host.imports.pasteText.handler(({ context, input }) => pasteText(context, input)),

  inspectFile: host.imports.inspectFile.handler(({ context, input, signal }) => {
    const { fileToken, ...request } = input
    return inspectGranted(context, fileToken, request, signal)
  }),

  leaveFile: host.imports.leaveFile.handler(({ context, input }) => {
    leaveFile(context, input.fileToken)
    return null
  }),

  forecastImport: host.imports.forecastImport.handler(async function* ({ context, input, signal, errors }) {
    try {
      yield* streamImport(context, input, false, signal)
    } catch (error) {
      // The middleware has returned by the time a stream fails.
      throw toContractError(error, errors)
    }
  }),

  runImport: host.imports.runImport.handler(async function* ({ context, input, signal, errors }) {
    try {
      yield* streamImport(context, input, true, signal)
    } catch (error) {
      throw toContractError(error, errors)
    }
  }),

  saveRejects: host.imports.saveRejects.handler(async ({ context, input, signal }) => {
    const { outToken, ...settings } = input
    return { rows: await saveRejects(context, settings, outToken, signal) }
  }),

  listBatches: host.imports.listBatches.handler(({ context }) => listBatches(context.workspace().read)),

  listAttributes: host.imports.listAttributes.handler(({ context }) => listAttributes(context.workspace().read)),

  listOrigins: host.imports.listOrigins.handler(({ context, input }) => listOrigins(context.workspace().read, input.table, input.id)),

  undoBatch: host.imports.undoBatch.handler(({ context, input }) =>
    context.workspace().changeInSteps(AREAS, function* (db) {
      // The last change goes the usual way and can be done again; one further back can't, for what stands on it does not change back.
      const head = readUndoHead(db)
      if (head?.batchId === input.batch) yield* undoLast(db, undoImports(context.now()))
      else {
        undoImport(db, input.batch, context.now())
        dropRedoTail(db)
        forgetBatchChange(db, input.batch)
      }
      return { id: input.batch, kind: 'import' }
    })
  )
}
