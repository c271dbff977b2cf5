import { isRelation } from './field-types.ts'
import type { Schema, SchemaField, SchemaObject } from './schema.ts'

export const RELATION_KINDS = ['lookup', 'master-detail', 'hierarchical'] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** A field of `from` that points at records of `to`. */
export interface SchemaRelation {
  readonly from: string
  readonly field: SchemaField
  readonly to: string
  readonly kind: RelationKind
  /** The field can point at records of several objects. */
  readonly isPolymorphic: boolean
}

/** Who made and who last changed a record: every object has them, and drawn they would hide everything else. */
const AUDIT = new Set(['CreatedById', 'LastModifiedById'])

export const isAudit = (field: SchemaField): boolean => AUDIT.has(field.name)

function kindOf(object: SchemaObject, field: SchemaField, target: string): RelationKind {
  if (field.kind === 'MasterDetail') return 'master-detail'
  return field.kind === 'Hierarchy' || target === object.name ? 'hierarchical' : 'lookup'
}

/** The relations of an object to others that are in the schema, by field and target. */
export function listRelations(object: SchemaObject, isThere: (name: string) => boolean): SchemaRelation[] {
  return [...object.fields.values()]
    .filter((field) => isRelation(field.kind) && !isAudit(field))
    .flatMap((field) =>
      field.targets
        .filter((target) => isThere(target))
        .map((to) => ({ from: object.name, field, to, kind: kindOf(object, field, to), isPolymorphic: field.targets.length > 1 }))
    )
}

/** Whether records of the object belong to one of each of two others by master-detail: what joins many to many. */
export function isJunction(object: SchemaObject): boolean {
  const owners = [...object.fields.values()].filter((field) => field.kind === 'MasterDetail' && field.targets.length === 1)
  return owners.length >= 2 && new Set(owners.flatMap(({ targets }) => targets)).size >= 2
}

/** Names of the objects each one points at or is pointed at by, without itself. */
export function listNeighbours(schema: Schema): Map<string, Set<string>> {
  const neighbours = new Map([...schema.objects.keys()].map((name) => [name, new Set<string>()]))
  for (const object of schema.objects.values())
    for (const { from, to } of listRelations(object, (name) => schema.objects.has(name)))
      if (from !== to) {
        neighbours.get(from)?.add(to)
        neighbours.get(to)?.add(from)
      }
  return neighbours
}
