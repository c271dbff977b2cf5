import { host } from './base.ts'
import { keepDiagrams } from './keep-diagrams.ts'

/** Read at its first use: few bring in a schema. */
async function loadSchemaParts() {
  const [{ drawSchema }, { listObjects }, { readSchema }, { loadStandardObjects }] = await Promise.all([
    import('../interchange/schema/draw-schema.ts'),
    import('../interchange/schema/list-objects.ts'),
    import('../interchange/schema/read-schema.ts'),
    import('../interchange/schema/standard-objects.ts')
  ])
  return { drawSchema, listObjects, readSchema, loadStandardObjects }
}

/** Schemas of CRM software as entity diagrams. */
export const diagramSchemaProcedures = {
  recogniseFile: host.diagrams.recogniseFile.handler(async ({ context, input: { fileToken } }) => {
    const { recogniseFile } = await import('../interchange/recognise-file.ts')
    return recogniseFile(context.files.resolve(fileToken))
  }),

  inspectSchema: host.diagrams.inspectSchema.handler(async ({ context, input: { fileToken, language } }) => {
    const { readSchema, loadStandardObjects, listObjects } = await loadSchemaParts()
    const schema = await readSchema(context.files.resolve(fileToken), loadStandardObjects(context.resourcesDir))
    return { name: schema.name, objects: listObjects(schema, language), notes: schema.notes }
  }),

  importSchema: host.diagrams.importSchema.handler(async ({ context, input: { fileToken, objects: chosen, name, language } }) => {
    context.workspace()
    const { readSchema, loadStandardObjects, drawSchema } = await loadSchemaParts()
    const schema = await readSchema(context.files.resolve(fileToken), loadStandardObjects(context.resourcesDir))
    const { content, objects, fields, relations, notes } = drawSchema(schema, chosen, language)
    const [id = 0] = await keepDiagrams(context, 'diagram-imported', [{ name, modelId: null, content }])
    return { id, objects, fields, relations, notes: [...notes] }
  })
}
