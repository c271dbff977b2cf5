import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'

/** Free space beside and below people, and of those in a column under their manager. */
const BESIDE = 32
const BELOW = 56
const IN_COLUMN = 16
/** How far right of the middle of their manager those in a column begin: the line to them runs down there. */
const INDENT = 28
/** As many people who lead nobody stand beside each other under a manager; more stand in a column. */
const MOST_BESIDE = 3
/** Charts of their own stand in rows about this much wider than high. */
const ASPECT = 1.6

interface Branch {
  readonly shape: DiagramShape
  readonly reports: Branch[]
  isColumn: boolean
  /** Of the whole branch, and how far right of its left edge the person stands. */
  width: number
  height: number
  inset: number
}

export interface PlacedPeople {
  readonly shapes: DiagramShape[]
  /** Who stands in a column under their manager: the line comes to their left side. */
  readonly inColumn: ReadonlySet<string>
}

/**
 * People below whoever they report to, each manager above the middle of their own; where nobody of many leads anybody, in a
 * column, so that a chart of thousands does not become one row. In time linear in the people, however deep the chart is.
 * `managers`: of whom each reports to, by id, without circles.
 */
export function placePeople(shapes: readonly DiagramShape[], managers: ReadonlyMap<string, string>): PlacedPeople {
  const branches = new Map(
    shapes.map((shape): [string, Branch] => [shape.id, { shape, reports: [], isColumn: false, width: 0, height: 0, inset: 0 }])
  )
  const tops: Branch[] = []
  for (const branch of branches.values()) {
    const manager = branches.get(managers.get(branch.shape.id) ?? '')
    if (manager) manager.reports.push(branch)
    else tops.push(branch)
  }
  // Managers before their people; measured the other way round.
  const order = [...tops]
  for (let at = 0; at < order.length; at++) order.push(...(order[at]?.reports ?? []))
  for (const branch of order.toReversed()) measure(branch)
  const corners = placeTops(tops)
  for (const branch of order) placeReports(branch, corners)
  const inColumn = new Set(order.filter(({ isColumn }) => isColumn).flatMap(({ reports }) => reports.map(({ shape }) => shape.id)))
  const placed = shapes.map((shape) => {
    const { x = 0, y = 0 } = corners.get(shape.id) ?? {}
    return { ...shape, x: Math.round(x + (branches.get(shape.id)?.inset ?? 0)), y: Math.round(y) }
  })
  return { shapes: placed, inColumn }
}

function measure(branch: Branch): void {
  const { shape, reports } = branch
  branch.isColumn = reports.length > MOST_BESIDE && reports.every((report) => report.reports.length === 0)
  const heights = reports.map(({ height }) => height)
  const widths = reports.map(({ width }) => width)
  if (reports.length === 0) Object.assign(branch, { width: shape.width, height: shape.height, inset: 0 })
  else if (branch.isColumn) {
    branch.width = Math.max(shape.width, shape.width / 2 + INDENT + widths.reduce((most, width) => Math.max(most, width), 0))
    branch.height = shape.height + BELOW / 2 + heights.reduce((sum, height) => sum + height + IN_COLUMN, -IN_COLUMN)
  } else {
    const row = widths.reduce((sum, width) => sum + width + BESIDE, -BESIDE)
    const [first, last] = [reports[0], reports.at(-1)]
    const middle = first && last ? (first.inset + first.shape.width / 2 + row - last.width + last.inset + last.shape.width / 2) / 2 : 0
    // The person may reach beyond their own people to either side.
    branch.inset = Math.max(0, middle - shape.width / 2)
    branch.width = Math.max(row, branch.inset + shape.width)
    branch.height = shape.height + BELOW + heights.reduce((most, height) => Math.max(most, height), 0)
  }
}

type Corners = Map<string, { x: number; y: number }>

/** Left and top of each branch nobody leads, in rows. */
function placeTops(tops: readonly Branch[]): Corners {
  const corners: Corners = new Map()
  const area = tops.reduce((sum, { width, height }) => sum + (width + BESIDE) * (height + BELOW), 0)
  const widest = tops.reduce((most, { width }) => Math.max(most, width), Math.sqrt(area * ASPECT))
  let [x, y, rowHeight] = [0, 0, 0]
  for (const { shape, width, height } of tops) {
    if (x > 0 && x + width > widest) [x, y, rowHeight] = [0, y + rowHeight + BELOW, 0]
    corners.set(shape.id, { x, y })
    x += width + BESIDE
    rowHeight = Math.max(rowHeight, height)
  }
  return corners
}

function placeReports({ shape, reports, isColumn, inset }: Branch, corners: Corners): void {
  const own = corners.get(shape.id) ?? { x: 0, y: 0 }
  let x = isColumn ? own.x + inset + shape.width / 2 + INDENT : own.x
  let y = own.y + shape.height + (isColumn ? BELOW / 2 : BELOW)
  for (const report of reports) {
    corners.set(report.shape.id, { x, y })
    if (isColumn) y += report.height + IN_COLUMN
    else x += report.width + BESIDE
  }
}
