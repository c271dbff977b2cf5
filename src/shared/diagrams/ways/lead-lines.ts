import { centre, overlaps, type Box, type Point } from '../../models/geometry.ts'
import { isAttached, SHAPE_KINDS, SIDES, type DiagramLine, type LineEnd, type Side } from '../diagram.ts'
import { isUpright, lengthOfSide, placePort } from '../ports.ts'
import { findSides, routeLine } from '../route-line.ts'
import { costOfWay, meetsAny, type Leg } from './cost.ts'
import { placeLabel } from './label-place.ts'
import { leadLine, lookAround, type Choice, type Led, type Minds } from './lead.ts'
import { isLoop, separateLoops, sidesOfLoop } from './loops.ts'
import { grow, runsThrough } from './obstacles.ts'
import { bareLine, fastenedOf, isLed } from './own.ts'
import { readPage, type Page } from './page.ts'
import { spreadEnds, type SideEnd } from './spread.ts'

export interface LeadOptions {
  /** Lines whose way stays as it is if it runs through nothing. */
  readonly mayStay?: (line: DiagramLine) => boolean
  /** Lines that only give way to something: they keep their sides where that is near, and so do others at their shapes their places. */
  readonly givesWay?: (line: DiagramLine) => boolean
  /** Shapes whose lines are to be spread anew though none of these leads there (any more). */
  readonly shapeIds?: Iterable<string>
  /** The most lines that are led. */
  readonly most: number
}

/** Steps of the search for all lines together: what an edit takes is bounded whatever stands around. */
const MOST_STEPS = 400_000
/** What each line that ends on a side already costs when a line looks for a side, and the most of it. */
const CROWD = 12
/** How far around a line others are minded. */
const NEAR = 120
const MOST_CROWD = 48
/** What another side than its own costs a line that only gives way: about what it takes to go around a shape on that side. */
const OTHER_SIDE = 100
const NEVER = (): boolean => false

/** Ways found for the places along the sides may ask for another order along them: so often it is looked again. */
const ROUNDS = 2

type Which = 'from' | 'to'
const ENDS: readonly Which[] = ['from', 'to']
interface Plan {
  readonly line: DiagramLine
  readonly bare: DiagramLine
  readonly sides: Led['sides']
  readonly way: readonly Point[]
  readonly at: Partial<Record<Which, number>>
  readonly isBundled: boolean
}

/**
 * Leads lines anew: on which sides, where along them, around which corners. First each finds its sides; lines that share a side
 * are spread along it; then each finds its way beside those led before it. Answers with the lines that become others. The same
 * page gives the same ways.
 */
export function leadLines(before: Page, ids: Iterable<string>, options: LeadOptions): DiagramLine[] {
  const { mayStay = NEVER, givesWay = NEVER, shapeIds = [], most } = options
  const budget = { left: MOST_STEPS }
  const asked = [...new Set(ids)].flatMap((id) => before.lines.get(id) ?? []).filter(isLed)
  const loops = [...new Set(asked.filter((line) => isLoop(line) && !givesWay(line)).flatMap(listShapes))].flatMap((id) =>
    leadLoops(before, id)
  )
  const page =
    loops.length === 0
      ? before
      : readPage([...before.shapes.values(), ...new Map([...before.lines, ...loops.map((line) => [line.id, line] as const)]).values()])
  const chosen = asked.filter((line) => !isLoop(line) && !(mayStay(line) && isFree(line, page))).slice(0, most)
  const plans = new Map<string, Plan>()
  const isOpen = new Set(chosen.map(({ id }) => id))
  for (const line of sortLines(chosen, page, plans)) {
    plans.set(line.id, chooseSides(line, page, plans, { budget, isOpen, doesGiveWay: givesWay(line) }))
  }
  const open = new Set([...shapeIds, ...chosen.flatMap((line) => (givesWay(line) ? [] : listShapes(line)))])
  const touched = new Map([...chosen.flatMap(listShapes), ...open].map((id) => [id, open.has(id)]))
  let best: { done: ReadonlyMap<string, DiagramLine>; cost: number } | null = null
  const done = new Map<string, DiagramLine>()
  for (let round = 0; round < ROUNDS; round++) {
    const known = new Map(plans)
    spread(page, plans, touched, most)
    straighten(page, plans)
    const moved = sortPlans(plans, page).filter((plan) => round === 0 || !isSamePlace(plan, known.get(plan.line.id)))
    if (moved.length === 0) break
    for (const { line } of moved) done.delete(line.id)
    for (const plan of moved) {
      const line = leadOn(plan, page, plans, done, budget, 'lying')
      done.set(line.id, line)
      plans.set(line.id, { ...plan, way: page.wayOf(line) })
    }
    leadAgain(page, plans, done, budget)
    const cost = costOfAll(page, plans, done)
    if (best && best.cost <= cost) break
    best = { done: new Map(done), cost }
  }
  const found = [...(best?.done ?? done).values()]
  return [...found.filter((line) => differs(line, page.lines.get(line.id))), ...loops]
}

/** What the ways found cost together. */
function costOfAll(page: Page, plans: ReadonlyMap<string, Plan>, done: ReadonlyMap<string, DiagramLine>): number {
  let cost = 0
  for (const line of done.values()) {
    const plan = plans.get(line.id)
    if (plan) cost += costOfWay(page.wayOf(line), listUsed(plan, page, plans, done), [], [])
  }
  return cost
}

function leadLoops(page: Page, shapeId: string): DiagramLine[] {
  const loops = page.linesAt(shapeId).filter(isLoop)
  return separateLoops(
    loops,
    (line) => isLed(line) && line.points.length === 0,
    (side) => countOn(page, new Map(), shapeId, side, NONE)
  )
}

/** The sides a line leaves and arrives on, as it is planned or as it is. */
const sidesOf = (line: DiagramLine, page: Page, plans: ReadonlyMap<string, Plan>): Led['sides'] =>
  plans.get(line.id)?.sides ?? (isLoop(line) ? sidesOfLoop(line) : findSides(line, page.shapes))
const NONE: ReadonlySet<string> = new Set()
const isSamePlace = (plan: Plan, other: Plan | undefined): boolean => ENDS.every((which) => plan.at[which] === other?.at[which])

const listShapes = ({ from, to }: DiagramLine): string[] => [from, to].flatMap((end) => (isAttached(end) ? [end.shapeId] : []))

const isFree = (line: DiagramLine, page: Page): boolean => {
  const way = page.wayOf(line)
  return !runsThrough(way, lookAround(line, page, way, 8))
}

const middleOf = (end: LineEnd, { shapes }: Page): Point => {
  const shape = isAttached(end) ? shapes.get(end.shapeId) : undefined
  return shape ? centre(shape) : isAttached(end) ? { x: 0, y: 0 } : end
}
function distanceOf({ from, to }: DiagramLine, page: Page): number {
  const [a, b] = [middleOf(from, page), middleOf(to, page)]
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y)
}
/** How far from the middles of its sides a line ends, in units: those nearer to them run within the others. */
function asideOf({ line, at }: Plan, sides: Led['sides'], { shapes }: Page): number {
  return ENDS.reduce((sum, which) => {
    const [end, share] = [line[which], at[which]]
    const shape = isAttached(end) ? shapes.get(end.shapeId) : undefined
    return sum + (shape && share !== undefined ? Math.abs(share - 0.5) * lengthOfSide(shape, sides[which]) : 0)
  }, 0)
}
/** The shortest first: they take the direct ways; of lines alike those in the middle. */
function sortLines(lines: readonly DiagramLine[], page: Page, plans: ReadonlyMap<string, Plan>): DiagramLine[] {
  return lines
    .map((line) => {
      const plan = plans.get(line.id)
      return { line, distance: Math.round(distanceOf(line, page) / ALIKE), aside: plan ? asideOf(plan, plan.sides, page) : 0 }
    })
    .sort((a, b) => a.distance - b.distance || a.aside - b.aside || a.line.order - b.line.order || (a.line.id < b.line.id ? -1 : 1))
    .map(({ line }) => line)
}
const ALIKE = 20
const sortPlans = (plans: ReadonlyMap<string, Plan>, page: Page): Plan[] =>
  sortLines(
    [...plans.values()].map(({ line }) => line),
    page,
    plans
  ).flatMap(({ id }) => plans.get(id) ?? [])

function regionOf(line: DiagramLine, page: Page): Box {
  return grow(page.extentOf({ ...bareLine(line), points: [] }), NEAR)
}

interface Choosing {
  readonly budget: { left: number }
  readonly isOpen: ReadonlySet<string>
  readonly doesGiveWay: boolean
}

/** The sides a line leaves and arrives on: those that face each other where that is free. */
function chooseSides(line: DiagramLine, page: Page, plans: ReadonlyMap<string, Plan>, { budget, isOpen, doesGiveWay }: Choosing): Plan {
  const bare = bareLine(line)
  const present = doesGiveWay ? findSides(line, page.shapes) : null
  const own = listShapes(line)
  const used = page
    .linesNear(regionOf(line, page))
    .flatMap((other) => (isOpen.has(other.id) ? [] : dropShared(other, page.legsOf(other), own)))
  const choice = (which: Which): Choice => {
    const end = bare[which]
    const side = isAttached(end) ? end.side : undefined
    const at = isAttached(end) ? end.at : undefined
    const crowd = new Map(SIDES.map((each) => [each, isAttached(end) ? countOn(page, plans, end.shapeId, each, isOpen) : 0]))
    return {
      sides: side === undefined ? SIDES : [side],
      at,
      costOf: (each) => (present === null ? Math.min(MOST_CROWD, CROWD * (crowd.get(each) ?? 0)) : each === present[which] ? 0 : OTHER_SIDE)
    }
  }
  const { sides, way } = leadLine(bare, page, { from: choice('from'), to: choice('to'), used, budget }, 'none')
  return { line, bare, sides, way, at: {}, isBundled: false }
}

/** Where lines meet at a shape they may still be spread: the legs that end there do not count. */
function dropShared(line: DiagramLine, legs: readonly Leg[], ids: readonly string[]): readonly Leg[] {
  const shares = (end: LineEnd): boolean => isAttached(end) && ids.includes(end.shapeId)
  return legs.slice(shares(line.from) ? 1 : 0, shares(line.to) ? -1 : undefined)
}

function countOn(page: Page, plans: ReadonlyMap<string, Plan>, shapeId: string, side: Side, isOpen: ReadonlySet<string>): number {
  let count = 0
  for (const line of page.linesAt(shapeId)) {
    if (isOpen.has(line.id) && !plans.has(line.id)) continue
    const sides = sidesOf(line, page, plans)
    for (const which of ENDS) {
      const end = line[which]
      if (isAttached(end) && end.shapeId === shapeId && sides[which] === side) count += 1
    }
  }
  return count
}

interface Member {
  readonly line: DiagramLine
  readonly which: Which
  readonly end: SideEnd
  readonly isFixed: boolean
  /** How far from the middle of the side it is now, in units. */
  readonly offset: number
}

/**
 * Gives every end on the sides of these shapes its place; lines that were not asked for and get another one are led too, where
 * the shape is open to that.
 */
function spread(page: Page, plans: Map<string, Plan>, shapes: ReadonlyMap<string, boolean>, most: number): void {
  for (const [shapeId, isOpen] of shapes) {
    const shape = page.shapes.get(shapeId)
    if (!shape) continue
    const bySide = new Map<Side, Member[]>(SIDES.map((side) => [side, []]))
    for (const line of page.linesAt(shapeId)) {
      if (line.route === 'straight') continue
      const sides = sidesOf(line, page, plans)
      for (const which of ENDS) {
        const end = line[which]
        if (isAttached(end) && end.shapeId === shapeId) bySide.get(sides[which])?.push(readMember(page, plans, line, which, sides[which]))
      }
    }
    for (const [side, members] of bySide) {
      const stays = ({ line, isFixed }: Member): boolean => isFixed || !(isOpen || plans.has(line.id))
      const movable = members.filter((member) => !stays(member))
      if (movable.length === 0) continue
      const length = lengthOfSide(shape, side)
      const isBundled = members.length > 1 && isBundle(page, shapeId, members)
      const offsets =
        isBundled || members.length === 1
          ? new Map<string, number>()
          : spreadEnds(
              members.map((member) => (stays(member) ? { ...member.end, fixed: member.offset } : member.end)),
              side,
              length
            )
      for (const member of movable) {
        const offset = offsets.get(member.line.id) ?? 0
        const at = Math.abs(offset) < 0.5 ? undefined : roundShare(0.5 + offset / length)
        setPlace(page, plans, member, { offset, at, isBundled, most, side })
      }
    }
  }
}

/** A line whose end shares its side with none that leads elsewhere is led straight from where it was spread to at the other. */
const STRAIGHTEN = 24

function straighten(page: Page, plans: Map<string, Plan>): void {
  for (const plan of plans.values()) {
    const { line, sides, at, isBundled } = plan
    const isOpposite = isUpright(sides.from) === isUpright(sides.to) && sides.from !== sides.to
    if (isBundled || !isOpposite || !isLed(line) || (at.from === undefined && at.to === undefined)) continue
    const alone = (['to', 'from'] as const).find((which) => isAloneOn(page, plans, plan, which))
    if (alone === undefined) continue
    const moved = alone === 'to' ? 'from' : 'to'
    const [end, other] = [line[alone], line[moved]]
    if (!isAttached(end) || !isAttached(other)) continue
    const [shape, from] = [page.shapes.get(end.shapeId), page.shapes.get(other.shapeId)]
    if (!shape || !from) continue
    const port = placePort(from, sides[moved], placeOf(plan, moved))
    const length = lengthOfSide(shape, sides[alone])
    const by = isUpright(sides[alone]) ? port.x - centre(shape).x : port.y - centre(shape).y
    if (Math.abs(by) > Math.min(STRAIGHTEN, 0.4 * length)) continue
    const { [alone]: _before, ...others } = at
    plans.set(line.id, { ...plan, at: Math.abs(by) < 0.5 ? others : { ...others, [alone]: roundShare(0.5 + by / length) } })
  }
}
/** Where along its side an end stands: where a person put it, else where it was spread to. */
const placeOf = ({ bare, at }: Plan, which: Which): number | undefined => {
  const end = bare[which]
  return (isAttached(end) ? end.at : undefined) ?? at[which]
}
const roundShare = (share: number): number => Math.round(share * 10_000) / 10_000

/** Whether all that ends on the side of one end joins the same two shapes. */
function isAloneOn(page: Page, plans: ReadonlyMap<string, Plan>, { line, sides }: Plan, which: Which): boolean {
  const [end, other] = [line[which], line[which === 'from' ? 'to' : 'from']]
  if (!isAttached(end) || !isAttached(other) || fastenedOf(end, line.isRouted) === 'place') return false
  return page.linesAt(end.shapeId).every((each) => {
    if (listShapes(each).includes(other.shapeId) && !isLoop(each)) return true
    const own = sidesOf(each, page, plans)
    return ENDS.every((one) => {
      const at = each[one]
      return !isAttached(at) || at.shapeId !== end.shapeId || own[one] !== sides[which]
    })
  })
}

interface PlaceOnSide {
  readonly offset: number
  readonly at: number | undefined
  readonly isBundled: boolean
  readonly most: number
  readonly side: Side
}
function setPlace(page: Page, plans: Map<string, Plan>, { line, which }: Member, { offset, at, isBundled, most, side }: PlaceOnSide): void {
  const plan = plans.get(line.id)
  if (!plan) {
    const way = page.wayOf(line)
    const isThere = Math.abs(offsetOf(page, line, which, way, side) - offset) < 1
    if (isThere || plans.size >= most) return
  }
  const known = plan ?? planAsIs(page, line)
  const { [which]: _before, ...others } = known.at
  plans.set(line.id, { ...known, at: at === undefined ? others : { ...others, [which]: at }, isBundled: known.isBundled || isBundled })
}

/** A line that keeps its sides, and its places along them until one is given to it. */
function planAsIs(page: Page, line: DiagramLine): Plan {
  const sides = findSides(line, page.shapes)
  const at: Partial<Record<Which, number>> = {}
  for (const which of ENDS) {
    const end = line[which]
    if (isAttached(end) && end.at !== undefined) at[which] = end.at
  }
  return { line, bare: bareLine(line), sides, way: page.wayOf(line), at, isBundled: false }
}

/** How far from the middle of its side a line ends, in units. */
function offsetOf(page: Page, line: DiagramLine, which: Which, way: readonly Point[], side: Side): number {
  const end = line[which]
  const shape = isAttached(end) ? page.shapes.get(end.shapeId) : undefined
  const port = which === 'from' ? way[0] : way.at(-1)
  if (!shape || !port) return 0
  const middle = centre(shape)
  return isUpright(side) ? port.x - middle.x : port.y - middle.y
}

function readMember(page: Page, plans: ReadonlyMap<string, Plan>, line: DiagramLine, which: Which, side: Side): Member {
  const plan = plans.get(line.id)
  const way = plan?.way ?? page.wayOf(line)
  const isFixed = !isLed(line) || isLoop(line) || fastenedOf(line[which], line.isRouted) === 'place'
  const offset = offsetOf(page, line, which, plan && isLed(line) ? plan.way : page.wayOf(line), side)
  return {
    line,
    which,
    isFixed,
    offset,
    end: {
      lineId: line.id,
      way: which === 'from' ? way : way.toReversed(),
      fixed: isFixed ? offset : null,
      rank: isLoop(line) ? 0 : rankOf(page, line, which, sidesOf(line, page, plans))
    }
  }
}

/** Lines between the same two shapes lie side by side: in one order at the first, in that which does not cross them at the other. */
function rankOf(page: Page, line: DiagramLine, which: Which, sides: Led['sides']): number {
  const [a, b] = listShapes(line)
  if (a === undefined || b === undefined) return 0
  const others = page.linesAt(a).filter((other) => listShapes(other).includes(b))
  if (others.length < 2) return 0
  const rank = others
    .map(({ id }) => id)
    .sort()
    .indexOf(line.id)
  const isFirst = (which === 'from' ? a : b) === (a < b ? a : b)
  return isFirst || keepsOrder(sides.from, sides.to) ? rank : -rank
}
const isFar = (side: Side): boolean => side === 'right' || side === 'bottom'
/** Between opposite sides the order along them stays, between the same side it turns round. */
const keepsOrder = (a: Side, b: Side): boolean => (isUpright(a) === isUpright(b) ? a !== b : isFar(a) !== isFar(b))

const MEMBERS: readonly string[] = SHAPE_KINDS.organisation
/** As many plain lines from one shape to shapes that nothing else leads to are branches of one tree. */
const BRANCHES = 3

/** Branches are drawn with one stem: of an organisation, and of a tree. */
function isBundle(page: Page, shapeId: string, members: readonly Member[]): boolean {
  if (members.some(({ isFixed }) => isFixed)) return false
  const kindOf = (end: LineEnd): string => (isAttached(end) ? (page.shapes.get(end.shapeId)?.kind ?? '') : '')
  if (members.every(({ line }) => MEMBERS.includes(kindOf(line.from)) && MEMBERS.includes(kindOf(line.to)))) {
    const isOneWay = members.every(({ which }) => which === members[0]?.which)
    return isOneWay
  }
  if (members.length < BRANCHES) return false
  return members.every(({ line, which }) => {
    const { to } = line
    if (which !== 'from' || line.label.trim() !== '' || line.startHead !== 'none' || !isAttached(to)) return false
    return (
      to.shapeId !== shapeId &&
      page.linesAt(to.shapeId).filter((other) => isAttached(other.to) && other.to.shapeId === to.shapeId).length === 1
    )
  })
}

/** The way of a line on its sides and places, beside those led before. */
/** Others that meet it may have been led later: each line that meets one looks for a better way once more. */
const MOST_AGAIN = 60

function leadAgain(page: Page, plans: Map<string, Plan>, done: Map<string, DiagramLine>, budget: { left: number }): void {
  if (plans.size > MOST_AGAIN) return
  for (const plan of sortPlans(plans, page)) {
    const own = done.get(plan.line.id)
    if (!own || plan.isBundled || !meetsAny(page.wayOf(own), listUsed(plan, page, plans, done))) continue
    const line = leadOn(plan, page, plans, done, budget, 'all')
    done.set(line.id, line)
    plans.set(line.id, { ...plan, way: page.wayOf(line) })
  }
}

/** The legs of the lines about that are led already. */
function listUsed(plan: Plan, page: Page, plans: ReadonlyMap<string, Plan>, done: ReadonlyMap<string, DiagramLine>): Leg[] {
  const { line, isBundled } = plan
  const mates = isBundled ? new Set(listShapes(line)) : null
  const isMate = (other: DiagramLine): boolean => mates !== null && listShapes(other).some((id) => mates.has(id))
  const region = regionOf(line, page)
  const used: Leg[] = []
  for (const other of page.linesNear(region)) if (!plans.has(other.id) && !isMate(other)) used.push(...page.legsOf(other))
  for (const other of done.values())
    if (other.id !== line.id && overlaps(page.extentOf(other), region) && !isMate(other)) used.push(...page.legsOf(other))
  return used
}

function leadOn(
  plan: Plan,
  page: Page,
  plans: ReadonlyMap<string, Plan>,
  done: ReadonlyMap<string, DiagramLine>,
  budget: { left: number },
  minds: Minds
): DiagramLine {
  const { line, bare, sides, isBundled } = plan
  const used = listUsed(plan, page, plans, done)
  const choice = (which: Which): Choice => ({ sides: [sides[which]], at: placeOf(plan, which), costOf: () => 0 })
  const led = leadLine(bare, page, { from: choice('from'), to: choice('to'), used, budget }, isBundled ? 'none' : minds)
  const result = settle(bare, led.line, page)
  const route = routeLine(result, page.shapes)
  const around = lookAround(result, page, route.points, 8)
  const boxes = [
    ...around.hard,
    ...[result.from, result.to].flatMap((end) => (isAttached(end) ? (page.shapes.get(end.shapeId) ?? []) : []))
  ]
  const labels = line.label.trim() === '' ? [] : listLabels(result, page, plans, done)
  return placeLabel(result, route.points, route.labelAt, [boxes, labels])
}

/** Where the labels of lines about lie. */
function listLabels(line: DiagramLine, page: Page, plans: ReadonlyMap<string, Plan>, done: ReadonlyMap<string, DiagramLine>): Box[] {
  const others = page.linesNear(grow(page.extentOf(line), NEAR)).filter(({ id }) => !plans.has(id))
  return [...others, ...done.values()].flatMap((each) => (each.id === line.id || each.label.trim() === '' ? [] : [page.labelOf(each)]))
}

/** What was found written on the line, if it differs from what the line does by itself. */
function settle(bare: DiagramLine, found: DiagramLine, page: Page): DiagramLine {
  const sides = findSides(bare, page.shapes)
  const isPlain =
    found.points.length === 0 &&
    ENDS.every((which) => {
      const [own, other] = [bare[which], found[which]]
      return !isAttached(own) || !isAttached(other) || (other.side === sides[which] && other.at === own.at)
    })
  if (isPlain) return bare
  const mark = (which: Which): LineEnd => {
    const end = found[which]
    const fastened = fastenedOf(bare[which], false)
    return !isAttached(end) || fastened === null ? end : { ...end, fastened }
  }
  return { ...found, from: mark('from'), to: mark('to'), isRouted: true }
}

function differs(line: DiagramLine, before: DiagramLine | undefined): boolean {
  if (!before) return true
  const read = ({ from, to, points, isRouted, labelAt }: DiagramLine): string =>
    JSON.stringify([readEnd(from), readEnd(to), points.map(({ x, y }) => [x, y]), isRouted ?? false, labelAt ?? null])
  return read(line) !== read(before)
}
const readEnd = (end: LineEnd): unknown[] =>
  isAttached(end) ? [end.shapeId, end.side ?? null, end.at ?? null, end.fastened ?? null] : [end.x, end.y]
