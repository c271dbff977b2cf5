import type { Layout } from '../../../../shared/contract/diagrams.ts'
import { type DiagramItem, type DiagramShape, LONGEST_LABEL, MOST_ITEMS, PAGE_LIMIT } from '../../../../shared/diagrams/diagram.ts'
import { fold } from '../../../../shared/diagrams/organisation-columns.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import type { ReadDiagram, ReadOptions } from '../formats.ts'
import { refuseTooLarge } from '../limits.ts'
import { ItemIds } from '../make-item-ids.ts'
import { placePlainly } from '../place-plainly.ts'
import { readTable } from '../read-table.ts'
import { sizeShape } from '../size-shape.ts'
import { findManagers, type Person, readPeople } from './people.ts'
import { placePeople } from './place-people.ts'

/** Frames hold people of several branches: a tree knows no frames. */
const PLAINLY: Layout = { algorithm: 'layered', direction: 'down', gap: 48 }
const TITLES = { department: { en: 'Department', es: 'Departamento' }, email: { en: 'E-mail', es: 'Correo' } } as const

const tellOrphans = (people: readonly Person[]): Text => {
  const names = people.slice(0, 5).map(({ name, id, line }) => `${name || id} (${line})`)
  const said = `${names.join(', ')}${people.length > names.length ? ', …' : ''}`
  const isOne = people.length === 1
  return {
    en: `${isOne ? 'One person’s manager is' : `The managers of ${people.length} people are`} not in the table, so they stand at the top: ${said}. The number is the line.`,
    es: `${isOne ? 'El responsable de una persona no está' : `Los responsables de ${people.length} personas no están`} en la tabla, así que quedan arriba: ${said}. El número es la línea.`
  }
}
const tellUnsure = (people: readonly Person[]): Text => {
  const names = people.slice(0, 5).map(({ name, id, line, managers }) => `${name || id} → ${managers.join(', ')} (${line})`)
  const said = `${names.join(', ')}${people.length > names.length ? ', …' : ''}`
  return {
    en: `Several people have the name of a manager, and none of them was taken, so those who name them stand at the top: ${said}. A column with numbers or addresses of managers makes it certain. The number is the line.`,
    es: `Varias personas se llaman como un responsable y no se ha tomado ninguna, así que quienes lo nombran quedan arriba: ${said}. Una columna con los números o correos de los responsables lo aclara. El número es la línea.`
  }
}
const tellRoots = (count: number): Text => ({
  en: `${count} people report to nobody: the chart has as many tops.`,
  es: `${count} personas no dependen de nadie: el organigrama tiene otras tantas cabezas.`
})

/** What stands on the shape: the name, then the post. An open post says its title alone. */
const labelOf = ({ name, title, id, email }: Person): string =>
  [name || (title === '' ? id || email : ''), title]
    .filter((part) => part !== '')
    .join('\n')
    .slice(0, LONGEST_LABEL)

function makeShape(person: Person, id: string, order: number, language: 'en' | 'es'): DiagramShape {
  const kind = person.isOpen ? 'vacancy' : 'person'
  const label = labelOf(person)
  const said = { [TITLES.department[language]]: person.department, [TITLES.email[language]]: person.email }
  const data = { ...person.data, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) }
  return {
    item: 'shape',
    id,
    kind,
    x: 0,
    y: 0,
    ...sizeShape(kind, label),
    order,
    label,
    style: {},
    ...(Object.keys(data).length > 0 ? { data } : {})
  }
}

/** A frame for every department, by its name without case and accents. */
function makeTeams(people: readonly Person[], ids: ItemIds): Map<string, DiagramShape> {
  const teams = new Map<string, DiagramShape>()
  for (const { department } of people) {
    const key = fold(department)
    if (key === '' || teams.has(key)) continue
    const label = department.slice(0, LONGEST_LABEL)
    teams.set(key, {
      item: 'shape',
      id: ids.take(null, 'd'),
      kind: 'group',
      x: 0,
      y: 0,
      ...sizeShape('group', label),
      order: teams.size,
      label,
      style: {}
    })
  }
  return teams
}

/**
 * An organisation chart from a table of people: a shape for each, a line from each manager to whoever reports to them, in a
 * tree; whom somebody reports to besides by a broken line. Managers are told by number, address or name; columns by their titles in English or Spanish. Departments stand in the
 * data of the shapes, since a tree and departments seldom agree; `hasTeams`: in frames around their people besides. Throws `organisation-columns`, `organisation-cycle`,
 * `diagram-empty`, `diagram-too-large` and what a damaged table throws.
 */
export function readOrganisation(input: string | Uint8Array, { language, hasTeams = false }: ReadOptions): ReadDiagram[] {
  const people = readPeople(readTable(input))
  if (people.length === 0) throw new CauceError('diagram-empty')
  if (people.length * (hasTeams ? 3 : 2) > MOST_ITEMS) throw refuseTooLarge()
  const { managers, dotted, orphans, unsure } = findManagers(people)
  const ids = new ItemIds()
  const idOf = new Map(people.map((person) => [person, ids.take(person.id || null, 'p')]))
  const teams = hasTeams ? makeTeams(people, ids) : new Map<string, DiagramShape>()
  const shapes = people.map((person, at) => {
    const team = teams.get(fold(person.department))
    return { ...makeShape(person, idOf.get(person) ?? '', teams.size + at, language), ...(team && { parentId: team.id }) }
  })
  const chart = placePeople(shapes, new Map([...managers].map(([person, manager]) => [idOf.get(person) ?? '', idOf.get(manager) ?? ''])))
  const items: DiagramItem[] = [...teams.values(), ...chart.shapes]
  const addLine = (person: Person, manager: Person, isDotted: boolean): void => {
    const side = teams.size === 0 && chart.inColumn.has(idOf.get(person) ?? '') ? 'left' : 'top'
    items.push({
      item: 'line',
      id: ids.take(null, 'l'),
      from: { shapeId: idOf.get(manager) ?? '', ...(isDotted ? {} : { side: 'bottom' }) },
      to: { shapeId: idOf.get(person) ?? '', ...(isDotted ? {} : { side }) },
      order: items.length,
      label: '',
      // Told from the tree by its course too.
      route: isDotted ? 'curve' : 'elbow',
      points: [],
      startHead: 'none',
      endHead: 'none',
      style: isDotted ? { dash: 'dashed' } : {}
    })
  }
  for (const [person, manager] of managers) addLine(person, manager, false)
  for (const [person, manager] of dotted) addLine(person, manager, true)
  const tops = people.length - managers.size - orphans.length - unsure.length
  const notes = [
    ...(orphans.length > 0 ? [tellOrphans(orphans)] : []),
    ...(unsure.length > 0 ? [tellUnsure(unsure)] : []),
    ...(tops > 1 ? [tellRoots(tops)] : [])
  ]
  // A chain of ten thousand is longer than the page, unless it goes on beside itself.
  const isPlaced = teams.size === 0 && chart.shapes.every(({ x, y, width, height }) => x + width < PAGE_LIMIT && y + height < PAGE_LIMIT)
  const content = { settings: { hasGrid: true, doesSnap: true }, items: isPlaced ? items : placePlainly(items, PLAINLY) }
  return [{ name: null, content, notes }]
}
