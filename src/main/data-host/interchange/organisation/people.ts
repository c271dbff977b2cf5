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
  'managerEmail'
]

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
    return {
      line,
      id: get('id'),
      name:
        get('name') !== '' && !columns.has('firstName') && columns.has('lastName')
          ? [get('name'), get('lastName')].filter((part) => part !== '').join(' ')
          : get('name') || full,
      email: get('email'),
      title: get('title'),
      department: get('department'),
      managers: [get('managerId'), get('managerEmail'), get('manager')].filter((said) => said !== ''),
      data: Object.fromEntries(
        rest.flatMap(({ title, index }) => ((cells[index] ?? '') === '' ? [] : [[title, (cells[index] ?? '').slice(0, 4000)]]))
      )
    }
  })
}

/** People by what others may call them by: their number, their address, then their name, also turned (`García, Ana`). The first of each. */
function indexPeople(people: readonly Person[]): (said: string) => Person | undefined {
  const indexes = [
    ({ id }: Person) => [id],
    ({ email }: Person) => [email],
    ({ name }: Person) => [name],
    ({ name }: Person) => (name.includes(',') ? [name.split(',').reverse().join(' ')] : [])
  ].map((keys) => {
    const index = new Map<string, Person>()
    for (const person of people) for (const key of keys(person).map(fold)) if (key !== '' && !index.has(key)) index.set(key, person)
    return index
  })
  return (said) => {
    const turned = said.includes(',') ? said.split(',').reverse().join(' ') : said
    for (const key of [fold(said), fold(turned)]) for (const index of indexes) if (index.has(key)) return index.get(key)
    return undefined
  }
}

export interface Reporting {
  /** Whom each reports to. */
  readonly managers: ReadonlyMap<Person, Person>
  /** Who names somebody that is not in the table. */
  readonly orphans: readonly Person[]
}

/** Who reports to whom. Whoever names themselves, or nobody, is at the top. Throws `organisation-cycle` with the line of one in it. */
export function findManagers(people: readonly Person[]): Reporting {
  const find = indexPeople(people)
  const managers = new Map<Person, Person>()
  const orphans: Person[] = []
  for (const person of people) {
    const found = person.managers.map(find).find((manager) => manager !== undefined)
    if (found && found !== person) managers.set(person, found)
    else if (!found && person.managers.length > 0) orphans.push(person)
  }
  refuseCircle(people, managers)
  return { managers, orphans }
}

function refuseCircle(people: readonly Person[], managers: ReadonlyMap<Person, Person>): void {
  const checked = new Set<Person>()
  for (const start of people) {
    const way = new Set<Person>()
    for (let at: Person | undefined = start; at && !checked.has(at); at = managers.get(at)) {
      if (way.has(at)) throw new CauceError('organisation-cycle', { line: at.line, name: at.name || at.id })
      way.add(at)
    }
    for (const each of way) checked.add(each)
  }
}
