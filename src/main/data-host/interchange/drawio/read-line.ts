import { LONGEST_LABEL, type DiagramLine, type LineEnd, type Side } from '../../../../shared/diagrams/diagram.ts'
import type { NoteList } from '../note-list.ts'
import { type CellStyle, isOn, readNumber } from './cell-style.ts'
import type { Cell, Point } from './cells.ts'
import { readHead } from './heads.ts'
import { placeOf, type PageTree } from './page-tree.ts'
import { readLineStyle } from './paint.ts'
import { shapeName } from './read-kind.ts'
import { readLabel } from './read-label.ts'
import { cutText, keepOnPage, readData, readExtra, readNotes, restoreText } from './read-shape.ts'
import { degreesOf, turnBox } from './turn-box.ts'

/** What the end of a line may lead to. */
export interface Ends {
  /** The shape a cell became, or became part of. */
  shapeOf: (cellId: string) => { id: string; isPart: boolean } | null
  /** Where a cell that is itself a line has its middle. */
  middleOf: (cellId: string) => Point | null
  /** Texts other cells show along this line. */
  labelsOf: (cellId: string) => readonly string[]
}

/** An edge as a line of ours, without identifier and order; null when it leads nowhere, and draw.io does not show it either. */
export function readLine(cell: Cell, tree: PageTree, ends: Ends, notes: NoteList): Omit<DiagramLine, 'id' | 'order'> | null {
  const extra = readExtra(cell)
  const origin = tree.originOf(cell)
  const onPage = (point: Point): Point => keepOnPage({ x: point.x + origin.x, y: point.y + origin.y }, notes)
  const from = readEnd(cell, 'source', ends, onPage, notes) ?? toGone(extra?.gone?.from)
  const to = readEnd(cell, 'target', ends, onPage, notes) ?? toGone(extra?.gone?.to)
  if (!from || !to) {
    notes.add('leadNowhere')
    return null
  }
  const told = readNotes(cell, extra, notes)
  const data = readData(cell, null, extra)
  return {
    item: 'line',
    from,
    to,
    label: readLineLabel(cell, tree, ends, extra?.label, notes),
    route: readRoute(cell.style),
    points: (cell.geometry?.points ?? []).map(onPage),
    ...readHeads(cell.style),
    style: readLineStyle(cell.style, extra?.own ?? []),
    ...(isOn(cell.style, 'locked') ? { isLocked: true } : {}),
    ...(told === null ? {} : { notes: told }),
    ...(data ? { data } : {})
  }
}

const toGone = (shapeId: string | undefined): LineEnd | null => (shapeId === undefined ? null : { shapeId })

function readLineLabel(cell: Cell, tree: PageTree, ends: Ends, exact: string | undefined, notes: NoteList): string {
  const own = restoreText(exact, cell.value) ?? readLabel(cell, tree.aboveOf(cell))
  const others = ends.labelsOf(cell.id)
  const texts = [own, ...others].filter((text) => text !== '')
  if (texts.length > 1) notes.add('joinedLabels')
  return cutText(texts.length > 1 ? texts.join(' · ') : (texts[0] ?? own), LONGEST_LABEL, notes)
}

function readEnd(cell: Cell, which: 'source' | 'target', ends: Ends, onPage: (point: Point) => Point, notes: NoteList): LineEnd | null {
  const at = cell[which]
  const shape = at === null ? null : ends.shapeOf(at)
  if (shape) {
    if (shape.isPart) notes.add('fieldLines')
    const said = readSide(cell.style, which === 'source' ? 'exit' : 'entry')
    // Left and right of a row are those of its table; above and below one is nowhere of the table's.
    const side = shape.isPart && (said === 'top' || said === 'bottom') ? null : said
    return { shapeId: shape.id, ...(side ? { side } : {}) }
  }
  const middle = at === null ? null : ends.middleOf(at)
  if (middle) {
    notes.add('lineToLine')
    return keepOnPage(middle, notes)
  }
  const loose = cell.geometry?.[which]
  return loose ? onPage(loose) : null
}

/** The side of the shape a line is tied to; null where it finds its own. */
function readSide({ values }: CellStyle, key: 'exit' | 'entry'): Side | null {
  const [x, y] = [readNumber(values.get(`${key}X`)), readNumber(values.get(`${key}Y`))]
  if (x === null || y === null) return null
  const distances: readonly (readonly [Side, number])[] = [
    ['top', y],
    ['right', 1 - x],
    ['bottom', 1 - y],
    ['left', x]
  ]
  const [nearest] = [...distances].sort(([, one], [, other]) => one - other)
  return nearest && nearest[1] < 0.25 ? nearest[0] : null
}

function readRoute(style: CellStyle): DiagramLine['route'] {
  if (isOn(style, 'curved')) return 'curve'
  const edge = style.values.get('edgeStyle')
  return edge === undefined || edge === 'none' || edge === '' ? 'straight' : 'elbow'
}

function readHeads(style: CellStyle): Pick<DiagramLine, 'startHead' | 'endHead'> {
  const isBar = style.values.get('shape') === 'link' || style.names.includes('line')
  const read = (key: 'start' | 'end', unsaid: string): DiagramLine['endHead'] => {
    const head = readHead(style.values.get(`${key}Arrow`) ?? unsaid)
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
  const data = readData(cell, null, null)
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
