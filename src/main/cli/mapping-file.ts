import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Recipe } from '../../shared/cleaning/recipe.ts'
import { Attribute, ATTRIBUTE_FIELD_PREFIX, type Column, type MappedColumn } from '../../shared/contract/imports.ts'
import { toFileError } from '../files/file-errors.ts'
import type { Call } from './command.ts'
import { InputError } from './failures.ts'
import { requireFile } from './files.ts'

/** Where a column goes: a field, nowhere, or an attribute of the customer. */
const Target = z.union([
  z.string(),
  z.null(),
  z.strictObject({ attribute: Attribute.shape.name, type: Attribute.shape.type.default('text') })
])
/** A column name (or its number from 0) and where it goes. */
const Mapping = z.record(z.string(), Target)
type MappedTo = Pick<MappedColumn, 'field' | 'attribute'> | null

async function readJson(call: Call, path: string): Promise<unknown> {
  const text = await readFile(requireFile(call, path), 'utf8').catch((error: unknown) => {
    throw toFileError(error)
  })
  try {
    return JSON.parse(text)
  } catch {
    // What can't be read as JSON fits no shape, and is refused with the sentence for that.
    return undefined
  }
}

/** Which column goes where by a mapping file, by the column's place. */
export async function readMapping(call: Call, path: string, columns: readonly Column[]): Promise<Map<number, MappedTo>> {
  const content = await readJson(call, path)
  const mapping = Mapping.safeParse(content).data ?? z.object({ columns: Mapping }).safeParse(content).data?.columns
  if (!mapping) throw new InputError('mapping-invalid', call.t('mappingInvalid'))
  return new Map(
    Object.entries(mapping).map(([name, target]) => {
      const column = columns.find((each) => each.name === name) ?? columns.find((each) => String(each.index) === name)
      if (!column) throw new InputError('mapping-invalid', call.t('mappingColumn', { column: name }))
      return [column.index, toMapped(target)]
    })
  )
}

function toMapped(target: z.infer<typeof Target>): MappedTo {
  if (target === null) return null
  if (typeof target === 'string') return { field: target }
  return { field: `${ATTRIBUTE_FIELD_PREFIX}${target.attribute}`, attribute: { name: target.attribute, type: target.type } }
}

/** The cleaning steps of a recipe file. */
export async function readRecipe(call: Call, path: string): Promise<Recipe> {
  const { data } = Recipe.safeParse(await readJson(call, path))
  if (!data) throw new InputError('recipe-invalid', call.t('recipeInvalid'))
  return data
}
