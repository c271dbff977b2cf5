import { z } from 'zod'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { type FieldKind, readKind } from './field-types.ts'
import { ensureObject, makeField, readRelationshipName, type SchemaField, type SchemaObject } from './schema.ts'

const Name = z.string().regex(/^\w{1,255}$/)
const Size = z.number().int().min(0).max(1e9).nullish().catch(null)
const Flag = z.boolean().nullish().catch(null)
const Said = z.string().nullish().catch(null)

const DescribedField = z.object({
  name: Name,
  label: Said,
  type: z.string(),
  length: Size,
  precision: Size,
  scale: Size,
  digits: Size,
  nillable: Flag,
  createable: Flag,
  defaultedOnCreate: Flag,
  unique: Flag,
  externalId: Flag,
  autoNumber: Flag,
  calculated: Flag,
  calculatedFormula: Said,
  cascadeDelete: Flag,
  extraTypeInfo: Said,
  referenceTo: z.array(z.string()).nullish().catch(null),
  relationshipOrder: Size
})
type DescribedField = z.infer<typeof DescribedField>
const DescribedChild = z.object({ childSObject: Name, field: Name, relationshipName: Said })
const Described = z.object({
  name: Name,
  label: Said,
  fields: z.array(z.unknown()).optional(),
  childRelationships: z.array(z.unknown()).nullish().catch(null)
})
type Described = z.infer<typeof Described>

/** Where answers of the service and its command-line tools keep what was asked for. */
const WRAPPERS = ['result', 'results', 'sobjects', 'sObjects', 'objects', 'body', 'compositeResponse'] as const
const DEEPEST = 6

/**
 * The objects of one describe or of several, however they are wrapped: an object, an array, `sobjects`, the `result` of a
 * command. Throws `schema-empty` when there is none.
 */
export function readDescribe(content: unknown): Map<string, SchemaObject> {
  const described = findDescribed(content, 0)
  if (described.length === 0) throw new CauceError('schema-empty')
  const objects = new Map<string, SchemaObject>()
  for (const each of described) addObject(objects, each)
  for (const each of described) nameRelations(objects, each)
  return objects
}

function findDescribed(content: unknown, depth: number): Described[] {
  if (depth > DEEPEST || typeof content !== 'object' || content === null) return []
  if (Array.isArray(content)) return content.flatMap((each) => findDescribed(each, depth + 1))
  const found = Described.safeParse(content)
  if (found.success && (found.data.fields !== undefined || 'keyPrefix' in content || 'queryable' in content)) return [found.data]
  return WRAPPERS.flatMap((key) => (key in content ? findDescribed((content as Record<string, unknown>)[key], depth + 1) : []))
}

function addObject(objects: Map<string, SchemaObject>, described: Described): void {
  const object = ensureObject(objects, described.name)
  object.label = described.label ?? object.label
  for (const each of described.fields ?? []) {
    const field = DescribedField.safeParse(each)
    // Latitude and longitude are parts of a place that is there as a field of its own.
    if (!field.success || /__(?:Latitude|Longitude)__s$/i.test(field.data.name)) continue
    object.fields.set(field.data.name, readField(field.data))
  }
}

/** The relation's name is said by the object pointed at. */
function nameRelations(objects: Map<string, SchemaObject>, described: Described): void {
  for (const each of described.childRelationships ?? []) {
    const child = DescribedChild.safeParse(each)
    if (!child.success) continue
    const field = objects.get(child.data.childSObject)?.fields.get(child.data.field)
    if (field) field.relationshipName ??= readRelationshipName(field.name, child.data.relationshipName ?? null)
  }
}

function findKind(field: DescribedField): FieldKind {
  if (field.type === 'reference') return typeof field.relationshipOrder === 'number' ? 'MasterDetail' : 'Lookup'
  if (field.autoNumber) return 'AutoNumber'
  if (field.calculated && !field.calculatedFormula && ['double', 'currency', 'percent', 'int', 'date', 'datetime'].includes(field.type))
    return 'Summary'
  if (field.type === 'textarea') {
    if (field.extraTypeInfo === 'richtextarea') return 'Html'
    return (field.length ?? 0) > 255 ? 'LongTextArea' : 'TextArea'
  }
  return readKind(field.type)
}

function readField(field: DescribedField): SchemaField {
  const kind = findKind(field)
  const isWhole = field.type === 'int'
  const formula = field.calculatedFormula === '' ? null : (field.calculatedFormula ?? null)
  const isRequired = field.nillable === false && field.createable === true && !field.defaultedOnCreate && kind !== 'Checkbox'
  return makeField(field.name, kind, {
    label: field.label ?? null,
    length: field.length ?? null,
    precision: isWhole ? (field.digits ?? null) : (field.precision ?? null),
    scale: isWhole ? 0 : (field.scale ?? null),
    isRequired: isRequired || kind === 'MasterDetail',
    isUnique: field.unique === true,
    isExternalId: field.externalId === true,
    isFormula: formula !== null,
    formula,
    targets: (field.referenceTo ?? []).filter((target) => /^\w{1,255}$/.test(target))
  })
}
