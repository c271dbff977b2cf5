import { overlaps, union, type Box } from '../../models/geometry.ts'
import { CONTAINERS, isAttached, isLine, isShape, type DiagramItem, type DiagramLine, type DiagramShape, type LineEnd } from '../diagram.ts'
import { leadLines } from './lead-lines.ts'
import { lookAround } from './lead.ts'
import { boxOfLeg, CLEAR, grow, runsThrough } from './obstacles.ts'
import { bareLine, giveBack, isLed } from './own.ts'
import { readPage, type Page } from './page.ts'

type Items = ReadonlyMap<string, DiagramItem>
interface Patch {
  readonly put: readonly DiagramItem[]
  readonly remove: readonly string[]
}

/** The most lines that are led anew along with an edit, and by the command that leads all. */
const MOST_LINES = 200
const MOST_ASKED = 3000

interface Change {
  /** Shapes whose place, size or kind becomes another, with where they stood. */
  readonly shapes: ReadonlyMap<string, DiagramShape | null>
  /** Lines that are new or lead elsewhere. */
  readonly lines: ReadonlySet<string>
  /** Shapes lines led to, and lead to no more or otherwise. */
  readonly left: ReadonlySet<string>
}

const isSameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
const listIds = ({ from, to }: DiagramLine): string[] => [from, to].flatMap((end) => (isAttached(end) ? [end.shapeId] : []))
const isSameEnd = (a: LineEnd, b: LineEnd): boolean =>
  isAttached(a) && isAttached(b)
    ? a.shapeId === b.shapeId && a.side === b.side && a.at === b.at
    : !isAttached(a) && !isAttached(b) && a.x === b.x && a.y === b.y

/** What of a patch concerns the ways of lines; null: nothing. */
function findChange(items: Items, { put, remove }: Patch): Change | null {
  const shapes = new Map<string, DiagramShape | null>()
  const lines = new Set<string>()
  const left = new Set<string>()
  for (const item of put) {
    const before = items.get(item.id)
    if (isShape(item)) {
      if (before && isShape(before) && isSameBox(before, item) && before.kind === item.kind) continue
      shapes.set(item.id, before && isShape(before) ? before : null)
    } else {
      const was = before && isLine(before) ? before : null
      if (was && isSameWay(was, item)) continue
      lines.add(item.id)
      if (was) for (const id of listIds(was)) left.add(id)
    }
  }
  for (const id of remove) {
    const before = items.get(id)
    if (!before) continue
    if (isShape(before)) shapes.set(id, before)
    else for (const shapeId of listIds(before)) left.add(shapeId)
  }
  return shapes.size + lines.size + left.size === 0 ? null : { shapes, lines, left }
}
const isSamePoint = (a: { x: number; y: number }, b: { x: number; y: number } | undefined): boolean => a.x === b?.x && a.y === b.y
const isSameWay = (a: DiagramLine, b: DiagramLine): boolean =>
  a.route === b.route &&
  a.isLocked === b.isLocked &&
  a.isRouted === b.isRouted &&
  a.points.length === b.points.length &&
  a.points.every((point, index) => isSamePoint(point, b.points[index])) &&
  isSameEnd(a.from, b.from) &&
  isSameEnd(a.to, b.to)

/** How far from where a shape stood a line may have gone around it. */
const AROUND = 40

/**
 * A patch with the lines it has an effect on led anew: those it makes or leads elsewhere, those at shapes it moves, sizes or takes
 * away, those that would run through such a shape or had gone around it. What a person set stays; the patch itself where no line
 * needs another way.
 */
export function withWays<P extends Patch>(items: Items, patch: P): P {
  const change = findChange(items, patch)
  if (!change) return patch
  // Lines that are elbows no more lose what was found for elbows.
  const put = patch.put.map((item) => (isLine(item) && item.isRouted === true && item.route !== 'elbow' ? bareLine(item) : item))
  const page = readPage(listAfter(items, put, patch.remove))
  const affected = listAffected(page, change)
  const touched = [...change.left, ...[...change.lines].flatMap((id) => listIdsOf(page.lines.get(id)))]
  if (affected.length === 0 && touched.length === 0) return patch
  const moved = (id: string): Shift | null => shiftOf(page, change, id)
  const isAside = (line: DiagramLine): boolean => !change.lines.has(line.id) && !listIds(line).some((id) => change.shapes.has(id))
  const led = leadLines(page, affected, {
    most: MOST_LINES,
    shapeIds: touched,
    givesWay: isAside,
    mayStay: (line) => (isAside(line) ? !isFreed(line, page, change) : line.isRouted === true && staysWith(line, items, change, moved))
  })
  const ways = new Map(led.map((line) => [line.id, line]))
  const isPut = new Set(put.map(({ id }) => id))
  return { ...patch, put: [...put.map((item) => ways.get(item.id) ?? item), ...led.filter(({ id }) => !isPut.has(id))] }
}

/** Whether a line may be a plain elbow now that what stood in the way of it is gone. */
function isFreed(line: DiagramLine, page: Page, { shapes }: Change): boolean {
  const plain = bareLine(line)
  const stood = [...shapes.values()].some((before) => before && !CONTAINERS.includes(before.kind) && meets(page, plain, before))
  const way = page.wayOf(plain)
  return stood && !runsThrough(way, lookAround(plain, page, way, 8))
}

const NO_SHAPE = { kind: 'process' } as const
interface Shift {
  readonly x: number
  readonly y: number
}
const listIdsOf = (line: DiagramLine | undefined): string[] => (line ? listIds(line) : [])

/** All items as they are after a patch. */
function* listAfter(items: Items, put: readonly DiagramItem[], remove: readonly string[]): Generator<DiagramItem> {
  const next = new Map(put.map((item) => [item.id, item]))
  const gone = new Set(remove)
  for (const item of items.values()) if (!gone.has(item.id)) yield next.get(item.id) ?? item
  for (const item of put) if (!items.has(item.id) || gone.has(item.id)) yield item
}

/** How far a shape moved; null: it is another size, new or gone. */
function shiftOf(page: Page, { shapes }: Change, id: string): Shift | null {
  if (!shapes.has(id)) return { x: 0, y: 0 }
  const [before, now] = [shapes.get(id), page.shapes.get(id)]
  if (!before || !now || before.width !== now.width || before.height !== now.height || before.kind !== now.kind) return null
  return { x: now.x - before.x, y: now.y - before.y }
}

/** Whether corners found before still belong there: both ends moved along with them or stayed, or whoever put the line set them. */
function staysWith(line: DiagramLine, items: Items, change: Change, moved: (id: string) => Shift | null): boolean {
  const before = items.get(line.id)
  const isPutHere = change.lines.has(line.id) && line.points.length > 0
  if (isPutHere && !(before && isLine(before) && before.isRouted === true)) return true
  const shifts = listIds(line).map(moved)
  const [first] = shifts
  if (!first || shifts.some((shift) => !shift || shift.x !== first.x || shift.y !== first.y))
    return isPutHere && hasOtherCorners(line, before)
  // What stands still may become a plain elbow again; what moved as a whole stays as it is.
  return first.x !== 0 || first.y !== 0 || change.lines.has(line.id)
}
const hasOtherCorners = (line: DiagramLine, before: DiagramItem | undefined): boolean =>
  !before ||
  !isLine(before) ||
  before.points.length !== line.points.length ||
  before.points.some((point, index) => point !== line.points[index])

/** The lines an edit has an effect on, those it names first. */
function listAffected(page: Page, { shapes, lines }: Change): string[] {
  const found = new Set(lines)
  for (const id of shapes.keys()) for (const line of page.linesAt(id)) if (isLed(line)) found.add(line.id)
  const blocks: Box[] = []
  const freed: Box[] = []
  for (const [id, before] of shapes) {
    const now = page.shapes.get(id)
    if (CONTAINERS.includes((now ?? before ?? NO_SHAPE).kind)) continue
    if (now) blocks.push(now)
    if (before) freed.push(grow(before, AROUND))
  }
  if (blocks.length === 0 && freed.length === 0) return [...found]
  const region = union([...blocks, ...freed])
  for (const line of region ? page.linesNear(region) : []) {
    if (found.has(line.id) || !isLed(line)) continue
    const extent = page.extentOf(line)
    const isMet = blocks.some((box) => overlaps(extent, box) && meets(page, line, box))
    if (isMet || (line.isRouted === true && freed.some((box) => overlaps(extent, box)))) found.add(line.id)
  }
  return [...found]
}

function meets(page: Page, line: DiagramLine, box: Box): boolean {
  const way = page.wayOf(line)
  return way.slice(1).some((to, index) => overlaps(boxOfLeg(way[index] ?? to, to), box, CLEAR))
}

/**
 * Lines led anew because a person asks for it: those named, whose corners are given up whoever set them, and those at shapes named;
 * with nothing named all but those with corners of a person.
 */
export function rerouteLines(items: Items, ids: Iterable<string>): { put: DiagramItem[]; remove: string[] } {
  const chosen = new Set(ids)
  const given = new Map(items)
  for (const id of chosen) {
    const item = items.get(id)
    if (item && isLine(item) && item.isLocked !== true && item.route === 'elbow') given.set(id, giveBack(item))
  }
  const page = readPage(given.values())
  const asked = [...page.lines.values()].filter(
    (line) => isLed(line) && (chosen.size === 0 || chosen.has(line.id) || listIds(line).some((id) => chosen.has(id)))
  )
  const led = new Map(
    leadLines(
      page,
      asked.map(({ id }) => id),
      { most: MOST_ASKED }
    ).map((line) => [line.id, line])
  )
  const back = [...chosen].flatMap((id) => {
    const [before, now] = [items.get(id), given.get(id)]
    return now && now !== before && !led.has(id) ? [now] : []
  })
  return { put: [...led.values(), ...back.filter((line) => JSON.stringify(line) !== JSON.stringify(items.get(line.id)))], remove: [] }
}
