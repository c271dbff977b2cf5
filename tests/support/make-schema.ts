import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'

/** One field of a schema made for a test, in words every format can say. */
export interface MadeField {
  name: string
  label: string
  kind: 'Text' | 'Number' | 'Currency' | 'Checkbox' | 'Date' | 'Email' | 'Picklist' | 'LongTextArea' | 'Lookup' | 'MasterDetail'
  length: number
  precision: number
  scale: number
  isRequired: boolean
  isUnique: boolean
  isExternalId: boolean
  formula: string | null
  target: string | null
  relationshipName: string | null
}
export interface MadeObject {
  name: string
  label: string
  nameLabel: string
  fields: MadeField[]
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"'
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const element = (name: string, text: string | number | boolean | null): string =>
  text === null ? '' : `    <${name}>${escape(String(text))}</${name}>\n`
const isSized = (field: MadeField): boolean => ['Text', 'LongTextArea'].includes(field.kind) && field.formula === null
const isCounted = (field: MadeField): boolean => ['Number', 'Currency'].includes(field.kind)

function writeFieldParts(field: MadeField): string {
  return [
    element('fullName', field.name),
    element('label', field.label),
    isSized(field) ? element('length', field.length) : '',
    isCounted(field) ? element('precision', field.precision) + element('scale', field.scale) : '',
    element('required', field.isRequired),
    element('unique', field.isUnique),
    element('externalId', field.isExternalId),
    element('formula', field.formula),
    element('referenceTo', field.target),
    element('relationshipName', field.relationshipName),
    element('type', field.kind)
  ].join('')
}

/** A field's file as a project in source format has it. */
export const writeField = (field: MadeField): string => `${HEAD}<CustomField ${NAMESPACE}>\n${writeFieldParts(field)}</CustomField>\n`

const nameParts = (object: MadeObject): string =>
  `${element('label', object.label)}    <nameField>\n${element('label', object.nameLabel)}${element('type', 'Text')}    </nameField>\n`

/** An object's file without its fields, or with them in the older format. */
export const writeObject = (object: MadeObject, withFields = false): string =>
  `${HEAD}<CustomObject ${NAMESPACE}>\n${withFields ? object.fields.map((field) => `<fields>\n${writeFieldParts(field)}</fields>\n`).join('') : ''}${nameParts(object)}</CustomObject>\n`

/** The files of a project by path: source format, or one file an object. */
export function listProject(objects: readonly MadeObject[], format: 'source' | 'metadata' = 'source'): Map<string, string> {
  const files = new Map<string, string>()
  if (format === 'metadata') {
    for (const object of objects) files.set(`src/objects/${object.name}.object`, writeObject(object, true))
    return files
  }
  files.set('sfdx-project.json', JSON.stringify({ packageDirectories: [{ path: 'force-app', default: true }] }))
  for (const object of objects) {
    const folder = `force-app/main/default/objects/${object.name}`
    files.set(`${folder}/${object.name}.object-meta.xml`, writeObject(object))
    for (const field of object.fields) files.set(`${folder}/fields/${field.name}.field-meta.xml`, writeField(field))
  }
  return files
}

export function putFiles(folder: string, files: ReadonlyMap<string, string>): string {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

const DESCRIBED: Readonly<Record<MadeField['kind'], string>> = {
  Text: 'string',
  Number: 'double',
  Currency: 'currency',
  Checkbox: 'boolean',
  Date: 'date',
  Email: 'email',
  Picklist: 'picklist',
  LongTextArea: 'textarea',
  Lookup: 'reference',
  MasterDetail: 'reference'
}

/** What the service answers when asked to describe the same objects. */
export function describeObjects(objects: readonly MadeObject[]): object[] {
  const system = (name: string, label: string, type: string, more: object = {}): object => ({
    name,
    label,
    type,
    length: 18,
    nillable: false,
    createable: false,
    ...more
  })
  return objects.map((object) => ({
    name: object.name,
    label: object.label,
    custom: true,
    fields: [
      system('Id', 'Record ID', 'id'),
      system('Name', object.nameLabel, 'string', { length: 80, createable: true }),
      ...object.fields.map((field) => ({
        name: field.name,
        label: field.label,
        type: DESCRIBED[field.kind],
        length: isSized(field) ? field.length : 0,
        precision: isCounted(field) ? field.precision : 0,
        scale: isCounted(field) ? field.scale : 0,
        digits: 0,
        nillable: !field.isRequired,
        createable: field.formula === null,
        defaultedOnCreate: false,
        unique: field.isUnique,
        externalId: field.isExternalId,
        calculated: field.formula !== null,
        calculatedFormula: field.formula,
        referenceTo: field.target === null ? [] : [field.target],
        relationshipName: field.target === null ? null : field.name.replace(/__c$/, '__r'),
        relationshipOrder: field.kind === 'MasterDetail' ? 0 : null
      }))
    ],
    childRelationships: objects.flatMap((child) =>
      child.fields
        .filter((field) => field.target === object.name)
        .map((field) => ({
          childSObject: child.name,
          field: field.name,
          relationshipName: field.relationshipName === null ? null : `${field.relationshipName}__r`
        }))
    )
  }))
}

const quote = (cell: string): string => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The same as a table with a row for every field; `es`: as a Spanish spreadsheet saves it. */
export function tabulateObjects(objects: readonly MadeObject[], language: 'en' | 'es' = 'en'): string {
  const header =
    language === 'en'
      ? [
          'Object',
          'Object label',
          'Field',
          'Label',
          'Data type',
          'Length',
          'Precision',
          'Scale',
          'Required',
          'Unique',
          'External ID',
          'Reference to',
          'Relationship name',
          'Formula'
        ]
      : [
          'Objeto',
          'Etiqueta del objeto',
          'Campo',
          'Etiqueta',
          'Tipo de datos',
          'Longitud',
          'Precisión',
          'Escala',
          'Obligatorio',
          'Único',
          'ID externo',
          'Referencia a',
          'Nombre de relación',
          'Fórmula'
        ]
  const [yes, no] = language === 'en' ? ['true', 'false'] : ['sí', 'no']
  const say = (flag: boolean): string => (flag ? yes : no)
  const rows = objects.flatMap((object) => [
    [object.name, object.label, 'Id', 'Record ID', 'Id', '', '', '', no, no, no, '', '', ''],
    [object.name, object.label, 'Name', object.nameLabel, 'Text', '80', '', '', yes, no, no, '', '', ''],
    ...object.fields.map((field) => [
      object.name,
      object.label,
      field.name,
      field.label,
      field.kind,
      isSized(field) ? String(field.length) : '',
      isCounted(field) ? String(field.precision) : '',
      isCounted(field) ? String(field.scale) : '',
      say(field.isRequired),
      say(field.isUnique),
      say(field.isExternalId),
      field.target ?? '',
      field.relationshipName ?? '',
      field.formula ?? ''
    ])
  ])
  return [header, ...rows].map((cells) => cells.map(quote).join(language === 'en' ? ',' : ';')).join('\r\n')
}

const Label = fc.oneof(
  fc.constantFrom('Pedido', 'Año de alta', 'Nº “interno”', 'A & B', 'a < b', 'Straße', '名前', 'Ruta; principal', 'One, two'),
  fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' }).map((text) => text.replace(/\s+/g, ' ').trim() || 'x')
)
const Formula = fc.constantFrom('IF(ISBLANK(A__c), "x", B__c)', 'A__c & " < " & B__c', 'TODAY() - A__c')

/** Any schema of custom objects that point at each other and themselves. */
export function anySchema({ maxObjects = 8, maxFields = 8 } = {}): fc.Arbitrary<MadeObject[]> {
  return fc
    .array(fc.record({ label: Label, nameLabel: Label, fields: fc.array(anyField(), { maxLength: maxFields }) }), {
      minLength: 1,
      maxLength: maxObjects
    })
    .map((made) =>
      made.map(({ label, nameLabel, fields }, at) => ({
        name: `Thing_${at}__c`,
        label,
        nameLabel,
        fields: fields.map((field, place) => pointAt(field, place, made.length))
      }))
    )
}

type Loose = Omit<MadeField, 'name' | 'target'> & { pointsAt: number }
function anyField(): fc.Arbitrary<Loose> {
  return fc.record({
    label: Label,
    kind: fc.constantFrom('Text', 'Number', 'Currency', 'Checkbox', 'Date', 'Email', 'Picklist', 'LongTextArea', 'Lookup', 'MasterDetail'),
    length: fc.integer({ min: 300, max: 32_000 }),
    precision: fc.integer({ min: 6, max: 18 }),
    scale: fc.integer({ min: 0, max: 5 }),
    isRequired: fc.boolean(),
    isUnique: fc.boolean(),
    isExternalId: fc.boolean(),
    formula: fc.option(Formula),
    relationshipName: fc.constant(null),
    pointsAt: fc.nat()
  })
}

function pointAt({ pointsAt, ...field }: Loose, place: number, objects: number): MadeField {
  const isRelation = field.kind === 'Lookup' || field.kind === 'MasterDetail'
  const canCompute = ['Text', 'Number', 'Currency', 'Date'].includes(field.kind)
  return {
    ...field,
    name: `Field_${place}__c`,
    // A detail has its master always, and a switch is never empty.
    isRequired: field.kind === 'MasterDetail' || (field.isRequired && field.kind !== 'Checkbox' && !(canCompute && field.formula !== null)),
    formula: canCompute ? field.formula : null,
    target: isRelation ? `Thing_${pointsAt % objects}__c` : null,
    relationshipName: isRelation ? `Things_${place}` : null
  }
}
