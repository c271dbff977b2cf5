import { type DiagramContent, type DiagramShape, isAttached, isLine, isShape } from '../../../../shared/diagrams/diagram.ts'
import { formatRecord } from '../../imports/reading/split.ts'
import { findTree } from '../find-tree.ts'
import type { WriteOptions, WrittenDiagram } from '../formats.ts'
import { noteLosses } from '../note-losses.ts'
import { NoteList } from '../note-list.ts'
import { keepXml } from '../xml.ts'
import { arrowOf, csvShapeOf, kindOfName } from './csv-shapes.ts'

const COLUMNS = [
  'Id',
  'Name',
  'Shape Library',
  'Page ID',
  'Contained By',
  'Group',
  'Line Source',
  'Line Destination',
  'Source Arrow',
  'Destination Arrow',
  'Status'
]
const PAGE = '2'

/** A row before its columns are in order. */
type Cells = Readonly<Record<string, string>>

/**
 * A diagram as the CSV that Lucidchart's import of processes reads: a row each for the document, its page, every shape and
 * every line; numbers from 1. Data of shapes become columns. Read by a program: nothing is put before a text that begins with `=`.
 */
export function writeLucidCsv(content: DiagramContent, { name }: WriteOptions): WrittenDiagram {
  const { items } = content
  const notes = noteCsv(content)
  const shapes = items.filter(isShape)
  const { roots, inner } = findTree(shapes)
  const pools = new Map(shapes.filter(({ kind }) => kind === 'pool').map((pool) => [pool.id, pool]))
  const ways = new Map<string, readonly string[]>()
  const numbers = new Map<string, string>()
  const written: DiagramShape[] = []
  let count = 2
  const visit = (shape: DiagramShape, way: readonly string[]): void => {
    ways.set(shape.id, way)
    const pool = pools.get(shape.parentId ?? '')
    const lane = pool ? lanesOf(pool, inner).indexOf(shape) : -1
    if (pool && lane >= 0) numbers.set(shape.id, `${numbers.get(pool.id) ?? ''}:${lane + 1}`)
    else {
      count++
      numbers.set(shape.id, String(count))
      written.push(shape)
    }
    for (const each of inner.get(shape.id) ?? []) visit(each, [...way, shape.id])
  }
  for (const root of roots) visit(root, [])
  const rows: Cells[] = [
    { Id: '1', Name: 'Document', Status: 'Draft', 'Text Area 1': name },
    { Id: PAGE, Name: 'Page', 'Text Area 1': name }
  ]
  for (const shape of written) rows.push({ ...keepData(shape.data, notes), ...writeShape(shape, inner, ways, numbers) })
  for (const shape of shapes) if (numbers.get(shape.id)?.includes(':') && hasMore(shape)) notes.add('laneParts')
  const lines = items.filter(isLine)
  for (const { from, to, startHead, endHead, label, data } of lines) {
    const [source, destination] = [isAttached(from) && endOf(from.shapeId, numbers), isAttached(to) && endOf(to.shapeId, numbers)]
    if (!source || !destination) notes.add(isAttached(from) && isAttached(to) ? 'goneLines' : 'looseLines')
    else {
      for (const end of [from, to]) if (isAttached(end) && numbers.get(end.shapeId)?.includes(':')) notes.add('laneEnds')
      count++
      const ends = {
        'Line Source': source,
        'Line Destination': destination,
        'Source Arrow': arrowOf(startHead),
        'Destination Arrow': arrowOf(endHead)
      }
      rows.push({ ...keepData(data, notes), Id: String(count), Name: 'Line', 'Page ID': PAGE, ...ends, 'Text Area 1': label })
    }
  }
  const columns = findColumns(rows)
  const data = [columns, ...rows.map((row) => columns.map((column) => keepXml(Object.hasOwn(row, column) ? (row[column] ?? '') : '')))]
    .map((cells) => `${formatRecord(cells, ',')}\r\n`)
    .join('')
  return { data, notes: notes.toTexts() }
}

/** What the CSV has no column for. */
function noteCsv(content: DiagramContent): NoteList {
  const notes = new NoteList()
  const shapes = content.items.filter(isShape)
  notes.add('csvPlaces')
  notes.add('csvForms', shapes.filter(({ kind }) => kindOfName(csvShapeOf(kind, false).name) !== kind && !IN_ROWS.has(kind)).length)
  notes.add('csvImages', shapes.filter(({ image }) => image !== undefined).length)
  notes.add('entitiesAsText', shapes.filter(({ kind, fields = [] }) => kind === 'entity' || fields.length > 0).length)
  noteLosses(content, notes, { data: true })
  return notes
}
/** Lanes are titles of their pools; an entity is told apart. */
const IN_ROWS: ReadonlySet<string> = new Set(['lane', 'vertical-lane', 'entity'])

/** Whether a lane says more than its title. */
const hasMore = ({ notes = '', data = {}, link, address = '' }: DiagramShape): boolean =>
  notes.trim() !== '' || Object.keys(data).length > 0 || link !== undefined || address !== ''

/** Data of a shape or a line as columns, but for those that Lucid uses itself. */
function keepData(data: Readonly<Record<string, string>> | undefined, notes: NoteList): Cells {
  const entries = Object.entries(data ?? {})
  const kept = entries.filter(([key]) => !TAKEN.test(key.trim()))
  notes.add('dataNames', entries.filter(([key, value]) => !key.startsWith('lucid.') && TAKEN.test(key.trim()) && value !== '').length)
  return Object.fromEntries(kept)
}
const TAKEN = new RegExp(`^(?:|${COLUMNS.join('|')}|Comments|Text Area \\d+|Cauce kind|Cauce title|Cauce lanes|lucid\\..*)$`, 'i')

/** Numbers of containers from the outermost in; a lane (`3:1`) says its pool already. */
function containersOf(way: readonly string[], numbers: ReadonlyMap<string, string>): string {
  const said = way.map((id) => numbers.get(id) ?? '')
  return said.filter((number, index) => !said[index + 1]?.startsWith(`${number}:`)).join('|')
}

/** Lanes are no shapes in Lucid: a line at one ends at its pool. */
const endOf = (id: string, numbers: ReadonlyMap<string, string>): string | undefined => numbers.get(id)?.split(':')[0]

/** The lanes of a pool that hold nothing but a title: what the texts of its row are. */
const lanesOf = (pool: DiagramShape, inner: ReadonlyMap<string, DiagramShape[]>): DiagramShape[] =>
  (inner.get(pool.id) ?? []).filter(({ kind, label }) => (kind === 'lane' || kind === 'vertical-lane') && label.trim() !== '')

function writeShape(
  shape: DiagramShape,
  inner: ReadonlyMap<string, DiagramShape[]>,
  ways: ReadonlyMap<string, readonly string[]>,
  numbers: ReadonlyMap<string, string>
): Cells {
  const { kind, label, data = {}, notes = '' } = shape
  const { name, library } = csvShapeOf(kind, inner.has(shape.id))
  const lanes = kind === 'pool' ? lanesOf(shape, inner) : []
  const texts =
    kind === 'pool' ? lanes.map((lane) => lane.label) : [label, ...(shape.fields ?? []).map((field) => `${field.name}: ${field.type}`)]
  const isOwn = kindOfName(name) !== kind
  return {
    Id: numbers.get(shape.id) ?? '',
    Name: data['lucid.name'] ?? name,
    'Shape Library': data['lucid.library'] ?? library,
    'Page ID': PAGE,
    'Contained By': containersOf(ways.get(shape.id) ?? [], numbers),
    ...Object.fromEntries(texts.map((text, index) => [`Text Area ${index + 1}`, text])),
    ...(notes === '' ? {} : { Comments: notes }),
    ...(isOwn ? { 'Cauce kind': kind } : {}),
    ...(kind === 'pool' && label !== '' ? { 'Cauce title': label } : {}),
    ...(lanes.some((lane) => lane.kind === 'vertical-lane') ? { 'Cauce lanes': lanes.map((lane) => lane.kind).join(' ') } : {})
  }
}

/** Lucid's columns, as many text areas as the longest row has, then comments and data. */
function findColumns(rows: readonly Cells[]): string[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)))
  const texts = [...used].filter((column) => column.startsWith('Text Area ')).sort((a, b) => Number(a.slice(10)) - Number(b.slice(10)))
  const rest = [...used].filter(
    (column) => !COLUMNS.includes(column) && !texts.includes(column) && column !== 'Comments' && !column.startsWith('lucid.')
  )
  return [...COLUMNS, ...texts, 'Comments', ...rest.sort()]
}
