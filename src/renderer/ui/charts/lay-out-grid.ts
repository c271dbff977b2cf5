import { fitText, measureText } from '../../../shared/models/text-measure.ts'
import { TEXT } from './axes.ts'
import type { Ink, Mark, Paint } from './marks.ts'
import type { ChartPoint, Layout } from './scene.ts'

export interface GridCell {
  readonly id: string
  readonly name: string
  readonly facts: readonly (readonly [string, string])[]
  /** The figure in the cell; empty: none. */
  readonly text: string
  /** What stands under the figure where there is room. */
  readonly detail?: string
  readonly fill: Paint | null
  /** Not known yet, or not whole. */
  readonly isHatched?: boolean
  /** A line under the figure, in the colour of what the cell belongs to. */
  readonly underline?: Ink
  readonly open?: () => void
}
export interface GridRow {
  readonly name: string
  /** A second word beside the name: a size. */
  readonly note?: string
  /** Set apart from the rows above: a mean, a sum. */
  readonly isSummary?: boolean
  /** Null: no such cell. */
  readonly cells: readonly (GridCell | null)[]
}
export interface GridInput {
  readonly rows: readonly GridRow[]
  readonly columns: readonly string[]
  readonly cellHeight: number
  /** What the columns are; stands above them. */
  readonly columnTitle?: string
  readonly rowTitle?: string
  /** No wider than this, so that few columns don't become a wall. */
  readonly widestCell?: number
  /** Words at the foot, under the columns' ends. */
  readonly feet?: readonly [string, string, string]
}
const GAP = 3
const SUMMARY_GAP = 10

/** A table of tinted cells, figures in them. */
export function layOutGrid(input: GridInput): Layout {
  const { rows, columns, cellHeight, columnTitle, rowTitle, widestCell = Infinity, feet } = input
  return (width) => {
    const names = Math.max(...rows.map(({ name }) => measureText(name, TEXT)), rowTitle === undefined ? 0 : measureText(rowTitle, TEXT))
    const notes = Math.max(...rows.map(({ note = '' }) => measureText(note, 11)))
    const nameRoom = Math.min(width * 0.34, names) + 10
    const left = nameRoom + (notes > 0 ? notes + 12 : 0)
    const cell = Math.min(widestCell, (width - left) / columns.length)
    const headings = fitHeadings(columns, cell - 6)
    const top = columns.some((each) => each !== '') ? 11 + headings.lines * 13 + (columnTitle === undefined ? 0 : 20) : 0
    const marks: Mark[] = []
    const points: ChartPoint[] = []
    const muted = { ink: 'muted' } as const
    if (columnTitle !== undefined) marks.push({ kind: 'text', x: left, y: 13, text: columnTitle, fill: muted, size: TEXT })
    if (rowTitle !== undefined && top > 0) marks.push({ kind: 'text', x: 0, y: top - 8, text: rowTitle, fill: muted, size: TEXT })
    headings.columns.forEach((lines, at) => {
      lines.forEach((text, line) => {
        const y = top - 8 - (lines.length - 1 - line) * 13
        marks.push({ kind: 'text', x: left + (at + 0.5) * cell, y, text, fill: muted, size: headings.size, anchor: 'middle' })
      })
    })
    let y = top
    rows.forEach((row, at) => {
      const fitted = fitText(row.name, { width: nameRoom - 8, maxLines: cellHeight < 30 ? 1 : 2, size: TEXT, least: 10 })
      fitted.lines.forEach((line, index) =>
        marks.push({
          kind: 'text',
          x: 0,
          y: y + cellHeight / 2 + 4 + (index - (fitted.lines.length - 1) / 2) * 13,
          text: line,
          fill: { ink: 'ink' },
          size: fitted.size,
          isBold: row.isSummary === true
        })
      )
      if (row.note !== undefined)
        marks.push({ kind: 'text', x: left - 12, y: y + cellHeight / 2 + 4, text: row.note, fill: muted, size: 11, anchor: 'end' })
      row.cells.forEach((each, column) => {
        if (!each) return
        const box = { x: left + column * cell + GAP / 2, y: y + GAP / 2, width: cell - GAP, height: cellHeight - GAP }
        marks.push(...drawCell(each, box))
        points.push({
          id: each.id,
          name: each.name,
          facts: each.facts,
          box,
          column,
          row: at,
          shape: 'box',
          ...(each.open ? { open: each.open } : {})
        })
      })
      y += cellHeight + (row.isSummary ? SUMMARY_GAP : 0)
    })
    if (feet) {
      const [start, middle, end] = feet
      const right = left + columns.length * cell
      marks.push({ kind: 'text', x: left, y: y + 18, text: start, fill: muted, size: TEXT })
      marks.push({ kind: 'text', x: (left + right) / 2, y: y + 18, text: middle, fill: { ink: 'ink' }, size: TEXT, anchor: 'middle' })
      marks.push({ kind: 'text', x: right, y: y + 18, text: end, fill: muted, size: TEXT, anchor: 'end' })
      y += 26
    }
    return { width, height: y, marks, points }
  }
}

/** The columns' names in one size, the largest at which all of them fit on two lines. */
function fitHeadings(names: readonly string[], width: number): { columns: readonly (readonly string[])[]; size: number; lines: number } {
  const size = Math.min(...names.map((text) => fitText(text, { width, maxLines: 2, size: TEXT, least: 9 }).size))
  const columns = names.map((text) => fitText(text, { width, maxLines: 2, size, least: size }).lines)
  return { columns, size, lines: Math.max(1, ...columns.map(({ length }) => length)) }
}

type Box = ChartPoint['box']

function drawCell({ text, detail, fill, isHatched, underline }: GridCell, box: Box): Mark[] {
  const { x, y, width, height } = box
  const marks: Mark[] = [
    {
      kind: 'rect',
      ...box,
      radius: 4,
      fill,
      ...(fill === null || isHatched ? { stroke: { ink: 'line' } } : {}),
      ...(isHatched ? { hatch: true } : {})
    }
  ]
  if (underline)
    marks.push({ kind: 'rect', x: x + 3, y: y + height - 4, width: width - 6, height: 3, radius: 1.5, fill: { ink: underline } })
  const middle = y + height / 2
  const size = Math.min(13, Math.max(9, Math.floor(width / 4)))
  const fitsText = text !== '' && measureText(text, size) <= width - 2
  const lines = detail === undefined || height < 44 ? [] : fitDetail(detail, width - 8)
  const shift = lines.length * 6
  const isBold = detail !== undefined
  if (fitsText)
    marks.push({
      kind: 'text',
      x: x + width / 2,
      y: middle + 4.5 - shift,
      text,
      fill: { ink: 'ink' },
      size,
      anchor: 'middle',
      isBold,
      hasHalo: isHatched === true
    })
  lines.forEach((line, at) =>
    marks.push({
      kind: 'text',
      x: x + width / 2,
      y: middle + 17 - shift + at * 12,
      text: line,
      fill: { ink: 'ink' },
      size: 10.5,
      anchor: 'middle'
    })
  )
  return marks
}

/** At most two short lines, or none: half a word says nothing. */
function fitDetail(detail: string, width: number): readonly string[] {
  const { lines, isCut } = fitText(detail, { width, maxLines: 2, size: 10.5, least: 10 })
  return isCut ? [] : lines
}
