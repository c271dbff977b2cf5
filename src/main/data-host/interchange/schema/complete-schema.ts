import { makeField, isCustomName, type Schema, type SchemaField, type SchemaObject } from './schema.ts'
import { makeIdField, type StandardObject } from './standard-objects.ts'
import { isRelation } from './field-types.ts'

/** Activities are one object in setup and two for everybody else. */
const ACTIVITY = 'Activity'
const ACTIVITIES = ['Task', 'Event'] as const
/** Kinds of custom things whose records are no rows with a name. */
const WITHOUT_NAME = /__(?:e|x|b|ChangeEvent)$/i
const WITHOUT_ID = /__e$/i

/**
 * Adds what every organisation has and a folder leaves out: the standard fields of standard objects, the record's key and its
 * name. An object that says its own key is whole already (a describe, a full table). Standard objects are there in every
 * organisation: a source that leaves things out gets all the table has, a whole one those it points at.
 */
export function completeSchema(schema: Schema, standard: ReadonlyMap<string, StandardObject>): void {
  spreadActivities(schema.objects)
  const isPartial = [...schema.objects.values()].some(({ fields }) => !fields.has('Id'))
  for (const object of [...schema.objects.values()]) {
    if (object.fields.has('Id')) continue
    const known = standard.get(object.name)
    if (known) completeStandard(object, known)
    else completeOther(object)
  }
  for (const object of schema.objects.values()) for (const field of object.fields.values()) guessTarget(field, schema.objects, standard)
  const added = isPartial ? [...standard.keys()] : listTargets(schema.objects)
  for (const name of added) addStandard(schema.objects, name, standard)
}

function spreadActivities(objects: Map<string, SchemaObject>): void {
  const activity = objects.get(ACTIVITY)
  // A describe of activities has rows of its own: it is left as it is.
  if (!activity || activity.fields.has('Id')) return
  objects.delete(ACTIVITY)
  for (const name of ACTIVITIES) {
    const object = objects.get(name) ?? { name, label: null, fields: new Map<string, SchemaField>(), isFromSource: true, nameField: null }
    objects.set(name, object)
    for (const field of activity.fields.values())
      if (!object.fields.has(field.name)) object.fields.set(field.name, { ...field, targets: [...field.targets] })
  }
}

function completeStandard(object: SchemaObject, known: StandardObject): void {
  object.label ??= known.label
  for (const field of known.makeFields()) {
    const own = object.fields.get(field.name)
    if (own) mendField(own, field)
    else object.fields.set(field.name, field)
  }
}

/** A folder names standard fields without saying all of what they are. */
function mendField(own: SchemaField, known: SchemaField): void {
  own.label ??= known.label
  if (own.kind === 'Unknown' || (isRelation(own.kind) && own.targets.length === 0)) {
    own.kind = known.kind
    own.targets = [...known.targets]
    own.length ??= known.length
    own.precision ??= known.precision
    own.scale ??= known.scale
  }
  own.isRequired ||= known.isRequired
  own.relationshipName ??= known.relationshipName
}

function completeOther(object: SchemaObject): void {
  if (!WITHOUT_ID.test(object.name)) object.fields.set('Id', makeIdField())
  if (!isCustomName(object.name) || WITHOUT_NAME.test(object.name) || object.fields.has('Name')) return
  const isSetting = /__mdt$/i.test(object.name)
  const said = object.nameField
  const kind = said?.kind === 'AutoNumber' ? 'AutoNumber' : 'Text'
  object.fields.set(
    isSetting ? 'DeveloperName' : 'Name',
    makeField(isSetting ? 'DeveloperName' : 'Name', kind, {
      label: said?.label ?? null,
      length: kind === 'Text' ? 80 : null,
      isRequired: kind === 'Text',
      isCompleted: true
    })
  )
}

/** Standard fields are named after what they point at (`AccountId`), and a folder says no more of them. */
function guessTarget(field: SchemaField, objects: ReadonlyMap<string, SchemaObject>, standard: ReadonlyMap<string, StandardObject>): void {
  const name = /^(\w+)Id$/.exec(field.name)?.[1]
  if (name === undefined || !isRelation(field.kind) || field.targets.length > 0) return
  if (name === 'Owner') field.targets = ['User']
  else if (objects.has(name) || standard.has(name)) field.targets = [name]
}

const listTargets = (objects: ReadonlyMap<string, SchemaObject>): string[] => [
  ...new Set([...objects.values()].flatMap((object) => [...object.fields.values()].flatMap((field) => field.targets)))
]

function addStandard(objects: Map<string, SchemaObject>, name: string, standard: ReadonlyMap<string, StandardObject>): void {
  const known = standard.get(name)
  if (!known || objects.has(name)) return
  const made: SchemaObject = { name, label: known.label, fields: new Map(), isFromSource: false, nameField: null }
  for (const field of known.makeFields()) made.fields.set(field.name, field)
  objects.set(name, made)
}
