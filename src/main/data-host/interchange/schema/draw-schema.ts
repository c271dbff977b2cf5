import type { DiagramContent, DiagramLine, DiagramShape, EntityField, LineHead } from '../../../../shared/diagrams/diagram.ts'
import { MOST_ITEMS } from '../../../../shared/diagrams/diagram.ts'
import { measureEntity } from '../../../../shared/diagrams/draw-entity.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { Language, Text } from '../../../../shared/domain/text.ts'
import { measureText } from '../../../../shared/models/text-measure.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import { isRelation, writeType } from './field-types.ts'
import { MOST_SHOWN, refuseTooLarge } from './limits.ts'
import { readLabel } from './list-objects.ts'
import { placeEntities } from './place-entities.ts'
import { placeLabels } from './place-labels.ts'
import { isAudit, isJunction, listRelations, type SchemaRelation } from './relations.ts'
import { NO_WAY, routeRelations, type Way } from './route-relations.ts'
import { isCustomName, kindOfObject, type Schema, type SchemaField, type SchemaObject } from './schema.ts'

const LONGEST_LABEL = 300
/** Custom objects stand out by a stronger outline besides the word under their name. */
const CUSTOM_WEIGHT = 2.5
/** Of the names on lines. */
const LABEL_SIZE = 12

export interface DrawnSchema {
  readonly content: DiagramContent
  readonly objects: number
  readonly fields: number
  readonly relations: number
  readonly notes: readonly Text[]
}

/**
 * The chosen objects as an entity diagram: a shape each with all its fields, a line for every relation between two of them.
 * Throws `schema-object-missing`, `schema-too-large`.
 */
export function drawSchema(schema: Schema, chosen: readonly string[], language: Language): DrawnSchema {
  const names = new Set(chosen)
  const missing = [...names].filter((name) => !schema.objects.has(name))
  if (missing.length > 0) throw new CauceError('schema-object-missing', { names: missing.slice(0, 5).join(', ').slice(0, 300) })
  const objects = [...schema.objects.values()].filter(({ name }) => names.has(name)).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const relations = objects.flatMap((object) => listRelations(object, (name) => names.has(name)))
  if (objects.length + relations.length > MOST_ITEMS) throw refuseTooLarge()
  const entities = new Map(objects.map((object) => [object.name, describeEntity(object, language)]))
  const places = placeEntities(
    entities,
    relations.map(({ from, to, field }) => ({ from, to, labelWidth: measureText(labelOf(field), LABEL_SIZE) }))
  )
  const shapes = objects.map((object, at): DiagramShape => makeShape(object, entities, places, at + 1, language))
  const shapesById = new Map(shapes.map((shape) => [shape.id, shape]))
  const ways = routeRelations(shapesById, relations)
  const lines = placeLabels(
    relations.map((relation, at) => makeLine(relation, ways[at] ?? NO_WAY, shapes.length + at + 1)),
    shapesById,
    LABEL_SIZE
  )
  return {
    content: { settings: { hasGrid: true, doesSnap: true, language }, items: [...shapes, ...lines] },
    objects: shapes.length,
    fields: shapes.reduce((sum, { fields = [] }) => sum + fields.length, 0),
    relations: lines.length,
    notes: schema.notes
  }
}

interface Entity {
  readonly label: string
  readonly fields: EntityField[]
  readonly width: number
  readonly height: number
}

function describeEntity(object: SchemaObject, language: Language): Entity {
  const say = (key: string): string => translate(language, `diagramSchema.diagram.${key}`)
  const title = readLabel(object.label, language)?.replace(/\s+/g, ' ').slice(0, LONGEST_LABEL) ?? object.name
  const marks = [
    ...(title === object.name ? [] : [object.name]),
    say(kindOfObject(object)),
    ...(isJunction(object) ? [say('junction')] : [])
  ]
  const label = `${title}\n${marks.join(' · ')}`
  const fields = sortFields(object)
    .slice(0, MOST_SHOWN)
    .map((field) => describeField(field, language))
  return { label, fields, ...measureEntity({ label, fields }) }
}

/** The same order whatever order the source has them in: key, name, what points elsewhere, the rest; custom ones after standard ones. */
function sortFields(object: SchemaObject): SchemaField[] {
  const rank = (field: SchemaField): number => {
    if (field.kind === 'Id') return 0
    if (['Name', 'DeveloperName'].includes(field.name)) return 1
    return (isRelation(field.kind) ? (isAudit(field) ? 6 : 2) : 4) + (isCustomName(field.name) ? 1 : 0)
  }
  return [...object.fields.values()].toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

function keyOf(field: SchemaField): EntityField['key'] {
  if (field.kind === 'Id') return 'primary'
  if (isRelation(field.kind)) return 'foreign'
  if (field.isExternalId) return 'external'
  return field.isUnique ? 'unique' : undefined
}

function describeField(field: SchemaField, language: Language): EntityField {
  const label = readLabel(field.label, language)?.slice(0, LONGEST_LABEL)
  const key = keyOf(field)
  const [target] = field.targets
  return {
    name: field.name,
    type: writeType(field),
    ...(label === undefined || label === '' || label === field.name ? {} : { label }),
    ...(key === undefined ? {} : { key }),
    ...(field.isRequired ? { isRequired: true } : {}),
    ...(isCustomName(field.name) ? { isCustom: true } : {}),
    ...(target === undefined ? {} : { target }),
    ...(field.formula === null ? {} : { formula: field.formula.slice(0, 4000) })
  }
}

function makeShape(
  object: SchemaObject,
  entities: ReadonlyMap<string, Entity>,
  places: ReadonlyMap<string, { x: number; y: number }>,
  order: number,
  language: Language
): DiagramShape {
  const entity = entities.get(object.name) ?? { label: object.name, fields: [], width: 240, height: 160 }
  const place = places.get(object.name) ?? { x: 0, y: 0 }
  const completed = [...object.fields.values()].filter(({ isCompleted }) => isCompleted).length
  const isCustom = isCustomName(object.name)
  return {
    item: 'shape',
    id: object.name,
    kind: 'entity',
    ...place,
    width: entity.width,
    height: entity.height,
    order,
    label: entity.label,
    style: isCustom ? { weight: CUSTOM_WEIGHT } : {},
    fields: entity.fields,
    data: { object: object.name, custom: String(isCustom), ...(isJunction(object) ? { junction: 'true' } : {}) },
    ...(completed > 0 ? { notes: translate(language, 'diagramSchema.diagram.completed', { count: completed }) } : {})
  }
}

const labelOf = (field: SchemaField): string => field.relationshipName ?? field.name

/** Crow's feet: how many records of each side a record of the other can have. */
function headsOf({ kind, field }: SchemaRelation): { startHead: LineHead; endHead: LineHead } {
  if (kind === 'master-detail') return { startHead: 'many', endHead: 'one' }
  return { startHead: 'zero-or-many', endHead: field.isRequired ? 'one' : 'zero-or-one' }
}

function makeLine(relation: SchemaRelation, way: Way, order: number): DiagramLine {
  const { from, to, field, kind, isPolymorphic } = relation
  return {
    item: 'line',
    id: `${from}.${field.name}>${to}`.slice(0, 200),
    from: { shapeId: from, ...way.from },
    to: { shapeId: to, ...way.to },
    order,
    label: labelOf(field),
    route: 'elbow',
    points: [...way.points],
    ...headsOf(relation),
    style: kind === 'master-detail' ? { dash: 'solid', weight: 1.8 } : { dash: 'dashed' },
    data: { field: field.name, relation: kind, ...(isPolymorphic ? { polymorphic: 'true' } : {}) }
  }
}
