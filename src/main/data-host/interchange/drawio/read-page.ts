import {
  CONTAINERS,
  DiagramContent,
  DiagramSettings,
  MOST_ITEMS,
  type DiagramItem,
  type DiagramLine
} from '../../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { refuseTooLarge } from '../limits.ts'
import type { NoteList } from '../note-list.ts'
import type { Cell, Page, Point } from './cells.ts'
import { isEntity } from './entity-rows.ts'
import { readJson, SETTINGS } from './extra.ts'
import { type Draft, groundTexts } from './ground-texts.ts'
import { buildTree, type PageTree, placeOf } from './page-tree.ts'
import { readLabel } from './read-label.ts'
import { type Ends, isDrawnLine, readDrawnLine, readLine } from './read-line.ts'
import { isBareRow, readExtra, readShape } from './read-shape.ts'
import type { Box } from './turn-box.ts'

/** A page of cells as a diagram of ours. What can't be taken over is said in `notes`. */
export function readPage(page: Page, notes: NoteList): DiagramContent {
  const tree = buildTree(page.cells)
  notes.add('hidden', tree.hidden)
  if (tree.layers > 1) notes.add('layers')
  if (page.hasGround) notes.add('ground')
  const roles = sortCells(tree)
  const ids = giveIds([...roles.shapes, ...roles.lines])
  const shapes = readShapes(roles.shapes, tree, ids, notes)
  groundTexts(shapes)
  const lines = readLines(roles, tree, ids, shapes, notes)
  const items = orderItems([...shapes.values(), ...lines], tree)
  if (items.length > MOST_ITEMS) throw refuseTooLarge()
  const content = DiagramContent.safeParse({ settings: readSettings(page), items })
  if (!content.success) throw new CauceError('diagram-damaged', { what: 'items' })
  return content.data
}

function readSettings({ cells }: Page): DiagramSettings {
  const keeper = cells.find(({ attributes }) => attributes?.[SETTINGS] !== undefined)
  return readJson(DiagramSettings, keeper?.attributes?.[SETTINGS]) ?? DiagramSettings.parse({})
}

interface Roles {
  readonly shapes: Cell[]
  readonly lines: Cell[]
  /** Cells that are part of another one: rows of an entity. */
  readonly partOf: Map<string, string>
  /** Labels along a line, by the line. */
  readonly labels: Map<string, Cell[]>
}

function sortCells(tree: PageTree): Roles {
  const roles: Roles = { shapes: [], lines: [], partOf: new Map(), labels: new Map() }
  const tied = new Set(tree.inOrder.flatMap(({ source, target }) => [source, target]))
  for (const cell of tree.inOrder) sortCell(cell, tree, roles, tied)
  return roles
}

function sortCell(cell: Cell, tree: PageTree, { shapes, lines, partOf, labels }: Roles, tied: ReadonlySet<string | null>): void {
  const parent = cell.parent === null ? undefined : tree.byId.get(cell.parent)
  const whole = parent && (partOf.get(parent.id) ?? (parent.isVertex && isEntity(parent, tree.childrenOf) ? parent.id : undefined))
  if (cell.isEdge) lines.push(cell)
  else if (whole !== undefined) partOf.set(cell.id, whole)
  else if (parent?.isEdge) labels.set(parent.id, [...(labels.get(parent.id) ?? []), cell])
  else if (isDrawnLine(cell) && !tied.has(cell.id) && tree.childrenOf(cell.id).length === 0) lines.push(cell)
  else if (!isBareRow(cell)) shapes.push(cell)
}

/** Identifiers of ours come back as they were; others keep theirs where they fit. */
function giveIds(cells: readonly Cell[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const ids = new Map<string, string>()
  let number = 0
  for (const cell of cells) {
    let id = readExtra(cell)?.id ?? cell.id
    while (id === '' || id.length > 200 || taken.has(id)) id = `item-${String(++number)}`
    taken.add(id)
    ids.set(cell.id, id)
  }
  return ids
}

function readShapes(cells: readonly Cell[], tree: PageTree, ids: ReadonlyMap<string, string>, notes: NoteList): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  for (const cell of cells) {
    const shape = readShape(cell, tree, notes)
    const holder = tree.aboveOf(cell).find((above) => isContainer(drafts.get(above.id)))
    const parentId = holder && ids.get(holder.id)
    drafts.set(cell.id, {
      cell,
      item: { ...shape, id: ids.get(cell.id) ?? cell.id, order: 0, ...(parentId === undefined ? {} : { parentId }) }
    })
  }
  return drafts
}

const isContainer = (draft: Draft | undefined): boolean => draft?.item.item === 'shape' && CONTAINERS.includes(draft.item.kind)

function readLines(
  { lines, partOf, labels }: Roles,
  tree: PageTree,
  ids: ReadonlyMap<string, string>,
  shapes: ReadonlyMap<string, Draft>,
  notes: NoteList
): Draft[] {
  const shapeOf: Ends['shapeOf'] = (cellId) => {
    const whole = partOf.get(cellId)
    const found = shapes.get(whole ?? cellId)
    if (found?.item.item !== 'shape') return null
    const part = whole === undefined ? undefined : tree.byId.get(cellId)
    return { id: found.item.id, box: found.item, part: part ? boxOf(part, tree) : null }
  }
  const middleOf = (cellId: string): Point | null => {
    const found = tree.byId.get(cellId) ?? null
    // A label of a line stands for its line.
    const line = found && !found.isEdge && found.parent !== null ? tree.byId.get(found.parent) : found
    return line?.isEdge ? findMiddle(line, tree, shapes) : null
  }
  const labelsOf: Ends['labelsOf'] = (cellId) =>
    (labels.get(cellId) ?? [])
      .map((label) => ({ text: readLabel(label), x: label.geometry?.isRelative ? label.geometry.x : 0 }))
      .sort((one, other) => one.x - other.x)
  return lines.flatMap((cell): Draft[] => {
    const line = cell.isEdge ? readLine(cell, tree, { shapeOf, middleOf, labelsOf }, notes) : readDrawnLine(cell, tree, notes)
    return line ? [{ cell, item: { ...line, id: ids.get(cell.id) ?? cell.id, order: 0 } satisfies DiagramLine }] : []
  })
}

/** Where a cell that is no shape of its own stands on the page. */
function boxOf(cell: Cell, tree: PageTree): Box {
  const place = placeOf(cell, tree.originOf(cell), cell.parent === null ? undefined : tree.byId.get(cell.parent))
  return { ...place, width: cell.geometry?.width ?? 0, height: cell.geometry?.height ?? 0 }
}

/** About where the middle of a line is: between the middles of its ends. */
function findMiddle(line: Cell, tree: PageTree, shapes: ReadonlyMap<string, Draft>): Point | null {
  const origin = tree.originOf(line)
  const ends = (['source', 'target'] as const).flatMap((which): Point[] => {
    const item = shapes.get(line[which] ?? '')?.item
    if (item?.item === 'shape') return [{ x: item.x + item.width / 2, y: item.y + item.height / 2 }]
    const loose = line.geometry?.[which]
    return loose ? [{ x: loose.x + origin.x, y: loose.y + origin.y }] : []
  })
  const [one, other] = ends
  return one && other ? { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 } : null
}

/** The orders written with the items, unless somebody rearranged or added some since: then that of the cells. */
function orderItems(drafts: readonly Draft[], tree: PageTree): DiagramItem[] {
  const position = new Map(tree.inOrder.map((cell, at) => [cell.id, at]))
  const sorted = [...drafts].sort((one, other) => (position.get(one.cell.id) ?? 0) - (position.get(other.cell.id) ?? 0))
  const orders = sorted.map(({ cell }) => readExtra(cell)?.order)
  const last = new Map<string | null, number>()
  const isKept = sorted.every(({ cell }, at) => {
    const order = orders[at]
    if (order === undefined || order < (last.get(cell.parent) ?? -Infinity)) return false
    last.set(cell.parent, order)
    return true
  })
  return sorted.map(({ item }, at) => ({ ...item, order: isKept ? (orders[at] ?? at) : at }))
}
