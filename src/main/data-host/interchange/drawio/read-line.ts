import { LONGEST_LABEL, type DiagramLine, type LineEnd } from '../../../../shared/diagrams/diagram.ts'
import type { NoteList } from '../note-list.ts'
import { type CellStyle, isOn } from './cell-style.ts'
import type { Cell, Point } from './cells.ts'
import { type EndKey, type EndPlace, findEndPlace, isStillAt, markWay, readLabelAt, readShares } from './end-places.ts'
import type { Extra } from './extra.ts'
import { isSameHead, readHead } from './heads.ts'
import { placeOf, type PageTree } from './page-tree.ts'
import { readLineStyle } from './paint.ts'
import { shapeName } from './read-kind.ts'
import { readLabel } from './read-label.ts'
import { cutText, keepOnPage, readData, readExtra, readLook, readNotes, restoreText } from './read-shape.ts'
import { type Box, degreesOf, turnBox } from './turn-box.ts'

/** What the end of a line may lead to. */
export interface Ends {
  /** The shape a cell became, or became part of; `part`: where on the page a part of one stands. */
  shapeOf: (cellId: string) => { id: string; box: Box; part: Box | null } | null
  /** Where a cell that is itself a line has its middle. */
  middleOf: (cellId: string) => Point | null
  /** Texts other cells show along this line, and how far along it, -1 to 1. */
  labelsOf: (cellId: string) => readonly { text: string; x: number }[]
}

/** An edge as a line of ours, without identifier and order; null when it leads nowhere, and draw.io does not show it either. */
export function readLine(cell: Cell, tree: PageTree, ends: Ends, notes: NoteList): Omit<DiagramLine, 'id' | 'order'> | null {
  const extra = readExtra(cell)
  const origin = tree.originOf(cell)
  const onPage = (point: Point): Point => keepOnPage({ x: point.x + origin.x, y: point.y + origin.y }, notes)
  const from = readEnd(cell, 'source', { ends, extra, onPage, notes })
  const to = readEnd(cell, 'target', { ends, extra, onPage, notes })
  if (!from || !to) {
    notes.add('leadNowhere')
    return null
  }
  const told = readNotes(cell, extra, notes)
  const data = readData(cell, null, extra, notes)
  const points = (cell.geometry?.points ?? []).map(onPage)
  if (cell.geometry?.hasMore) notes.add('manyCorners')
  if (WIDE.has(cell.style.values.get('shape') ?? '')) notes.add('wideLines')
  return {
    item: 'line',
    from,
    to,
    ...readLineLabel(cell, tree, ends, extra, notes),
    route: readRoute(cell.style),
    points,
    ...(extra?.routed !== undefined && extra.routed === markWay(points, cell.style.values) ? { isRouted: true } : {}),
    ...readHeads(cell.style, notes),
    style: readLineStyle(readLook(cell, notes), extra?.own ?? []),
    ...(isOn(cell.style, 'locked') ? { isLocked: true } : {}),
    ...(told === null ? {} : { notes: told }),
    ...(data ? { data } : {})
  }
}

/** The texts along a line as one label, and where it stands: where the only one of them does. */
function readLineLabel(
  cell: Cell,
  tree: PageTree,
  ends: Ends,
  extra: Extra | null,
  notes: NoteList
): Pick<DiagramLine, 'label' | 'labelAt'> {
  const own = restoreText(extra?.label, cell.value) ?? readLabel(cell, tree.aboveOf(cell))
  const said = cell.geometry?.isRelative ? cell.geometry.x : 0
  const texts = [{ text: own, x: said }, ...ends.labelsOf(cell.id)].filter(({ text }) => text !== '')
  if (texts.length > 1) notes.add('joinedLabels')
  const label = cutText(texts.length > 1 ? texts.map(({ text }) => text).join(' · ') : (texts[0]?.text ?? own), LONGEST_LABEL, notes)
  const kept = extra?.labelAt !== undefined && extra.labelAt * 2 - 1 === said ? extra.labelAt : undefined
  const labelAt = texts.length > 1 ? undefined : (kept ?? readLabelAt(texts[0]?.x ?? said))
  return { label, ...(labelAt === undefined ? {} : { labelAt }) }
}

interface EndContext {
  readonly ends: Ends
  readonly extra: Extra | null
  readonly onPage: (point: Point) => Point
  readonly notes: NoteList
}

function readEnd(cell: Cell, which: 'source' | 'target', { ends, extra, onPage, notes }: EndContext): LineEnd | null {
  const at = cell[which]
  const [key, own] = which === 'source' ? (['exit', 'from'] as const) : (['entry', 'to'] as const)
  const exact = extra?.ends?.[own]
  const shape = at === null ? null : ends.shapeOf(at)
  if (shape) {
    if (shape.part) notes.add('fieldLines')
    return { shapeId: shape.id, ...dropEmpty(readEndPlace(cell, key, exact, shape)) }
  }
  const middle = at === null ? null : ends.middleOf(at)
  if (middle) {
    notes.add('lineToLine')
    return keepOnPage(middle, notes)
  }
  const loose = cell.geometry?.[which]
  if (loose) return onPage(loose)
  const gone = extra?.gone?.[own]
  return gone === undefined ? null : { shapeId: gone, ...dropEmpty(readEndPlace(cell, key, exact, null)) }
}

const dropEmpty = ({ side, at, fastened }: EndPlace): Pick<Extract<LineEnd, { shapeId: string }>, 'side' | 'at' | 'fastened'> => ({
  ...(side === undefined ? {} : { side }),
  ...(at === undefined ? {} : { at }),
  ...(fastened === undefined ? {} : { fastened })
})

/**
 * The side of the shape an end is tied to, and how far along; nothing where it finds its own. A row of an entity is no shape
 * here: its place is counted along the whole entity.
 */
function readEndPlace(cell: Cell, key: EndKey, exact: EndPlace | undefined, shape: { box: Box; part: Box | null } | null): EndPlace {
  const { values } = cell.style
  if (exact && isStillAt(exact, values, key)) return exact
  const box = shape?.part ?? shape?.box ?? { width: 1, height: 1 }
  const shares = readShares(values, key, box)
  if (!shares) return {}
  const place = findEndPlace(shares)
  if (!shape?.part) return place
  // Above and below a row is nowhere of the table's.
  if (place.side !== 'left' && place.side !== 'right') return {}
  const at = (shape.part.y + shares.y * shape.part.height - shape.box.y) / shape.box.height
  return { side: place.side, at: Math.min(Math.max(at, 0), 1) }
}

function readRoute(style: CellStyle): DiagramLine['route'] {
  if (isOn(style, 'curved')) return 'curve'
  const edge = style.values.get('edgeStyle')
  return edge === undefined || edge === 'none' || edge === '' ? 'straight' : 'elbow'
}

/** Lines that are more than one stroke. */
const WIDE = new Set(['link', 'flexArrow', 'arrow', 'wire', 'pipe', 'filledEdge'])

function readHeads(style: CellStyle, notes: NoteList): Pick<DiagramLine, 'startHead' | 'endHead'> {
  const isBar = style.values.get('shape') === 'link' || style.names.includes('line')
  const read = (key: 'start' | 'end', unsaid: string): DiagramLine['endHead'] => {
    const said = style.values.get(`${key}Arrow`) ?? unsaid
    if (!isSameHead(said)) notes.add('nearestHeads')
    const head = readHead(said)
    return head === 'arrow' && style.values.get(`${key}Fill`) === '0' ? 'open' : head
  }
  return { startHead: read('start', 'none'), endHead: read('end', isBar ? 'none' : 'classic') }
}

/** A rule somebody drew: a shape that is nothing but a line through the middle of its box. */
export const isDrawnLine = (cell: Cell): boolean => cell.isVertex && shapeName(cell.style) === 'line' && cell.value === ''

export function readDrawnLine(cell: Cell, tree: PageTree, notes: NoteList): Omit<DiagramLine, 'id' | 'order'> {
  const place = placeOf(cell, tree.originOf(cell), cell.parent === null ? undefined : tree.byId.get(cell.parent))
  const size = { width: Math.max(0, cell.geometry?.width ?? 0), height: Math.max(0, cell.geometry?.height ?? 0) }
  const { x, y, width, height } = turnBox({ ...place, ...size }, cell.style)
  const direction = cell.style.values.get('direction')
  const isUpright = (degreesOf(cell.style) % 180 === 90) !== (direction === 'north' || direction === 'south')
  const [from, to] = isUpright
    ? [
        { x: x + width / 2, y },
        { x: x + width / 2, y: y + height }
      ]
    : [
        { x, y: y + height / 2 },
        { x: x + width, y: y + height / 2 }
      ]
  const data = readData(cell, null, null, notes)
  return {
    item: 'line',
    from: keepOnPage(from, notes),
    to: keepOnPage(to, notes),
    label: '',
    route: 'straight',
    points: [],
    startHead: 'none',
    endHead: 'none',
    style: readLineStyle(cell.style, []),
    ...(data ? { data } : {})
  }
}
