import { findColumns, fold, hasPeople, type OrganisationColumn } from '../../../../shared/diagrams/organisation-columns.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { TableRow } from '../read-table.ts'

export interface Person {
  /** Of the row, for messages. */
  readonly line: number
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string
  readonly department: string
  /** What the row says of whom the person reports to, as it stands there. */
  readonly managers: readonly string[]
  /** Whom the person reports to besides, as it stands there. */
  readonly dotted: readonly string[]
  /** The row is of a post nobody holds: it names nobody, or says so. */
  readonly isOpen: boolean
  /** Everything else of the row that has a title, the person's place and telephone among it. */
  readonly data: Readonly<Record<string, string>>
}

const USED: readonly OrganisationColumn[] = [
  'id',
  'name',
  'firstName',
  'lastName',
  'email',
  'title',
  'department',
  'manager',
  'managerId',
  'managerEmail',
  'dotted'
]
/** What stands instead of a name while a post is open. */
const NOBODY =
  /^(?:vacan(?:te|t|cy)|open(?: position| role| post)?|puesto (?:vacante|libre)|plaza vacante|por cubrir|sin cubrir|to be (?:hired|determined)|tb[dhc]|n\/?a)$/i
const MOST_DOTTED = 10
const SHOWN_IN_CIRCLE = 6

/** The people of a table; a row that names nobody is an open post. Throws `organisation-columns`. */
export function readPeople([header, ...rows]: readonly TableRow[]): Person[] {
  const titles = header?.cells ?? []
  const columns = findColumns(titles)
  if (!hasPeople(columns)) throw new CauceError('organisation-columns')
  const used = new Set(USED.map((column) => columns.get(column)))
  const rest = titles.flatMap((title, index) => (used.has(index) || title === '' ? [] : [{ title: title.slice(0, 200), index }]))
  return rows.map(({ cells, line }) => {
    const get = (column: OrganisationColumn): string => cells[columns.get(column) ?? -1] ?? ''
    const full = [get('firstName'), get('lastName')].filter((part) => part !== '').join(' ')
    const said =
      get('name') !== '' && !columns.has('firstName') && columns.has('lastName')
        ? [get('name'), get('lastName')].filter((part) => part !== '').join(' ')
        : get('name') || full
    const isNobody = NOBODY.test(said.replace(/[()[\]<>*_-]/g, ' ').trim())
    return {
      line,
      id: get('id'),
      name: isNobody ? '' : said,
      isOpen: isNobody || (said === '' && get('title') !== ''),
      email: get('email'),
      title: get('title'),
      department: get('department'),
      managers: [get('managerId'), get('managerEmail'), get('manager')].filter((each) => each !== ''),
      dotted: get('dotted')
        .split(/[;|\n]/)
        .map((each) => each.trim())
        .filter((each) => each !== '')
        .slice(0, MOST_DOTTED),
      data: Object.fromEntries(
        rest.flatMap(({ title, index }) => ((cells[index] ?? '') === '' ? [] : [[title, (cells[index] ?? '').slice(0, 4000)]]))
      )
    }
  })
}

interface Found {
  readonly person: Person
  /** Others are called the same. */
  readonly isOneOfSeveral: boolean
}

/**
 * People by what others may call them by: their number, their address, then their name, also turned (`García, Ana`) or as
 * Workday writes it (`Ana García (1042)`). The first of each.
 */
function indexPeople(people: readonly Person[]): (said: string) => Found | undefined {
  const several = new Set<string>()
  const indexes = [
    ({ id }: Person) => [id],
    ({ email }: Person) => [email],
    ({ name }: Person) => [name],
    ({ name }: Person) => (name.includes(',') ? [name.split(',').reverse().join(' ')] : [])
  ].map((keys) => {
    const index = new Map<string, Person>()
    for (const person of people)
      for (const key of keys(person).map(fold))
        if (index.has(key)) several.add(key)
        else if (key !== '') index.set(key, person)
    return index
  })
  return (said) => {
    const [, outside = '', inside = ''] = /^([^()]*)\(([^()]+)\)\s*$/.exec(said) ?? []
    const turned = said.includes(',') ? said.split(',').reverse().join(' ') : said
    for (const key of [said, turned, inside, outside].map(fold))
      for (const index of indexes) {
        const person = key === '' ? undefined : index.get(key)
        if (person) return { person, isOneOfSeveral: several.has(key) }
      }
    return undefined
  }
}

export interface Reporting {
  /** Whom each reports to. */
  readonly managers: ReadonlyMap<Person, Person>
  /** Whom each reports to besides. */
  readonly dotted: readonly (readonly [person: Person, manager: Person])[]
  /** Who names somebody that is not in the table. */
  readonly orphans: readonly Person[]
  /** Who names somebody whose name several have: none of them is taken. */
  readonly unsure: readonly Person[]
}

/** Who reports to whom. Whoever names themselves, or nobody, is at the top. Throws `organisation-cycle` with those in it. */
export function findManagers(people: readonly Person[]): Reporting {
  const find = indexPeople(people)
  const managers = new Map<Person, Person>()
  const dotted: [Person, Person][] = []
  const orphans: Person[] = []
  const unsure: Person[] = []
  for (const person of people) {
    const found = person.managers.map(find).find((manager) => manager !== undefined)
    if (found && found.person !== person) {
      if (found.isOneOfSeveral) unsure.push(person)
      else managers.set(person, found.person)
    } else if (!found && person.managers.length > 0) orphans.push(person)
    for (const other of person.dotted.map(find))
      if (other && other.person !== person && other.person !== found?.person) dotted.push([person, other.person])
  }
  refuseCircle(people, managers)
  return { managers, dotted, orphans, unsure }
}

function refuseCircle(people: readonly Person[], managers: ReadonlyMap<Person, Person>): void {
  const checked = new Set<Person>()
  for (const start of people) {
    const way = new Set<Person>()
    for (let at: Person | undefined = start; at && !checked.has(at); at = managers.get(at)) {
      if (way.has(at)) throw refuseThese([...way].slice([...way].indexOf(at)))
      way.add(at)
    }
    for (const each of way) checked.add(each)
  }
}

/** Those in the circle, each before whom they report to, the first again at the end. */
function refuseThese(circle: readonly Person[]): CauceError {
  const [first] = circle
  const names = [...circle, ...(first ? [first] : [])].map(({ name, id, title }) => (name || id || title).slice(0, 60))
  const shown = names.length > SHOWN_IN_CIRCLE ? [...names.slice(0, SHOWN_IN_CIRCLE - 1), '…', names.at(-1) ?? ''] : names
  return new CauceError('organisation-cycle', { line: first?.line ?? 0, names: shown.join(' → ') })
}
