import { recogniseFile } from '../interchange/recognise-file.ts'
import { drawSchema } from '../interchange/schema/draw-schema.ts'
import { listObjects } from '../interchange/schema/list-objects.ts'
import { readSchema } from '../interchange/schema/read-schema.ts'
import { loadStandardObjects } from '../interchange/schema/standard-objects.ts'
import { host } from './base.ts'
import { keepDiagrams } from './keep-diagrams.ts'

/** Schemas of CRM software as entity diagrams. */
export const diagramSchemaProcedures = {
  recogniseFile: host.diagrams.recogniseFile.handler(({ context, input: { fileToken } }) =>
    recogniseFile(context.files.resolve(fileToken))
  ),

  inspectSchema: host.diagrams.inspectSchema.handler(async ({ context, input: { fileToken, language } }) => {
    const schema = await readSchema(context.files.resolve(fileToken), loadStandardObjects(context.resourcesDir))
    return { name: schema.name, objects: listObjects(schema, language), notes: schema.notes }
  }),

  importSchema: host.diagrams.importSchema.handler(async ({ context, input: { fileToken, objects: chosen, name, language } }) => {
    context.workspace()
    const schema = await readSchema(context.files.resolve(fileToken), loadStandardObjects(context.resourcesDir))
    const { content, objects, fields, relations, notes } = drawSchema(schema, chosen, language)
    const [id = 0] = await keepDiagrams(context, 'diagram-imported', [{ name, modelId: null, content }])
    return { id, objects, fields, relations, notes: [...notes] }
  })
}
