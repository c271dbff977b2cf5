/** What a column of people can say, and what it is called, in English and Spanish; compared without accents, case and signs. */
const NAMES = {
  id: 'id|employee id|employee number|employeeid|person id|user id|record id|numero|numero de empleado|id empleado|identificador|codigo|legajo|matricula|unique identifier|unique id|worker id|employee no|employee code|eid|staff id|personnel number|n empleado|no empleado|num empleado|codigo de empleado|codigo empleado|id de empleado|id persona|id trabajador',
  name: 'name|full name|employee full name|legal name|preferred name|worker name|displayname|employee|worker|employee name|display name|person|nombre|nombre completo|nombre y apellidos|empleado|trabajador|persona|apellidos y nombre|apellidos nombre|nombre del empleado|nombre empleado|nombre del trabajador|colaborador',
  firstName: 'first name|firstname|given name|legal first name|preferred first name|nombre de pila|primer nombre',
  lastName: 'last name|lastname|surname|family name|legal last name|preferred last name|primer apellido|apellidos|apellido',
  email:
    'email|e mail|mail|email address|work email|user principal name|userprincipalname|primary work email|business email|company email|correo|correo electronico|correo de trabajo|direccion de correo electronico|correo corporativo|email corporativo|email de trabajo|correo del empleado',
  title:
    'title|job title|jobtitle|employee title|business title|business title position|job|position title|job profile|position|role|line detail 1|puesto|cargo|titulo|funcion|rol|categoria|posicion|puesto de trabajo|denominacion del puesto|cargo actual',
  department:
    'department|team|unit|business unit|division|area|organizational unit|supervisory organization|cost center|department name|org unit|group|departamento|equipo|unidad|division o area|seccion|direccion|gerencia|centro de coste',
  location: 'location|office|city|site|ubicacion|oficina|sede|ciudad|centro|centro de trabajo',
  phone: 'phone|telephone|mobile|work phone|telefono|movil|telefono de trabajo',
  manager:
    'manager|reports to|reportsto|supervisor|direct supervisor|direct manager|line manager|reporting to|reporting manager|managers name|manager full name|manager display name|supervisor name|boss|manager name|superior|parent|lead|team lead|responsable|jefe|jefa|jefe directo|reporta a|superior jerarquico|depende de|mando|supervisora|responsable directo|responsable directa|superior directo|superior inmediato|jefe inmediato|jefa inmediata|jefe directa|mando directo|supervisor directo|nombre del responsable|nombre del jefe|nombre responsable|reporta',
  managerId:
    'manager id|manager employee number|manager worker id|manager s id|supervisor eid|supervisor employee id|supervisor employee number|supervisor number|line manager id|reporting manager id|reports to employee id|reports to eid|manager no|manager code|responsable id|jefe id|legajo del jefe|matricula del responsable|managerid|manager number|parent id|parentid|supervisor id|manager employee id|reports to id|id responsable|id del responsable|id jefe|id del jefe|id manager|numero del responsable|codigo del responsable',
  managerEmail:
    'manager email|manager work email|manager s email|line manager email|supervisor work email|manager mail|responsable email|correo del supervisor|manager e mail|supervisor email|reports to email|correo del responsable|correo del jefe|email del responsable|email responsable|email jefe|correo responsable',
  /** Whom somebody reports to besides: drawn with a broken line. */
  dotted:
    'dotted line|dotted line manager|dotted line to|dotted line reports to|dotted line supervisor|matrix manager|secondary manager|second manager|functional manager|additional manager|responsable funcional|jefe funcional|jefa funcional|segundo responsable|responsable secundario|dependencia funcional|linea discontinua|reporta funcionalmente a|mando funcional'
} as const
export type OrganisationColumn = keyof typeof NAMES

const LOOKUP: ReadonlyMap<string, OrganisationColumn> = new Map(
  (Object.entries(NAMES) as [OrganisationColumn, string][]).flatMap(([column, names]) =>
    names.split('|').map((name) => [name, column] as const)
  )
)

/** What export forms add to a title, which says nothing of the column. */
const ADDED = /\s*[[(](?:required|optional|obligatorio|opcional)[\])]\s*$/i

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
    const column = LOOKUP.get(fold(title.replace(ADDED, '').replaceAll('#', ' number').replace(/[ºª]/g, '')))
    if (column !== undefined && !found.has(column)) found.set(column, index)
  }
  return found
}

/** Whether a table of these titles is one of people and whom they report to. */
export function hasPeople(found: ReadonlyMap<OrganisationColumn, number>): boolean {
  const has = (...columns: OrganisationColumn[]): boolean => columns.some((column) => found.has(column))
  return has('name', 'firstName', 'lastName', 'id', 'email') && has('manager', 'managerId', 'managerEmail')
}

function readHeader(start: string): Map<OrganisationColumn, number> {
  const [header = ''] = start
    .replace(/^\ufeff/, '')
    .slice(0, 4000)
    .split(/\r|\n/)
  return findColumns(header.split(/[,;\t|]/))
}

/** Whether the first line of a text is the header of such a table. */
export const looksLikePeople = (start: string): boolean => hasPeople(readHeader(start))

/** The same with a column of departments. */
export const looksLikeTeams = (start: string): boolean => looksLikePeople(start) && readHeader(start).has('department')
