import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Text } from '../../../../shared/domain/text.ts'
import { readWrittenType } from './field-types.ts'
import { makeField, type SchemaField } from './schema.ts'

const StandardTable = z.object({
  objects: z.array(
    z.object({
      name: z.string(),
      label: Text,
      fields: z.array(
        z.object({
          name: z.string(),
          /** As setup pages write it: `Lookup(Account)`, `Text(255)`. */
          type: z.string(),
          label: Text,
          required: z.boolean().optional(),
          relationshipName: z.string().optional()
        })
      )
    })
  )
})

export interface StandardObject {
  readonly label: Text
  /** In no order; made anew with every look, so that whoever asks may change them. */
  readonly makeFields: () => SchemaField[]
}
const cache = new Map<string, ReadonlyMap<string, StandardObject>>()

/** The standard objects of `resources/schema/salesforce-standard.json`, by name. */
export function loadStandardObjects(resourcesDir: string): ReadonlyMap<string, StandardObject> {
  const known = cache.get(resourcesDir)
  if (known) return known
  const { objects } = StandardTable.parse(JSON.parse(readFileSync(join(resourcesDir, 'schema', 'salesforce-standard.json'), 'utf8')))
  const loaded = new Map(
    objects.map(({ name, label, fields }) => [
      name,
      {
        label,
        makeFields: () => [
          makeIdField(),
          ...fields.map(({ name: field, type, label: fieldLabel, required = false, relationshipName = null }) =>
            makeField(field, 'Unknown', {
              ...readWrittenType(type),
              label: fieldLabel,
              isRequired: required,
              relationshipName,
              isCompleted: true
            })
          )
        ]
      }
    ])
  )
  cache.set(resourcesDir, loaded)
  return loaded
}

/** Every record has one, and no folder says so. */
export const makeIdField = (): SchemaField =>
  makeField('Id', 'Id', { label: { en: 'Record ID', es: 'Id. de registro' }, isCompleted: true })
