import type { SCHEMA_KINDS } from '../../../../shared/contract/diagrams.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import type { FieldKind } from './field-types.ts'

/** A label the source says, in its own language, or one the app's table has in both. */
export type Label = string | Text

/** One field of an object, as a source says it; what it leaves out is null. */
export interface SchemaField {
  readonly name: string
  label: Label | null
  kind: FieldKind
  /** Characters of a text. */
  length: number | null
  /** Digits in all, and those after the decimal mark. */
  precision: number | null
  scale: number | null
  isRequired: boolean
  isUnique: boolean
  isExternalId: boolean
  /** Computed from others; `formula` when the source gives its text. */
  isFormula: boolean
  formula: string | null
  /** Names of the objects it can point at; several when it is polymorphic. */
  targets: string[]
  /** What the records that point are called from the other side (`Contacts`), without the ending of custom ones. */
  relationshipName: string | null
  /** Comes from the table the app ships. */
  isCompleted: boolean
}

export interface SchemaObject {
  readonly name: string
  label: Label | null
  readonly fields: Map<string, SchemaField>
  /** The source says something of it; else it is there because others point at it. */
  isFromSource: boolean
  /** Holds settings of the organisation, not records of people. */
  isSetting?: boolean
  /** Label and kind of the name of its records, where the source says them apart from the fields. */
  nameField: { label: string | null; kind: FieldKind } | null
}

export interface Schema {
  /** Of the folder or file, without ending. */
  readonly name: string
  readonly objects: Map<string, SchemaObject>
  /** What could not be read, each once. */
  readonly notes: Text[]
}

/** Custom things end in two underscores and a few letters: `__c`, `__mdt`, `__e`. */
export const isCustomName = (name: string): boolean => /__[a-z]{1,4}$/i.test(name)

const ENDINGS: Readonly<Record<string, (typeof SCHEMA_KINDS)[number]>> = {
  mdt: 'metadata',
  e: 'event',
  x: 'external',
  b: 'big',
  kav: 'article'
}

/** What sort of thing it is, by the ending of its name. */
export function kindOfObject({ name, isSetting = false }: SchemaObject): (typeof SCHEMA_KINDS)[number] {
  const ending = /__([a-z]{1,4})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) return 'standard'
  return ENDINGS[ending] ?? (isSetting ? 'setting' : 'custom')
}

export function makeField(name: string, kind: FieldKind, told: Partial<Omit<SchemaField, 'name' | 'kind'>> = {}): SchemaField {
  return {
    name,
    kind,
    label: null,
    length: null,
    precision: null,
    scale: null,
    isRequired: false,
    isUnique: false,
    isExternalId: false,
    isFormula: false,
    formula: null,
    targets: [],
    relationshipName: null,
    isCompleted: false,
    ...told
  }
}

/** The object of that name, made when it is not there yet. */
export function ensureObject(objects: Map<string, SchemaObject>, name: string): SchemaObject {
  const found = objects.get(name)
  if (found) return found
  const made: SchemaObject = { name, label: null, fields: new Map(), isFromSource: true, nameField: null }
  objects.set(name, made)
  return made
}

/**
 * The name a relation has from the side of the object pointed at. Some sources give the other side's (`Account__r` of
 * `Account__c`, `Owner` of `OwnerId`), which says nothing the field's own name does not: null.
 */
export function readRelationshipName(fieldName: string, said: string | null): string | null {
  if (said === null || said === '') return null
  const own = [fieldName.replace(/__c$/i, '__r'), fieldName.replace(/Id$/, '')]
  return own.includes(said) ? null : said.replace(/__r$/i, '')
}
