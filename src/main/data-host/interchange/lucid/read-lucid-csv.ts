import type { Layout } from '../../../../shared/contract/diagrams.ts'
import {
  CONTAINERS,
  type DiagramItem,
  type DiagramShape,
  EntityField,
  isShape,
  LONGEST_LABEL,
  LONGEST_NOTES,
  ShapeKind
} from '../../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { checkItems } from '../check-items.ts'
import type { ReadDiagram } from '../formats.ts'
import { NoteList } from '../note-list.ts'
import { placePlainly } from '../place-plainly.ts'
import { readTable, type TableRow } from '../read-table.ts'
import { sizeShape } from '../size-shape.ts'
import { headOf, kindOfName } from './csv-shapes.ts'

/** Columns of Lucid's own; what is not one of these, nor a text area, is data that people keep on shapes. */
const COLUMNS = [
  'id',
  'name',
  'shape library',
  'page id',
  'contained by',
  'group',
  'line source',
  'line destination',
  'source arrow',
  'destination arrow',
  'comments',
  'cauce kind',
  'cauce title',
  'cauce lanes'
] as const
type Column = (typeof COLUMNS)[number]

const LAYOUT: Layout = { algorithm: 'layered', direction: 'down', gap: 48 }
const LANE = /^(?<pool>[^:]+):(?<lane>\d+)$/
/** As Lucidchart calls a page nobody named. */
const UNNAMED = /^(page|página)\s*\d+$/i
const GROUP = /^group(?:\s+\d+)?$/i

interface Row {
  readonly get: (column: Column) => string
  readonly texts: readonly string[]
  readonly data: Record<string, string>
}

/** How rows of this file are read, by its header; refuses one that is not Lucid's. */
function readHeader({ cells }: TableRow): (row: TableRow) => Row {
  const names = cells.map((cell) => cell.toLowerCase())
  const at = new Map(COLUMNS.map((column) => [column, names.indexOf(column)]))
  if ((['id', 'name'] as const).some((column) => (at.get(column) ?? -1) < 0)) throw new CauceError('diagram-unknown-format')
  const own = new Set(at.values())
  const textAreas = names.flatMap((name, index) => (/^text area \d+$/.test(name) ? [index] : []))
  const custom = cells.flatMap((title, index) =>
    own.has(index) || textAreas.includes(index) || title === '' ? [] : [{ title: title.slice(0, 200), index }]
  )
  return ({ cells: values }) => ({
    get: (column) => values[at.get(column) ?? -1] ?? '',
    texts: textAreas.map((index) => values[index] ?? ''),
    data: Object.fromEntries(
      custom.flatMap(({ title, index }) => ((values[index] ?? '') === '' ? [] : [[title, (values[index] ?? '').slice(0, 4000)]]))
    )
  })
}

/** The rows of one page. */
interface Page {
  readonly name: string | null
  readonly shapes: Row[]
  readonly lines: Row[]
}

/** Lucidchart's CSV, as it exports diagrams and imports processes: a diagram for every page that has something on it. Throws `diagram-duplicate-ids`, `diagram-cycle`, `diagram-too-large`, `diagram-unknown-format`. */
export function readLucidCsv(input: string | Uint8Array): ReadDiagram[] {
  const [header, ...rows] = readTable(input)
  if (!header) throw new CauceError('diagram-empty')
  const read = readHeader(header)
  const pages = new Map<string, Page>()
  const ids = new Set<string>()
  const waiting: Row[] = []
  let title: string | null = null
  for (const row of rows.map(read)) {
    const id = row.get('id')
    // A Document of the flowchart library is a shape.
    const name = row.get('shape library') === '' ? row.get('name').toLowerCase() : 'shape'
    if (id !== '' && ids.has(id)) throw new CauceError('diagram-duplicate-ids')
    ids.add(id)
    if (name === 'page') pages.set(id, { name: row.texts.find((text) => text !== '') ?? null, shapes: [], lines: [] })
    else if (name === 'document') title ??= row.texts.find((text) => text !== '') ?? null
    else if (name !== '') waiting.push(row)
  }
  if (pages.size === 0) pages.set('', { name: null, shapes: [], lines: [] })
  const [first] = pages.values()
  for (const row of waiting) {
    const page = pages.get(row.get('page id')) ?? first
    if (row.get('name').toLowerCase() === 'line') page?.lines.push(row)
    else page?.shapes.push(row)
  }
  return [...pages.values()].map((page) => {
    const said = title ?? (UNNAMED.test(page.name ?? '') ? null : page.name)
    return { ...makePage(page), ...(said === null ? {} : { title: said }) }
  })
}

function makePage({ name, shapes, lines }: Page): ReadDiagram {
  const notes = new NoteList()
  const rows = new Map(shapes.map((row) => [row.get('id'), row]))
  const holders = findHolders(shapes, rows)
  const used = new Set(holders.values())
  const items: DiagramItem[] = []
  for (const row of shapes) {
    const id = row.get('id')
    // A group is a way of choosing several at once: only one that holds shapes is drawn.
    if (GROUP.test(row.get('name')) && row.get('shape library') === '' && !used.has(id)) continue
    items.push(...makeShapes(row, holders.get(id), used, items.length, notes))
  }
  const known = new Set(items.map(({ id }) => id))
  for (const [index, item] of items.entries()) {
    const holder = isShape(item) ? item.parentId : undefined
    if (isShape(item) && holder !== undefined && !known.has(holder))
      items[index] = { ...item, parentId: LANE.exec(holder)?.groups?.['pool'] ?? holder }
  }
  for (const row of lines) {
    const [from, to] = [row.get('line source'), row.get('line destination')]
    if (known.has(from) && known.has(to)) items.push(makeLine(row, { from, to }, items.length, notes))
    else notes.add(from === '' || to === '' ? 'looseLines' : 'goneLines')
  }
  checkItems(items)
  const content = { settings: { hasGrid: true, doesSnap: true }, items: placePlainly(items, LAYOUT) }
  return { name: name?.slice(0, 200) ?? null, content, needsLayout: LAYOUT, notes: notes.toTexts() }
}

/** What each shape stands in: the innermost of the containers its row names, else its group. */
function findHolders(shapes: readonly Row[], rows: ReadonlyMap<string, Row>): Map<string, string> {
  const named = (row: Row | undefined): string[] =>
    (row?.get('contained by') ?? '')
      .split('|')
      .map((each) => each.trim())
      .filter((each) => rows.has(LANE.exec(each)?.groups?.['pool'] ?? each))
  const holders = new Map<string, string>()
  for (const row of shapes) {
    const all = named(row)
    // Of `4|5` the inner one is the one that itself stands in the other; else the last.
    const inner = all.find((each) => all.every((other) => other === each || named(rows.get(each)).includes(other))) ?? all.at(-1)
    const group = row.get('group')
    const holder = inner ?? (group !== row.get('id') && GROUP.test(rows.get(group)?.get('name') ?? '') ? group : undefined)
    if (holder !== undefined) holders.set(row.get('id'), holder)
  }
  // Lanes of a pool that has a lane 0 are counted from there.
  const fromZero = new Set([...holders.values()].flatMap((holder) => (holder.endsWith(':0') ? [holder.slice(0, -2)] : [])))
  for (const [id, holder] of holders) {
    const { pool, lane } = LANE.exec(holder)?.groups ?? {}
    if (pool !== undefined && fromZero.has(pool)) holders.set(id, `${pool}:${Number(lane) + 1}`)
  }
  return holders
}

/** A row as a shape; a swim lane as a pool with a lane for every text. */
function makeShapes(row: Row, holder: string | undefined, used: ReadonlySet<string>, order: number, notes: NoteList): DiagramShape[] {
  const id = row.get('id')
  const own = ShapeKind.safeParse(row.get('cauce kind')).data
  const told = own ?? (GROUP.test(row.get('name')) ? 'group' : kindOfName(row.get('name')))
  if (told === null) notes.add('unknownShapes')
  const found = told ?? 'process'
  const kind = used.has(id) && !CONTAINERS.includes(found) ? 'group' : found
  const texts = row.texts.filter((text) => text !== '')
  const lanes = kind === 'pool' ? row.texts.flatMap((text, index) => (text === '' ? [] : [{ text, number: index + 1 }])) : []
  // Where Cauce wrote it, the first is the label even when that is empty.
  const areas = own === undefined ? texts : row.texts
  const fields = kind === 'entity' ? areas.slice(1).flatMap((text) => readField(text)) : []
  const said = kind === 'pool' ? row.get('cauce title') : kind === 'entity' ? (areas[0] ?? '') : texts.join('\n')
  const label = cut(said, LONGEST_LABEL, notes)
  const data =
    told === null
      ? { ...row.data, 'lucid.name': row.get('name').slice(0, 4000), 'lucid.library': row.get('shape library').slice(0, 4000) }
      : row.data
  const comments = cut(row.get('comments'), LONGEST_NOTES, notes)
  const shape: DiagramShape = {
    item: 'shape',
    id,
    kind,
    x: 0,
    y: 0,
    ...sizeShape(kind, label, fields),
    order,
    label,
    style: {},
    ...(holder === undefined ? {} : { parentId: holder }),
    ...(fields.length > 0 ? { fields } : {}),
    ...(comments === '' ? {} : { notes: comments }),
    ...(Object.keys(data).length > 0 ? { data } : {})
  }
  const kinds = row.get('cauce lanes').split(' ')
  const inLanes = lanes.map(({ text, number }, at): DiagramShape => ({
    item: 'shape',
    id: `${id}:${number}`,
    kind: kinds[at] === 'vertical-lane' ? 'vertical-lane' : 'lane',
    x: 0,
    y: 0,
    ...sizeShape('lane', text),
    order: order + number,
    label: cut(text, LONGEST_LABEL, notes),
    style: {},
    parentId: id
  }))
  return [shape, ...inLanes]
}

/** `name: type`, as tables are written; a method of a class keeps its colon. */
function readField(text: string): EntityField[] {
  const [, name, type] = /^([^:\n(]{1,300}?)\s*:\s*([^\n:]{0,100})$/.exec(text) ?? []
  const found = EntityField.safeParse(name === undefined ? { name: text.slice(0, 300), type: '' } : { name, type: type ?? '' })
  return found.success ? [found.data] : []
}

function cut(text: string, longest: number, notes: NoteList): string {
  if (text.length <= longest) return text
  notes.add('longTexts')
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}

function makeLine(row: Row, ends: { from: string; to: string }, order: number, notes: NoteList): DiagramItem {
  return {
    item: 'line',
    id: row.get('id'),
    from: { shapeId: ends.from },
    to: { shapeId: ends.to },
    order,
    label: cut(row.texts.filter((text) => text !== '').join('\n'), LONGEST_LABEL, notes),
    route: 'elbow',
    points: [],
    startHead: headOf(row.get('source arrow')),
    endHead: headOf(row.get('destination arrow')),
    style: {},
    ...(Object.keys(row.data).length > 0 ? { data: row.data } : {})
  }
}
