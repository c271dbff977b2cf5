/** What a column of people can say, and what it is called, in English and Spanish; compared without accents, case and signs. */
const NAMES = {
  id: 'id|employee id|employee number|employeeid|person id|user id|record id|numero|numero de empleado|id empleado|identificador|codigo|legajo|matricula|unique identifier',
  name: 'name|full name|employee|employee name|display name|person|nombre|nombre completo|nombre y apellidos|empleado|trabajador|persona|apellidos y nombre',
  firstName: 'first name|firstname|given name|nombre de pila|primer nombre',
  lastName: 'last name|lastname|surname|family name|apellidos|apellido',
  email:
    'email|e mail|mail|email address|work email|user principal name|correo|correo electronico|correo de trabajo|direccion de correo electronico',
  title: 'title|job title|position|role|line detail 1|puesto|cargo|titulo|funcion|rol|categoria|posicion',
  department:
    'department|team|unit|business unit|division|area|organizational unit|departamento|equipo|unidad|division o area|seccion|direccion',
  location: 'location|office|city|site|ubicacion|oficina|sede|ciudad|centro|centro de trabajo',
  phone: 'phone|telephone|mobile|work phone|telefono|movil|telefono de trabajo',
  manager:
    'manager|reports to|reportsto|supervisor|boss|manager name|superior|parent|lead|team lead|responsable|jefe|jefa|jefe directo|reporta a|superior jerarquico|depende de|mando|supervisora',
  managerId:
    'manager id|managerid|manager number|parent id|parentid|supervisor id|manager employee id|reports to id|id responsable|id del responsable|id jefe|id del jefe|id manager|numero del responsable|codigo del responsable',
  managerEmail:
    'manager email|manager e mail|supervisor email|reports to email|correo del responsable|correo del jefe|email del responsable|email responsable|email jefe|correo responsable'
} as const
export type OrganisationColumn = keyof typeof NAMES

const LOOKUP: ReadonlyMap<string, OrganisationColumn> = new Map(
  (Object.entries(NAMES) as [OrganisationColumn, string][]).flatMap(([column, names]) =>
    names.split('|').map((name) => [name, column] as const)
  )
)

/** A title without accents, signs and case, for comparing. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()

/** Which column of the table says what; the first of several called alike. */
export function findColumns(titles: readonly string[]): Map<OrganisationColumn, number> {
  const found = new Map<OrganisationColumn, number>()
  for (const [index, title] of titles.entries()) {
    const column = LOOKUP.get(fold(title))
    if (column !== undefined && !found.has(column)) found.set(column, index)
  }
  return found
}

/** Whether a table of these titles is one of people and whom they report to. */
export function hasPeople(found: ReadonlyMap<OrganisationColumn, number>): boolean {
  const has = (...columns: OrganisationColumn[]): boolean => columns.some((column) => found.has(column))
  return has('name', 'firstName', 'lastName', 'id', 'email') && has('manager', 'managerId', 'managerEmail')
}

/** Whether the first line of a text is the header of such a table. */
export function looksLikePeople(start: string): boolean {
  const [header = ''] = start
    .replace(/^\ufeff/, '')
    .slice(0, 4000)
    .split(/\r|\n/)
  return hasPeople(findColumns(header.split(/[,;\t|]/)))
}
