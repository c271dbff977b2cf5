import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from '@mantine/core'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { ColumnGrip } from './ColumnGrip.tsx'
import { CopyMenu, type CopyPlace } from './CopyMenu.tsx'
import { drawAt, roomAfter, stepOf } from './row-scale.ts'

export interface DataColumn<Row, Sort extends string> {
  id: string
  header: string
  /** Its whole name, where the header is shorter. */
  hint?: string
  /** CSS grid track: `minmax(160px, 2fr)`. */
  width: string
  align?: 'start' | 'end'
  sort?: Sort
  /** Left out when the table is narrower than this, in pixels. */
  hideBelow?: number
  /** What can be done with the column; stands beside its name. */
  menu?: ReactNode
  render: (row: Row) => ReactNode
}

/** Rows marked for something to be done with all of them. */
export interface DataMarks<Row> {
  isMarked: (row: Row) => boolean
  /** Of all rows, seen or not. */
  state: 'none' | 'some' | 'all'
  /** `isRange`: everything from the row marked last to this one. */
  onMark: (row: Row, index: number, isRange: boolean) => void
  onMarkAll: (isAll: boolean) => void
  /** What a box is called, for who can't see its row. */
  nameOf: (row: Row) => string
  allLabel: string
}

interface DataTableProps<Row, Sort extends string> {
  label: string
  total: number
  columns: readonly DataColumn<Row, Sort>[]
  /** Undefined while that row's page is on its way. */
  rowAt: (index: number) => Row | undefined
  sort: { by: Sort; descending: boolean }
  onSort: (sort: { by: Sort; descending: boolean }) => void
  onOpen: (row: Row, index: number) => void
  /** First and last row in sight, so that the owner fetches the pages around them. */
  onRange: (first: number, last: number) => void
  isSelected?: (row: Row) => boolean
  /** The row to begin at: where somebody comes back to. */
  startAt?: number
  /** A cell or a row (tabs between cells) goes to the clipboard: Ctrl/Cmd+C, or the menu of the right button. */
  onCopy: (text: string) => void
  /** With boxes to mark rows by; Space marks the active row, Ctrl/Cmd+A all. */
  marks?: DataMarks<Row>
  /** A column was drawn wider or narrower, in pixels. */
  onResize?: (id: string, width: number) => void
  resizeLabel?: string
  /** The table scrolls sideways rather than get narrower than this, in pixels. */
  minWidth?: number
}

const ROW_HEIGHT = 38
/** The header stays in sight above the rows; the style sheet knows the same number. */
const HEAD_HEIGHT = 40

/** A row's cells as they are read, for a spreadsheet. */
function readRow(row: Element): string {
  return [...row.querySelectorAll(':scope > .data-cell')].map(readCell).join('\t')
}
const readCell = (cell: Element): string => (cell instanceof HTMLElement ? cell.innerText.trim() : '')

/** A table of any length: draws only the rows in sight. Arrow keys move, Enter opens, Ctrl/Cmd+C copies the row, headers sort. */
export function DataTable<Row, Sort extends string>({
  label,
  total,
  columns: all,
  rowAt,
  sort,
  onSort,
  onOpen,
  onRange,
  isSelected,
  startAt,
  onCopy,
  marks,
  onResize,
  resizeLabel = '',
  minWidth
}: DataTableProps<Row, Sort>): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(Infinity)
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      setWidth(element.clientWidth)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])
  const columns = all.filter(({ hideBelow = 0 }) => width >= hideBelow)
  const [active, setActive] = useState(startAt ?? -1)
  const [copyPlace, setCopyPlace] = useState<CopyPlace | null>(null)
  const id = useId()
  const step = stepOf(total, ROW_HEIGHT)
  const viewport = (scroller.current?.clientHeight ?? 400) - HEAD_HEIGHT
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => step,
    paddingEnd: roomAfter(viewport, step, ROW_HEIGHT),
    overscan: 12,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT
  })
  const isStarted = useRef(startAt === undefined)
  useEffect(() => {
    if (isStarted.current || startAt === undefined || total <= startAt) return
    isStarted.current = true
    virtual.scrollToIndex(startAt, { align: 'center' })
  }, [startAt, total, virtual])
  const scrolled = virtual.scrollOffset ?? 0
  const items = virtual
    .getVirtualItems()
    .map(({ index, start }) => ({ index, top: drawAt(start - HEAD_HEIGHT, scrolled, step, ROW_HEIGHT) }))
    // Of a million rows many share the room of one on the scrollbar's way: only those in sight are drawn.
    .filter(({ top }) => step === ROW_HEIGHT || (top > scrolled - 4 * ROW_HEIGHT && top < scrolled + viewport + 4 * ROW_HEIGHT))
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    onRange(first, last)
  }, [first, last, onRange])
  const template = [...(marks ? ['20px'] : []), ...columns.map(({ width: track }) => track)].join(' ')

  const move = (to: number): void => {
    const index = Math.max(0, Math.min(total - 1, to))
    setActive(index)
    virtual.scrollToIndex(index, step === ROW_HEIGHT ? {} : { align: 'start' })
  }
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW_HEIGHT) - 2)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return
    const target = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: total - 1 }[
      event.key
    ]
    if (target !== undefined) {
      event.preventDefault()
      move(target)
    }
    const isCopying = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'c'
    // Text the person has marked goes to the clipboard the usual way; a row out of sight isn't drawn, so there is nothing to read.
    const shown = document.getElementById(`${id}-${active}`)
    if (isCopying && shown && window.getSelection()?.toString() === '') onCopy(readRow(shown))
    if (marks && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault()
      marks.onMarkAll(true)
    }
    const marked = event.key === ' ' && active >= 0 ? rowAt(active) : undefined
    if (marks && marked) {
      event.preventDefault()
      marks.onMark(marked, active, event.shiftKey)
    }
    const row = event.key === 'Enter' && active >= 0 ? rowAt(active) : undefined
    if (row) onOpen(row, active)
  }

  return (
    <div
      ref={scroller}
      className="data-table"
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + (marks ? 1 : 0)}
      aria-multiselectable={marks ? true : undefined}
      tabIndex={0}
      aria-activedescendant={active >= 0 && items.some(({ index }) => index === active) ? `${id}-${active}` : undefined}
      onKeyDown={onKeyDown}
      data-testid="table-scroll"
    >
      <div role="rowgroup" className="data-sticky" style={{ minWidth }}>
        <div className="data-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {marks && (
            <div role="columnheader" className="data-mark">
              <Checkbox
                size="xs"
                aria-label={marks.allLabel}
                checked={marks.state === 'all'}
                indeterminate={marks.state === 'some'}
                onChange={({ currentTarget }) => {
                  marks.onMarkAll(currentTarget.checked)
                }}
                data-testid="mark-all"
              />
            </div>
          )}
          {columns.map((column) => (
            <HeaderCell
              key={column.id}
              column={column}
              sort={sort}
              onSort={onSort}
              grip={
                onResize && (
                  <ColumnGrip
                    label={`${resizeLabel} ${column.header}`}
                    onResize={(to) => {
                      onResize(column.id, to)
                    }}
                  />
                )
              }
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative', minWidth }}>
        {items.map(({ index, top }) => {
          const row = rowAt(index)
          const state = `${index === active ? 'is-active' : ''} ${row && isSelected?.(row) ? 'is-selected' : ''}`
          return (
            <div
              key={index}
              id={`${id}-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={marks && row ? marks.isMarked(row) : undefined}
              className={`data-row ${state} ${row && marks?.isMarked(row) ? 'is-marked' : ''}`}
              style={{ gridTemplateColumns: template, transform: `translateY(${top}px)`, height: ROW_HEIGHT }}
              onClick={(event) => {
                setActive(index)
                if (!row) return
                if (marks && (event.ctrlKey || event.metaKey || event.shiftKey)) {
                  window.getSelection()?.removeAllRanges()
                  marks.onMark(row, index, event.shiftKey)
                } else onOpen(row, index)
              }}
              onContextMenu={(event) => {
                if (!row || !(event.target instanceof Element)) return
                event.preventDefault()
                setActive(index)
                const cell = event.target.closest('[role=gridcell]')
                setCopyPlace({ x: event.clientX, y: event.clientY, cell: cell ? readCell(cell) : '', row: readRow(event.currentTarget) })
              }}
              data-testid="table-row"
            >
              {marks && (
                <div role="gridcell" className="data-mark" onClick={stopEvent}>
                  {row && (
                    <Checkbox
                      size="xs"
                      tabIndex={-1}
                      aria-label={marks.nameOf(row)}
                      checked={marks.isMarked(row)}
                      onClick={(event) => {
                        setActive(index)
                        marks.onMark(row, index, event.shiftKey)
                      }}
                      readOnly
                      data-testid="mark-row"
                    />
                  )}
                </div>
              )}
              {columns.map((column) => (
                <div key={column.id} role="gridcell" className={column.align === 'end' ? 'data-cell cell-end' : 'data-cell'}>
                  {row ? column.render(row) : <span className="cell-waiting" />}
                </div>
              ))}
            </div>
          )
        })}
      </div>
      <CopyMenu
        place={copyPlace}
        onCopy={onCopy}
        onClose={() => {
          setCopyPlace(null)
        }}
      />
    </div>
  )
}

const stopEvent = (event: MouseEvent): void => {
  event.stopPropagation()
}

interface HeaderCellProps<Row, Sort extends string> {
  column: DataColumn<Row, Sort>
  sort: { by: Sort; descending: boolean }
  onSort: (sort: { by: Sort; descending: boolean }) => void
  grip?: ReactNode
}

function HeaderCell<Row, Sort extends string>({ column, sort, onSort, grip }: HeaderCellProps<Row, Sort>): ReactNode {
  const by = column.sort
  const isSorted = by !== undefined && sort.by === by
  const className = column.align === 'end' ? 'data-cell cell-end' : 'data-cell'
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp
  return (
    <div
      role="columnheader"
      className={className}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : by ? 'none' : undefined}
    >
      {by === undefined ? (
        column.header
      ) : (
        <button
          type="button"
          data-testid={`sort-${by}`}
          onClick={() => {
            onSort({ by, descending: isSorted ? !sort.descending : column.align === 'end' })
          }}
        >
          <span className="data-title" title={column.hint ?? column.header}>
            {column.header}
          </span>
          {isSorted && <Arrow size={14} stroke={2} aria-hidden />}
        </button>
      )}
      {column.menu}
      {grip}
    </div>
  )
}
