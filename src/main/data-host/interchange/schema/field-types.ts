import type { SchemaField } from './schema.ts'

/** Kinds of fields by Salesforce's own names; `Unknown` is written as it came. */
export const FIELD_KINDS = [
  'Id',
  'Lookup',
  'MasterDetail',
  'Hierarchy',
  'ExternalLookup',
  'IndirectLookup',
  'MetadataRelationship',
  'AutoNumber',
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Time',
  'Email',
  'Location',
  'Address',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'MultiselectPicklist',
  'Text',
  'EncryptedText',
  'TextArea',
  'LongTextArea',
  'Html',
  'Url',
  'Summary',
  'Name',
  'File',
  'Unknown'
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

const RELATIONS: readonly FieldKind[] = ['Lookup', 'MasterDetail', 'Hierarchy', 'ExternalLookup', 'IndirectLookup', 'MetadataRelationship']
export const isRelation = (kind: FieldKind): boolean => RELATIONS.includes(kind)

/** Other spellings: of the describe calls, of the setup pages in English and Spanish. Compared without case, accents and signs. */
const SPELLINGS: Readonly<Record<string, FieldKind>> = {
  reference: 'Lookup',
  lookuprelationship: 'Lookup',
  busqueda: 'Lookup',
  relaciondebusqueda: 'Lookup',
  consulta: 'Lookup',
  referencia: 'Lookup',
  masterdetailrelationship: 'MasterDetail',
  principaldetalle: 'MasterDetail',
  maestrodetalle: 'MasterDetail',
  relacionprincipaldetalle: 'MasterDetail',
  relacionmaestrodetalle: 'MasterDetail',
  hierarchicalrelationship: 'Hierarchy',
  jerarquia: 'Hierarchy',
  externallookuprelationship: 'ExternalLookup',
  indirectlookuprelationship: 'IndirectLookup',
  boolean: 'Checkbox',
  casilladeverificacion: 'Checkbox',
  casilla: 'Checkbox',
  moneda: 'Currency',
  divisa: 'Currency',
  fecha: 'Date',
  fechahora: 'DateTime',
  fechayhora: 'DateTime',
  hora: 'Time',
  correo: 'Email',
  correoelectronico: 'Email',
  geolocation: 'Location',
  geolocalizacion: 'Location',
  ubicacion: 'Location',
  direccion: 'Address',
  int: 'Number',
  integer: 'Number',
  long: 'Number',
  double: 'Number',
  decimal: 'Number',
  numero: 'Number',
  porcentaje: 'Percent',
  telefono: 'Phone',
  listadeseleccion: 'Picklist',
  listadesplegable: 'Picklist',
  combobox: 'Picklist',
  multipicklist: 'MultiselectPicklist',
  picklistmultiselect: 'MultiselectPicklist',
  listadeseleccionmultiple: 'MultiselectPicklist',
  listadeseleccionseleccionmultiple: 'MultiselectPicklist',
  string: 'Text',
  texto: 'Text',
  textencrypted: 'EncryptedText',
  encryptedstring: 'EncryptedText',
  textocifrado: 'EncryptedText',
  areadetexto: 'TextArea',
  textarealong: 'LongTextArea',
  areadetextolargo: 'LongTextArea',
  areadetextoextenso: 'LongTextArea',
  textarearich: 'Html',
  richtextarea: 'Html',
  areadetextoenriquecido: 'Html',
  rollupsummary: 'Summary',
  resumen: 'Summary',
  autonumerico: 'AutoNumber',
  numeracionautomatica: 'AutoNumber',
  numeroautomatico: 'AutoNumber',
  nombre: 'Name',
  base64: 'File'
}
const KINDS = new Map<string, FieldKind>([...FIELD_KINDS.map((kind) => [fold(kind), kind] as const), ...Object.entries(SPELLINGS)])

/** Without case, accents and signs. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

/** A kind by any of its spellings; `Unknown` for what is none. */
export const readKind = (written: string): FieldKind => KINDS.get(fold(written)) ?? 'Unknown'

type ReadType = Pick<SchemaField, 'kind' | 'length' | 'precision' | 'scale' | 'targets' | 'isFormula' | 'isUnique' | 'isExternalId'>

/** A type written in one go, as setup pages do: `Lookup(User,Group)`, `Number(16, 2)`, `Text(80) (Unique)`, `Formula (Currency)`. */
export function readWrittenType(written: string): ReadType {
  const [, head = '', inside = '', rest = ''] = /^\s*([^(]*?)\s*(?:\(([^)]*)\)(.*))?$/s.exec(written) ?? []
  const marks = fold(rest)
  const nothing: ReadType = {
    kind: readKind(head),
    length: null,
    precision: null,
    scale: null,
    targets: [],
    isFormula: false,
    isUnique: marks.includes('unique') || marks.includes('unic'),
    isExternalId: marks.includes('externalid') || marks.includes('idexterno') || marks.includes('idexterna')
  }
  if (nothing.kind === 'Unknown' && inside !== '') {
    if (/^formula/.test(fold(head))) return { ...nothing, kind: readKind(inside), isFormula: true }
    // `Picklist (Multi-Select)`, `Text Area(Long)`: what is in the brackets belongs to the name.
    const whole = readKind(`${head}${inside}`)
    if (whole !== 'Unknown') return { ...nothing, kind: whole }
  }
  if (['TextArea', 'Picklist', 'Text'].includes(nothing.kind) && /[a-z]/i.test(inside)) {
    const whole = readKind(`${head}${inside}`)
    const [, size] = /^\s*\((\d+)\)/.exec(rest) ?? []
    return { ...nothing, kind: whole === 'Unknown' ? nothing.kind : whole, length: size === undefined ? null : Number(size) }
  }
  if (isRelation(nothing.kind)) return { ...nothing, targets: splitNames(inside) }
  const [whole, decimals] = inside.split(',').map((part) => Number.parseInt(part, 10))
  if (whole === undefined || !Number.isFinite(whole)) return nothing
  if (decimals !== undefined && Number.isFinite(decimals)) return { ...nothing, precision: whole + decimals, scale: decimals }
  return { ...nothing, length: whole }
}

/** Object names as tables and exports list them, in brackets and quotes or not. */
export const splitNames = (written: string): string[] => [
  ...new Set(
    written
      .split(/[,;|\s[\]"']+/)
      .map((name) => name.trim())
      .filter((name) => /^\w{1,255}$/.test(name))
  )
]

/** Kinds whose length means something to a reader. */
const SIZED: readonly FieldKind[] = ['Text', 'EncryptedText', 'LongTextArea', 'Html']
const COUNTED: readonly FieldKind[] = ['Number', 'Currency', 'Percent']
const SHOWN_TARGETS = 3
const LONGEST_TYPE = 100

/** The type as setup pages write it: `Text(80)`, `Number(16, 2)`, `Lookup(Account)`, `Formula(Currency)`. */
export function writeType(field: SchemaField): string {
  if (field.isFormula) return `Formula(${field.kind})`
  if (isRelation(field.kind) && field.targets.length > 0) {
    const more = field.targets.length - SHOWN_TARGETS
    const shown = field.targets.slice(0, SHOWN_TARGETS).join(', ')
    return `${field.kind}(${shown}${more > 0 ? ` +${more}` : ''})`.slice(0, LONGEST_TYPE)
  }
  if (SIZED.includes(field.kind) && field.length !== null && field.length > 0) return `${field.kind}(${field.length})`
  if (COUNTED.includes(field.kind) && field.precision !== null && field.precision > 0)
    return `${field.kind}(${field.precision - (field.scale ?? 0)}, ${field.scale ?? 0})`
  return field.kind
}
