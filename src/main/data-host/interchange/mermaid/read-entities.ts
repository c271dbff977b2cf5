import type { Layout } from '../../../../shared/contract/diagrams.ts'
import { type DiagramItem, type EntityField, type LineHead, MOST_ITEMS } from '../../../../shared/diagrams/diagram.ts'
import type { ReadDiagram } from '../formats.ts'
import { refuseTooLarge } from '../limits.ts'
import { ItemIds } from '../make-item-ids.ts'
import { placePlainly } from '../place-plainly.ts'
import { sizeShape } from '../size-shape.ts'
import { readText } from './labels.ts'
import type { MermaidSource } from './prepare-source.ts'
import { scanQuoted } from './scan-node.ts'
import { cutFirst, splitStyles, takeRest } from './scan-flowchart.ts'
import { Scanner } from './scanner.ts'
import { readStyle } from './styles.ts'

const MOST_FIELDS = 2000
const HEADS: Readonly<Record<string, LineHead>> = {
  '||': 'one',
  'only one': 'one',
  '1': 'one',
  '|o': 'zero-or-one',
  'o|': 'zero-or-one',
  'one or zero': 'zero-or-one',
  'zero or one': 'zero-or-one',
  '}o': 'zero-or-many',
  'o{': 'zero-or-many',
  'zero or more': 'zero-or-many',
  'zero or many': 'zero-or-many',
  'many(0)': 'zero-or-many',
  '0+': 'zero-or-many',
  '}|': 'one-or-many',
  '|{': 'one-or-many',
  'one or more': 'one-or-many',
  'one or many': 'one-or-many',
  'many(1)': 'one-or-many',
  '1+': 'one-or-many'
}
const COUNT = String.raw`\|\||only one|\|o|o\||one or zero|zero or one|\}o|o\{|zero or more|zero or many|many\(0\)|0\+|\}\||\|\{|one or more|one or many|many\(1\)|1\+|1`
const RELATION = new RegExp(`[ \\t]*(${COUNT})[ \\t]*(--|\\.\\.|\\.-|-\\.|optionally to|to)[ \\t]*(${COUNT})[ \\t]*`, 'y')
const KEYS = { PK: 'primary', FK: 'foreign', UK: 'unique' } as const

interface Entity {
  label: string | null
  readonly fields: EntityField[]
  readonly styles: string[]
  readonly classes: string[]
}
interface Relation {
  readonly from: string
  readonly to: string
  readonly startHead: LineHead
  readonly endHead: LineHead
  readonly isDashed: boolean
  readonly label: string
}
interface Reading {
  readonly scanner: Scanner
  readonly entities: Map<string, Entity>
  readonly relations: Relation[]
  readonly classes: Map<string, string[]>
}

const scanName = (scanner: Scanner): string =>
  scanner.next === '"' ? (scanQuoted(scanner)?.raw ?? '') : (scanner.match(/(?:[^\s"{}[\]:|.-]|-(?!-|\.)|\.(?!\.|-))+/y)?.[0] ?? '')

function putEntity({ entities, relations }: Reading, name: string): Entity {
  const known = entities.get(name)
  if (known) return known
  const entity: Entity = { label: null, fields: [], styles: [], classes: [] }
  entities.set(name, entity)
  if (entities.size + relations.length > MOST_ITEMS) throw refuseTooLarge()
  return entity
}

function scanFields(scanner: Scanner, entity: Entity): void {
  for (;;) {
    scanner.match(/[\s;]+/y)
    if (scanner.take('}')) return
    const type = scanWord(scanner)
    scanner.skipSpace()
    const name = scanWord(scanner)
    if (name === '' || entity.fields.length >= MOST_FIELDS) scanner.refuse()
    const key = scanner.match(/[ \t]+(PK|FK|UK)\b(?:[ \t]*,[ \t]*(?:PK|FK|UK)\b)*/y)?.[1]
    scanner.skipSpace()
    const label = scanner.next === '"' ? scanQuoted(scanner) : null
    const said = label && readText(label)
    entity.fields.push({
      name: name.slice(0, 300),
      type: type.slice(0, 100),
      ...(said ? { label: said.slice(0, 300) } : {}),
      ...(key === undefined ? {} : { key: KEYS[key as keyof typeof KEYS] })
    })
  }
}

const scanWord = (scanner: Scanner): string => (scanner.take('`') ? scanner.takeUntil('`') : (scanner.match(/[^\s"{}`]+/y)?.[0] ?? ''))

function scanStatement(reading: Reading): void {
  const { scanner, classes, entities } = reading
  const keyword = scanner.match(/(classDef|class|style|direction|accTitle|accDescr|title)(?=[ \t:])/y)?.[1]
  if (keyword !== undefined) {
    const [first, rest] = cutFirst(takeRest(scanner))
    if (keyword === 'classDef') classes.set(first, splitStyles(rest))
    else if (keyword === 'style') for (const name of first.split(',')) putEntity(reading, name).styles.push(...splitStyles(rest))
    else if (keyword === 'class') for (const name of first.split(',')) entities.get(name)?.classes.push(rest)
    return
  }
  const from = scanName(scanner)
  if (from === '') scanner.refuse()
  const entity = putEntity(reading, from)
  scanner.skipSpace()
  if (scanner.take('[')) {
    scanner.skipSpace()
    entity.label = readText(scanQuoted(scanner) ?? { raw: scanner.match(/[^\]\n]*/y)?.[0] ?? '', isMarkdown: false })
    scanner.skipSpace()
    if (!scanner.take(']')) scanner.refuse()
    scanner.skipSpace()
  }
  if (scanner.take(':::')) entity.classes.push(...(scanner.match(/[\w,-]+/y)?.[0] ?? '').split(','))
  scanner.skipSpace()
  if (scanner.take('{')) scanFields(scanner, entity)
  else scanRelation(reading, from)
}

function scanRelation(reading: Reading, from: string): void {
  const { scanner } = reading
  const sign = scanner.match(RELATION)
  if (!sign) {
    if (!scanner.isDone && scanner.next !== '\n' && scanner.next !== ';') scanner.refuse()
    return
  }
  const to = scanName(scanner)
  if (to === '') scanner.refuse()
  putEntity(reading, to)
  scanner.skipSpace()
  if (scanner.take(':::')) scanner.match(/[\w,-]+/y)
  scanner.skipSpace()
  let label = ''
  if (scanner.take(':')) {
    scanner.skipSpace()
    label = readText(scanQuoted(scanner) ?? { raw: takeRest(scanner), isMarkdown: false })
  }
  const [, start = '', line = '', end = ''] = sign
  reading.relations.push({
    from,
    to,
    label,
    startHead: HEADS[start] ?? 'one',
    endHead: HEADS[end] ?? 'one',
    isDashed: line !== '--' && line !== 'to'
  })
  if (reading.entities.size + reading.relations.length > MOST_ITEMS) throw refuseTooLarge()
}

/** An entity diagram of Mermaid: entities with their fields, relations with how many stand at each end. Throws `diagram-line`, `diagram-too-large`. */
export function readEntities({ text, line, title }: MermaidSource): ReadDiagram {
  const scanner = new Scanner(text, line)
  const reading: Reading = { scanner, entities: new Map(), relations: [], classes: new Map() }
  scanner.match(/\s*erDiagram\b/y)
  for (;;) {
    scanner.match(/[\s;]+/y)
    if (scanner.isDone) break
    scanStatement(reading)
  }
  const needsLayout: Layout = { algorithm: 'layered', direction: 'down', gap: 64 }
  const items = placePlainly(makeItems(reading), needsLayout)
  return {
    name: title,
    ...(title === null ? {} : { title }),
    notes: [],
    needsLayout,
    content: { settings: { hasGrid: true, doesSnap: true }, items }
  }
}

function makeItems({ entities, relations, classes }: Reading): DiagramItem[] {
  const ids = new ItemIds()
  const shapeIds = new Map([...entities.keys()].map((name) => [name, ids.take(name, 'e')]))
  const items: DiagramItem[] = []
  for (const [name, { label, fields, styles, classes: own }] of entities)
    items.push({
      item: 'shape',
      id: shapeIds.get(name) ?? name,
      kind: 'entity',
      x: 0,
      y: 0,
      ...sizeShape('entity', name, fields),
      order: items.length,
      label: label ?? readText({ raw: name, isMarkdown: false }),
      style: readStyle([...own.flatMap((each) => classes.get(each) ?? []), ...styles]),
      ...(fields.length > 0 ? { fields } : {})
    })
  for (const { from, to, startHead, endHead, isDashed, label } of relations)
    items.push({
      item: 'line',
      id: ids.take(null, 'l'),
      from: { shapeId: shapeIds.get(from) ?? from },
      to: { shapeId: shapeIds.get(to) ?? to },
      order: items.length,
      label,
      route: 'elbow',
      points: [],
      startHead,
      endHead,
      style: isDashed ? { dash: 'dashed' } : {}
    })
  return items
}
