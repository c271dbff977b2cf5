import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { drawDiamond, findAxis, layoutRadar, type RadarRole, type RadarSeries } from '../../shared/models/radar.ts'

interface RadarProps {
  /** What it shows, for those who don't see it; the values stand in a table beside it. */
  label: string
  names: readonly string[]
  /** Now full with round marks, another round dashed with squares, the target dotted with diamonds: they differ without colour. */
  series: readonly RadarSeries[]
  write: (value: number | null) => string
}

const MARK = 3.6
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Values from 0 to 100 on axes around a centre; pointing at an axis, or walking round with the arrow keys, reads its values out. */
export function Radar({ label, names, series, write }: RadarProps): ReactNode {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<number | null>(null)
  const axis = chosen !== null && chosen < names.length ? chosen : null
  const layout = layoutRadar(names, series)
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (step !== undefined) setChosen(axis === null ? 0 : (axis + step + names.length) % names.length)
    else if (event.key === 'Escape' && axis !== null) setChosen(null)
    else return
    event.preventDefault()
  }
  const onPointerMove = ({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): void => {
    const { left, top, width } = currentTarget.getBoundingClientRect()
    const scale = layout.width / width
    setChosen(findAxis(layout, { x: (clientX - left) * scale, y: (clientY - top) * scale }))
  }
  return (
    <figure className="radar">
      <div
        className="radar-keys"
        tabIndex={0}
        role="group"
        aria-label={`${label}. ${t('assessment.radarKeys')}`}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setChosen(null)
        }}
        data-testid="radar-keys"
      >
        <svg
          viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
          role="img"
          aria-label={label}
          onPointerMove={onPointerMove}
          onPointerLeave={() => {
            setChosen(null)
          }}
        >
          <RadarGrid layout={layout} names={names} axis={axis} />
          {layout.series
            .map(({ role, d, isClosed, points }) => (
              <g key={role} className={`radar-series radar-${role}`}>
                <path d={d} className={isClosed ? 'radar-closed' : undefined} />
                {points.map((point) => (
                  <RadarMark key={point.axis} role={role} x={point.x} y={point.y} size={point.axis === axis ? MARK + 1.6 : MARK} />
                ))}
              </g>
            ))
            .reverse()}
        </svg>
      </div>
      <p className="radar-readout" role="status" data-testid="radar-readout">
        {axis === null ? (
          <span className="muted">{t('assessment.radarHint')}</span>
        ) : (
          <>
            <b>{names[axis]}</b>
            {series.map(({ role, name, values }) => (
              <span key={role}>
                {name}: <b>{write(values[axis] ?? null)}</b>
              </span>
            ))}
          </>
        )}
      </p>
      <figcaption>
        {series.map(({ name, role }) => (
          <span key={role}>
            <svg className={`radar-key radar-${role}`} viewBox="0 0 30 12" aria-hidden>
              <path d="M1,6L29,6" />
              <RadarMark role={role} x={15} y={6} size={MARK} />
            </svg>
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}

function RadarGrid({
  layout: { centre, rings, spokes, labels },
  names,
  axis
}: {
  layout: ReturnType<typeof layoutRadar>
  names: readonly string[]
  axis: number | null
}): ReactNode {
  return (
    <>
      {spokes.map(({ x, y }, index) => (
        <line
          key={names[index]}
          x1={centre.x}
          y1={centre.y}
          x2={x}
          y2={y}
          className={index === axis ? 'radar-line radar-line-on' : 'radar-line'}
        />
      ))}
      {rings.map(({ value, points, label: place }) => (
        <g key={value}>
          <polygon points={points} className="radar-line" />
          <text x={place.x} y={place.y} className="radar-number">
            {value}
          </text>
        </g>
      ))}
      {labels.flatMap(({ x, anchor, lines }, at) =>
        lines.map(({ text, y }) => (
          <text
            key={`${String(at)} ${String(y)}`}
            x={x}
            y={y}
            textAnchor={anchor}
            className={at === axis ? 'radar-name radar-name-on' : 'radar-name'}
          >
            {text}
          </text>
        ))
      )}
    </>
  )
}

function RadarMark({ role, x, y, size }: { role: RadarRole; x: number; y: number; size: number }): ReactNode {
  if (role === 'now') return <circle cx={x} cy={y} r={size} />
  if (role === 'target') return <polygon points={drawDiamond({ x, y }, size + 1)} />
  return <rect x={x - size} y={y - size} width={2 * size} height={2 * size} />
}
