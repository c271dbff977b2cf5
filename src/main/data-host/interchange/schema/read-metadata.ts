import { CauceError } from '../../../../shared/domain/errors.ts'
import { readKind } from './field-types.ts'
import { isTrue, readMetadata, readNumber, readText, type XmlNode } from './metadata-xml.ts'
import { ensureObject, makeField, type SchemaField, type SchemaObject } from './schema.ts'

/** What a file of a project holds, told by its path: one field of an object, or an object (with fields, in the older format). */
interface FileSign {
  readonly pattern: RegExp
  readonly read: (root: XmlNode, named: readonly string[], objects: Map<string, SchemaObject>) => void
}

const FILES: readonly FileSign[] = [
  {
    pattern: /(?:^|\/)([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/i,
    read: (root, [object = '', field = ''], objects) => {
      requireRoot(root, 'CustomField')
      addField(ensureObject(objects, object), readField(root, field))
    }
  },
  { pattern: /(?:^|\/)([^/]+)\.(?:object-meta\.xml|object)$/i, read: (root, [object = ''], objects) => readObject(root, object, objects) }
]

/** Whether a path is of a file the schema is read from. */
export const isSchemaFile = (path: string): boolean => FILES.some(({ pattern }) => pattern.test(path))

/** Reads one file into the objects. Throws `schema-damaged`, `diagram-entities`. */
export function readMetadataFile(path: string, text: string, objects: Map<string, SchemaObject>): void {
  const root = readMetadata(text, path)
  for (const { pattern, read } of FILES) {
    const found = pattern.exec(path)
    if (!found) continue
    const names = found.slice(1).map((name) => decodeName(name))
    if (!names.every((name) => /^\w{1,255}$/.test(name))) throw new CauceError('schema-damaged', { file: path })
    read(root, names, objects)
    return
  }
}

/** Files are named with what is special in addresses escaped. */
function decodeName(name: string): string {
  return name.includes('%') ? name.replace(/%5F/gi, '_') : name
}

function requireRoot(root: XmlNode, name: string): void {
  if (root.name !== name) throw new CauceError('schema-damaged', { file: root.name })
}

function readObject(root: XmlNode, name: string, objects: Map<string, SchemaObject>): void {
  requireRoot(root, 'CustomObject')
  const object = ensureObject(objects, name)
  object.label ??= readText(root, 'label')
  if (readText(root, 'customSettingsType') !== null) object.isSetting = true
  const nameField = root.children.find((child) => child.name === 'nameField')
  if (nameField) object.nameField ??= { label: readText(nameField, 'label'), kind: readKind(readText(nameField, 'type') ?? 'Text') }
  for (const child of root.children) {
    if (child.name !== 'fields') continue
    const own = readText(child, 'fullName')
    if (own !== null && /^\w{1,255}$/.test(own)) addField(object, readField(child, own))
  }
}

/** The first package that says a field is the one that makes it; others repeat it. */
function addField(object: SchemaObject, field: SchemaField): void {
  if (!object.fields.has(field.name)) object.fields.set(field.name, field)
}

function readField(node: XmlNode, name: string): SchemaField {
  const formula = readText(node, 'formula')
  const kind = readKind(readText(node, 'type') ?? '')
  return makeField(name, kind, {
    label: readText(node, 'label'),
    length: readNumber(node, 'length'),
    precision: readNumber(node, 'precision'),
    scale: readNumber(node, 'scale'),
    // A detail never stands without its master, whatever the file says of it.
    isRequired: isTrue(node, 'required') || kind === 'MasterDetail',
    isUnique: isTrue(node, 'unique'),
    isExternalId: isTrue(node, 'externalId'),
    isFormula: formula !== null,
    formula,
    targets: node.children
      .filter((child) => child.name === 'referenceTo')
      .map(({ text }) => text.trim())
      .filter((target) => /^\w{1,255}$/.test(target)),
    relationshipName: readText(node, 'relationshipName')
  })
}
