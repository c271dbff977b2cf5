import {
  type DiagramItem,
  type DiagramLine,
  type DiagramShape,
  isAttached,
  isShape,
  type LineEnd
} from '../../../../shared/diagrams/diagram.ts'
import type { DiagramWriter } from '../formats.ts'
import { noteDrawings } from '../note-losses.ts'
import { NoteList } from '../note-list.ts'
import { escapeXml, keepXml } from '../xml.ts'
import { CellBook, LAYER, ROOT } from './cell-book.ts'
import { formatStyle, parseStyle, type CellStyle } from './cell-style.ts'
import { type EndKey, type EndPlace, isReadBack, markWay, readLabelAt, writeEndPlace } from './end-places.ts'
import { writeRow } from './entity-rows.ts'
import { EXTRA, type Extra, FIELD, FIGURE, FIGURE_SHOWN, KIND, SETTINGS, STYLE_KEPT, toSafeJson } from './extra.ts'
import { HEAD_STYLES } from './heads.ts'
import { htmlToText, textToHtml } from './html-text.ts'
import { styleOfKind } from './kind-styles.ts'
import { keepOuter, writeOuter } from './outer-style.ts'
import { paintLine, paintShape } from './paint.ts'
import { type Box, turnBox } from './turn-box.ts'

type Attributes = Readonly<Record<string, string>>
const HEAD_HEIGHT = 36
const LOCKED = { movable: '0', resizable: '0', rotatable: '0', deletable: '0', editable: '0', connectable: '0', locked: '1' }

const tag = (name: string, attributes: Attributes, inside = ''): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  return inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`
}

/** A diagram as an uncompressed draw.io file; what draw.io has no place for goes along in attributes of its own (`extra.ts`). */
export const writeDrawio: DiagramWriter = (content, { name, figures }) => {
  const book = new CellBook(content.items, figures)
  const notes = new NoteList()
  const linked = content.items.filter((item) => isShape(item) && item.link !== undefined)
  const shown = linked.filter(({ id }) => figures?.has(id)).length
  notes.add('liveFigures', shown)
  notes.add('liveLinks', linked.length - shown)
  noteDrawings(content, notes)
  const layer = tag('UserObject', { label: '', id: LAYER, [SETTINGS]: toSafeJson(content.settings) }, tag('mxCell', { parent: ROOT }))
  const cells = book.inOrder.map((item) => (isShape(item) ? writeShape(item, book) : writeLine(item, book)))
  const grid = {
    grid: content.settings.hasGrid ? '1' : '0',
    gridSize: '8',
    guides: '1',
    tooltips: '1',
    connect: '1',
    arrows: '1',
    fold: '1'
  }
  const model = tag(
    'mxGraphModel',
    { ...grid, page: '0', pageScale: '1', math: '0', shadow: '0' },
    `\n<root>\n${[tag('mxCell', { id: ROOT }), layer, ...cells].join('\n')}\n</root>\n`
  )
  const data = `<?xml version="1.0" encoding="UTF-8"?>\n${tag('mxfile', { host: 'Cauce' }, tag('diagram', { id: 'page-1', name }, model))}\n`
  return { data, notes: notes.toTexts() }
}

/** HTML that shows `text`, and the text itself where reading that back would not give it exactly. */
function writeText(text: string): { html: string; exact: { exact: string } | null } {
  const html = textToHtml(text)
  return { html, exact: htmlToText(keepXml(html)) === text ? null : { exact: text } }
}

function wrap(
  item: DiagramItem,
  book: CellBook,
  { attributes, extra, cell }: { attributes: Attributes; extra: Partial<Extra>; cell: string }
): string {
  const label = writeText(item.label)
  const notes = item.notes === undefined ? null : writeText(item.notes)
  const { known, other } = splitData(item.data)
  const cellId = book.cellOf(item.id)
  const figure = book.figures.get(item.id)
  const all: Partial<Extra> = {
    order: item.order,
    own: Object.keys(item.style),
    ...(cellId === item.id ? {} : { id: item.id }),
    ...(label.exact ? { label: label.exact.exact } : {}),
    ...(notes && (notes.exact || item.notes === '') ? { notes: item.notes } : {}),
    ...(other ? { data: other } : {}),
    ...extra
  }
  return tag(
    'UserObject',
    {
      ...known,
      label: figure === undefined ? label.html : `${label.html}${FIGURE_SHOWN}`,
      ...(figure === undefined ? {} : { placeholders: '1', [FIGURE]: textToHtml(figure) }),
      id: cellId,
      ...(notes && notes.html !== '' ? { tooltip: notes.html } : {}),
      ...attributes,
      [EXTRA]: toSafeJson(all)
    },
    cell
  )
}

const RESERVED = /^(label|id|tooltip|link|placeholders|xml.*|cauce.*)$/i
/** Data whose names XML can have, and the rest. */
function splitData(data: Readonly<Record<string, string>> | undefined): { known: Attributes; other: Record<string, string> | null } {
  const entries = Object.entries(data ?? {})
  const isKnown = ([key, value]: [string, string]): boolean =>
    /^[A-Za-z_][\w-]*$/.test(key) && !RESERVED.test(key) && key !== '__proto__' && keepXml(value) === value
  const other = entries.filter((entry) => !isKnown(entry))
  return {
    known: Object.fromEntries(entries.filter(isKnown)),
    other: other.length > 0 || (data && entries.length === 0) ? Object.fromEntries(other) : null
  }
}

function writeShape(shape: DiagramShape, book: CellBook): string {
  const parent = book.shapeOf(shape.parentId)
  const box = boxInFile(shape)
  const holder = parent ? boxInFile(parent) : { x: 0, y: 0 }
  const [left, top] = [box.x - holder.x, box.y - holder.y]
  const isExact = !parent || book.addsUp(shape)
  const geometry = tag('mxGeometry', {
    x: String(left),
    y: String(top),
    width: String(box.width),
    height: String(box.height),
    as: 'geometry'
  })
  const { names, values } = styleOfShape(shape)
  const cell = tag('mxCell', { style: formatStyle(names, values), vertex: '1', parent: parent ? book.cellOf(parent.id) : LAYER }, geometry)
  const isAddress = shape.address !== undefined && /^(https?|mailto):/i.test(shape.address) && keepXml(shape.address) === shape.address
  const extra: Partial<Extra> = {
    ...(isExact ? {} : { at: [shape.x, shape.y, shape.width, shape.height] as [number, number, number, number] }),
    ...(shape.address !== undefined && !isAddress ? { address: shape.address } : {}),
    ...keepOuter(values, shape),
    ...(shape.link ? { link: shape.link } : {}),
    ...(shape.display ? { display: shape.display } : {}),
    ...(shape.fields ? { fields: shape.kind === 'entity' ? ('rows' as const) : shape.fields } : {})
  }
  const attributes = { [KIND]: shape.kind, ...(isAddress && shape.address !== undefined ? { link: shape.address } : {}) }
  return [wrap(shape, book, { attributes, extra, cell }), ...writeRows(shape, book)].join('\n')
}

/** Where draw.io has it before it turns it as the style that was kept says. */
function boxInFile(shape: DiagramShape): Box {
  const kept = shape.data?.[STYLE_KEPT]
  return kept === undefined ? shape : turnBox(shape, parseStyle(kept))
}

function styleOfShape(shape: DiagramShape): CellStyle {
  const kept = shape.data?.[STYLE_KEPT]
  const base: CellStyle = kept === undefined ? styleOfKind(shape.kind) : parseStyle(kept)
  const values = new Map([...base.values, ['html', '1'], ['whiteSpace', 'wrap']])
  paintShape(values, shape)
  writeOuter(values, shape)
  if (shape.image !== undefined) values.set('image', shape.image.replace(';base64', ''))
  if (shape.isLocked) for (const [key, value] of Object.entries(LOCKED)) values.set(key, value)
  return { names: base.names, values }
}

/** Fields of an entity: a cell each, one below the other. */
function writeRows(shape: DiagramShape, book: CellBook): string[] {
  if (shape.kind !== 'entity' || !shape.fields) return []
  const height = Math.max(1, (shape.height - HEAD_HEIGHT) / Math.max(1, shape.fields.length))
  const parent = book.cellOf(shape.id)
  return shape.fields.map((field, at) => {
    const style = `text;strokeColor=none;fillColor=none;align=left;verticalAlign=middle;spacingLeft=6;overflow=hidden;portConstraint=eastwest;rotatable=0;whiteSpace=wrap;html=1;fontSize=12;fontStyle=${field.key === 'primary' ? 1 : 0};`
    const place = { y: String(HEAD_HEIGHT + at * height), width: String(shape.width), height: String(height), as: 'geometry' }
    const cell = tag('mxCell', { style, vertex: '1', parent }, tag('mxGeometry', place))
    return tag(
      'UserObject',
      { label: textToHtml(writeRow(field)), id: book.makeId(`${parent}-f${String(at)}`), [FIELD]: toSafeJson(field) },
      cell
    )
  })
}

const ROUTES: Readonly<Record<DiagramLine['route'], Attributes>> = {
  elbow: { edgeStyle: 'orthogonalEdgeStyle', rounded: '1' },
  straight: { edgeStyle: 'none' },
  curve: { edgeStyle: 'orthogonalEdgeStyle', curved: '1' }
}

function writeLine(line: DiagramLine, book: CellBook): string {
  const { from, to } = line
  const ends = { from: describeEnd(from, book, 'exit'), to: describeEnd(to, book, 'entry') }
  const [startArrow, isStartFilled] = HEAD_STYLES[line.startHead]
  const [endArrow, isEndFilled] = HEAD_STYLES[line.endHead]
  const values = new Map(
    Object.entries({
      ...ROUTES[line.route],
      html: '1',
      startArrow,
      startFill: isStartFilled ? '1' : '0',
      endArrow,
      endFill: isEndFilled ? '1' : '0',
      ...ends.from.style,
      ...ends.to.style,
      ...(line.isLocked ? LOCKED : {})
    })
  )
  paintLine(values, line)
  const points = line.points.map(({ x, y }) => tag('mxPoint', { x: String(x), y: String(y) })).join('')
  const geometry = tag(
    'mxGeometry',
    { ...(line.labelAt === undefined ? {} : { x: String(line.labelAt * 2 - 1) }), relative: '1', as: 'geometry' },
    [loosePoint(from, 'sourcePoint'), loosePoint(to, 'targetPoint'), points === '' ? '' : tag('Array', { as: 'points' }, points)].join('')
  )
  const cell = tag(
    'mxCell',
    {
      style: formatStyle([], values),
      edge: '1',
      parent: LAYER,
      ...(ends.from.cell === null ? {} : { source: ends.from.cell }),
      ...(ends.to.cell === null ? {} : { target: ends.to.cell })
    },
    geometry
  )
  return wrap(line, book, { attributes: {}, extra: describeWay(line, ends, values), cell })
}

/** What draw.io does not say of a line's way. */
function describeWay(
  line: DiagramLine,
  { from, to }: { from: WrittenEnd; to: WrittenEnd },
  values: ReadonlyMap<string, string>
): Partial<Extra> {
  const gone = { ...(from.gone ? { from: from.gone } : {}), ...(to.gone ? { to: to.gone } : {}) }
  const exact = { ...(from.exact ? { from: from.exact } : {}), ...(to.exact ? { to: to.exact } : {}) }
  const { labelAt } = line
  return {
    ...(Object.keys(gone).length > 0 ? { gone } : {}),
    ...(Object.keys(exact).length > 0 ? { ends: exact } : {}),
    ...(labelAt === undefined || readLabelAt(labelAt * 2 - 1) === labelAt ? {} : { labelAt }),
    ...(line.isRouted ? { routed: markWay(line.points, values) } : {})
  }
}

interface WrittenEnd {
  readonly cell: string | null
  readonly gone: string | null
  readonly style: Attributes
  /** Where it ends, when that would not be read from the style. */
  readonly exact: EndPlace | null
}

function describeEnd(end: LineEnd, book: CellBook, key: EndKey): WrittenEnd {
  if (!isAttached(end)) return { cell: null, gone: null, style: {}, exact: null }
  const { shapeId, ...place } = end
  const style = writeEndPlace(place, key)
  const exact = isReadBack(place) ? null : place
  return book.shapeOf(shapeId) ? { cell: book.cellOf(shapeId), gone: null, style, exact } : { cell: null, gone: shapeId, style, exact }
}

const loosePoint = (end: LineEnd, as: string): string => (isAttached(end) ? '' : tag('mxPoint', { x: String(end.x), y: String(end.y), as }))
