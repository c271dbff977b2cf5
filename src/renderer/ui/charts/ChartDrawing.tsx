import { useDeferredValue, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartMarks } from './ChartMarks.tsx'
import { findPoint, movePoint, type ChartPoint, type Layout, type Scene } from './scene.ts'

interface ChartDrawingProps {
  /** What it shows, for those who don't see it. */
  label: string
  layout: Layout
}

/** The least room a chart is laid out for, in pixels. */
const LEAST_WIDTH = 240
/** Before the box has been measured nothing is laid out: it would all be done twice before anybody saw it. */
const NOTHING: Scene = { width: LEAST_WIDTH, height: 0, marks: [], points: [] }

/**
 * A chart one can point at: hover or the arrow keys choose a point, Enter or a click opens what is behind it, Escape lets go. What the
 * keys choose is read out.
 */
export function ChartDrawing({ label, layout }: ChartDrawingProps): ReactNode {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState<number | null>(null)
  const [chosen, setChosen] = useState<{ id: string; isByKey: boolean } | null>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = (): void => {
      setWidth(Math.max(LEAST_WIDTH, Math.floor(element.clientWidth)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [])
  const scene = useMemo(() => (width === null ? NOTHING : layout(width)), [layout, width])
  // A thousand marks are drawn in slices, so that the page answers meanwhile; their room is there from the start.
  const drawn = useDeferredValue(scene, NOTHING)
  const point = scene.points.find(({ id }) => id === chosen?.id)

  const pointAt = (event: PointerEvent): ChartPoint | undefined => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    return findPoint(scene.points, event.clientX - left, event.clientY - top)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Escape') setChosen(null)
    if ((event.key === 'Enter' || event.key === ' ') && point?.open) {
      event.preventDefault()
      point.open()
    }
    const next = movePoint(scene.points, point, event.key)
    if (!next) return
    event.preventDefault()
    setChosen({ id: next.id, isByKey: true })
  }
  return (
    <div
      ref={box}
      className="chart-box"
      role="application"
      aria-roledescription={t('charts.role')}
      aria-label={`${label}. ${t('charts.keys')}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => {
        setChosen(null)
      }}
      data-testid="chart-drawing"
    >
      <svg
        width={scene.width}
        height={scene.height}
        viewBox={`0 0 ${String(scene.width)} ${String(scene.height)}`}
        aria-hidden
        onPointerMove={(event) => {
          const id = pointAt(event)?.id
          if (id !== chosen?.id) setChosen(id === undefined ? null : { id, isByKey: false })
        }}
        onPointerLeave={() => {
          setChosen(null)
        }}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect()
          findPoint(scene.points, event.clientX - left, event.clientY - top)?.open?.()
        }}
        style={{ cursor: point?.open ? 'pointer' : undefined }}
      >
        <ChartMarks marks={drawn.marks} />
        <PointBoxes points={drawn.points} />
        {point && <ChosenMark point={point} />}
      </svg>
      {point && <Tip point={point} width={scene.width} height={scene.height} />}
      <div className="visually-hidden" aria-live="polite" data-testid="chart-reading">
        {chosen?.isByKey && point ? readPoint(point, t('charts.opens')) : ''}
      </div>
    </div>
  )
}

/** A point in one sentence. */
function readPoint({ name, facts, open }: ChartPoint, opens: string): string {
  return [name, ...facts.map(([what, value]) => (what === '' ? value : `${what}: ${value}`)), ...(open ? [opens] : [])].join('. ')
}

/** With more of them the pointer finds each all the same, but nobody looks one up by its name. */
const MOST_BOXES = 600

/** Where the points are, for whoever looks for one by its name: assistive tools and tests. */
function PointBoxes({ points }: { points: readonly ChartPoint[] }): ReactNode {
  return useMemo(
    () => points.slice(0, MOST_BOXES).map(({ id, box }) => <rect key={id} {...box} className="chart-point" data-point={id} />),
    [points]
  )
}

function ChosenMark({ point: { box, shape } }: { point: ChartPoint }): ReactNode {
  const { x, y, width, height } = box
  if (shape === 'dot') return <circle cx={x + width / 2} cy={y + height / 2} r={6} className="chart-chosen chart-chosen-dot" />
  return <rect x={x - 1} y={y - 1} width={width + 2} height={height + 2} rx={5} className="chart-chosen" />
}

/** The widest a tip gets; the style sheet knows the same number. */
const TIP = 270

function Tip({ point: { name, facts, box }, width, height }: { point: ChartPoint; width: number; height: number }): ReactNode {
  const middle = box.x + box.width / 2
  const left = Math.max(TIP / 2 - 8, Math.min(width - TIP / 2 + 8, middle))
  const isBelow = box.y < height / 3
  const top = isBelow ? Math.min(height, box.y + box.height + 10) : Math.max(0, box.y - 10)
  return (
    <div className={isBelow ? 'chart-tip' : 'chart-tip chart-tip-above'} style={{ left, top }} aria-hidden data-testid="chart-tip">
      <strong>{name}</strong>
      {facts.map(([what, value], at) => (
        <div key={at}>
          {what !== '' && <span>{what}</span>}
          <b>{value}</b>
        </div>
      ))}
    </div>
  )
}
