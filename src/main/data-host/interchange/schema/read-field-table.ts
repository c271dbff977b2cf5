import { z } from 'zod'
import type { Text } from '../../../../shared/domain/text.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { detectDelimiter } from '../../imports/reading/detect.ts'
import { RecordSplitter } from '../../imports/reading/split.ts'
import { fold, isRelation, readWrittenType, splitNames } from './field-types.ts'
import { MOST_FIELDS, refuseTooLarge } from './limits.ts'
import { ensureObject, makeField, readRelationshipName, type SchemaObject } from './schema.ts'
import { LeftOut } from './schema-notes.ts'

/**
 * What a column says, by the words it may be headed with (without case, accents and signs), the surest first. Besides plain
 * words in both languages these are the columns of the queries people save: EntityDefinition, FieldDefinition, EntityParticle.
 */
const COLUMNS = {
  object: [
    'object',
    'objectname',
    'objectapiname',
    'entity',
    'entityname',
    'sobject',
    'sobjecttype',
    'entitydefinitionqualifiedapiname',
    'entitydefinitiondevelopername',
    'entitydefinitionid',
    'table',
    'tablename',
    'sobjectname',
    'parententity',
    'objeto',
    'nombredelobjeto',
    'nombredeobjeto',
    'nombreobjeto',
    'apidelobjeto',
    'nombredetabla',
    'nombreapidelobjeto',
    'entidad',
    'tabla'
  ],
  objectLabel: ['objectlabel', 'entitylabel', 'entitydefinitionlabel', 'etiquetadelobjeto', 'etiquetaobjeto'],
  field: [
    'field',
    'fieldname',
    'fieldapiname',
    'apiname',
    'qualifiedapiname',
    'developername',
    'column',
    'columnname',
    'name',
    'campo',
    'nombredelcampo',
    'nombredecampo',
    'nombrecampo',
    'apidelcampo',
    'nombredecolumna',
    'nombreapidelcampo',
    'nombreapi',
    'nombredeapi',
    'columna',
    'nombre'
  ],
  label: ['label', 'fieldlabel', 'masterlabel', 'etiqueta', 'etiquetadelcampo', 'etiquetacampo'],
  type: ['datatype', 'type', 'fieldtype', 'valuetypeid', 'tipodedatos', 'tipodedato', 'tipo', 'tipodecampo'],
  length: ['length', 'longitud'],
  precision: ['precision', 'digits', 'digitos'],
  scale: ['scale', 'decimals', 'decimalplaces', 'decimales', 'escala'],
  required: ['required', 'isrequired', 'mandatory', 'obligatorio', 'requerido'],
  nillable: ['isnillable', 'nillable', 'nullable', 'isnullable', 'admitenulos'],
  unique: ['unique', 'isunique', 'unico', 'valorunico'],
  external: ['externalid', 'isexternalid', 'isidlookup', 'idexterno', 'idexterna'],
  targets: [
    'referenceto',
    'references',
    'relatedto',
    'relatedobject',
    'lookupto',
    'foreignkey',
    'referencedobject',
    'relationshipto',
    'target',
    'parent',
    'parentobject',
    'objetorelacionado',
    'relacionadocon',
    'referencia',
    'referenciaa',
    'apuntaa',
    'destino'
  ],
  relationshipName: ['childrelationshipname', 'relationshipname', 'relationship', 'nombrederelacion', 'nombredelarelacion', 'relacion'],
  formula: ['formula', 'calculatedformula']
} as const satisfies Record<string, readonly string[]>
type ColumnKey = keyof typeof COLUMNS
type Places = ReadonlyMap<ColumnKey, number>

const YES = new Set(['true', 'yes', 'y', '1', 'x', 'si', 'verdadero', 'required', 'obligatorio'])
const NO = new Set(['false', 'no', 'n', '0', 'falso'])
/** Notes, titles and empty lines stand before the header in some exports. */
const HEADER_SEARCH_ROWS = 30

interface FieldTable {
  readonly objects: Map<string, SchemaObject>
  readonly notes: Text[]
}

/** Where the columns are; null when the row is no header of such a table. */
function findColumns(cells: readonly string[]): Places | null {
  const folded = cells.map((cell) => fold(cell))
  const places = new Map<ColumnKey, number>()
  for (const key of Object.keys(COLUMNS) as ColumnKey[]) {
    const words: readonly string[] = COLUMNS[key]
    const at = words.map((word) => folded.indexOf(word)).find((place) => place >= 0 && ![...places.values()].includes(place))
    if (at !== undefined) places.set(key, at)
  }
  return places.has('object') && places.has('field') ? places : null
}

/** Whether a text begins as a table of fields does: what a dropped CSV is told by. */
export function isFieldTable(start: string): boolean {
  const lines = start.split(/\r\n|\r|\n/).slice(0, HEADER_SEARCH_ROWS)
  const delimiter = detectDelimiter(start, false)
  return lines.some((line) => {
    const places = findColumns(line.replace(/^\uFEFF/, '').split(delimiter))
    return places !== null && (places.has('type') || places.has('targets'))
  })
}

/** A table with a row for every field, as delimited text. Throws `schema-empty`, `schema-too-large` and what cutting the text throws. */
export function readFieldTable(text: string): FieldTable {
  const objects = new Map<string, SchemaObject>()
  const nameless = new LeftOut('row')
  const delimiter = detectDelimiter(text.slice(0, 262_144), text.length <= 262_144)
  const header: { places: Places | null } = { places: null }
  let rows = 0
  const splitter = new RecordSplitter(delimiter, (cells, line) => {
    const { places } = header
    if (!places) {
      rows += 1
      header.places = findColumns(cells)
      return header.places !== null || rows < HEADER_SEARCH_ROWS
    }
    if (cells.every((cell) => cell.trim() === '')) return true
    rows += 1
    if (rows > MOST_FIELDS + HEADER_SEARCH_ROWS) throw refuseTooLarge()
    if (!addRow(objects, places, cells)) nameless.add(String(line))
    return true
  })
  splitter.push(text.replace(/^\uFEFF/, ''), true)
  if (objects.size === 0) throw new CauceError('schema-empty')
  return { objects, notes: nameless.notes }
}

/** Rows of a query's answer in JSON (`records`): the same columns, those of a related record under its name. */
export function readFieldRecords(records: readonly unknown[]): FieldTable {
  const objects = new Map<string, SchemaObject>()
  const nameless = new LeftOut('row')
  if (records.length > MOST_FIELDS) throw refuseTooLarge()
  for (const [at, record] of records.entries()) {
    const cells = flatten(record)
    const places = findColumns([...cells.keys()])
    if (!places || !addRow(objects, places, [...cells.values()])) nameless.add(String(at + 1))
  }
  if (objects.size === 0) throw new CauceError('schema-empty')
  return { objects, notes: nameless.notes }
}

const FieldRecord = z.record(z.string(), z.unknown())
const TargetList = z.object({ referenceTo: z.array(z.string()).nullable() })
const Plain = z.union([z.string(), z.number(), z.boolean()])

function flatten(record: unknown): Map<string, string> {
  const cells = new Map<string, string>()
  for (const [key, value] of Object.entries(FieldRecord.safeParse(record).data ?? {})) {
    const [plain, targets, inner] = [Plain.safeParse(value), TargetList.safeParse(value), FieldRecord.safeParse(value)]
    if (plain.success) cells.set(key, String(plain.data))
    else if (targets.success) cells.set(key, targets.data.referenceTo?.join(',') ?? '')
    else for (const [name, text] of Object.entries(inner.data ?? {})) if (typeof text === 'string') cells.set(`${key}.${name}`, text)
  }
  cells.delete('attributes')
  return cells
}

function readCount(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** False when the row names no object or no field. */
function addRow(objects: Map<string, SchemaObject>, places: Places, cells: readonly string[]): boolean {
  const read = (key: ColumnKey): string => cells[places.get(key) ?? -1]?.trim() ?? ''
  const isYes = (key: ColumnKey): boolean => YES.has(fold(read(key)))
  const orNull = (text: string): string | null => (text === '' ? null : text)
  const name = read('field').replace(/^.*\./, '')
  if (!/^\w{1,255}$/.test(read('object')) || !/^\w{1,255}$/.test(name)) return false
  const object = ensureObject(objects, read('object'))
  object.label ??= orNull(read('objectLabel'))
  const type = readWrittenType(read('type'))
  const listed = splitNames(read('targets'))
  const targets = listed.length > 0 ? listed : type.targets
  const kind = targets.length > 0 && !isRelation(type.kind) ? 'Lookup' : type.kind
  const formula = orNull(read('formula'))
  object.fields.set(
    name,
    makeField(name, kind, {
      label: orNull(read('label')),
      length: readCount(read('length')) ?? type.length,
      precision: readCount(read('precision')) ?? type.precision,
      scale: readCount(read('scale')) ?? type.scale,
      isRequired: isYes('required') || NO.has(fold(read('nillable'))) || kind === 'MasterDetail',
      isUnique: isYes('unique') || type.isUnique,
      isExternalId: isYes('external') || type.isExternalId,
      isFormula: type.isFormula || formula !== null,
      formula,
      targets,
      relationshipName: readRelationshipName(name, orNull(read('relationshipName')))
    })
  )
  return true
}
