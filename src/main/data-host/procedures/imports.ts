import { forgetBatchChange } from '../database/changes.ts'
import { listBatches } from '../imports/batches.ts'
import { inspectGranted, saveRejects, streamImport } from '../imports/import-commands.ts'
import { loadPresets } from '../imports/mapping/presets.ts'
import { undoImport } from '../imports/undo.ts'
import { host, toContractError } from './base.ts'

const AREAS = ['workspace', 'customers', 'imports', 'segments', 'value', 'models'] as const

export const importsProcedures = {
  listPresets: host.imports.listPresets.handler(({ context }) =>
    loadPresets(context.resourcesDir).map(({ id, kind, name }) => ({ id, kind, name }))
  ),

  inspectFile: host.imports.inspectFile.handler(({ context, input }) =>
    inspectGranted(context, input.fileToken, { dialect: input.dialect, kind: input.kind, preset: input.preset })
  ),

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

  undoBatch: host.imports.undoBatch.handler(({ context, input }) =>
    context.workspace().change(AREAS, (db) => {
      undoImport(db, input.batch, context.now())
      forgetBatchChange(db, input.batch)
      return { id: input.batch, kind: 'import' }
    })
  )
}
