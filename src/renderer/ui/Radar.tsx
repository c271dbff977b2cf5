import type { ReactNode } from 'react'
import { layoutRadar, type RadarSeries } from '../../shared/models/radar.ts'

interface RadarProps {
  /** What it shows, for those who don't see it; the values stand in a table beside it. */
  label: string
  names: readonly string[]
  /** At most two: the first full, the second dashed with empty squares, so that they differ without colour. */
  series: readonly RadarSeries[]
}

const MARK = 3.6

/** Values from 0 to 100 on axes around a centre. */
export function Radar({ label, names, series }: RadarProps): ReactNode {
  const layout = layoutRadar(names, series)
  const { width, height, centre, rings, spokes, labels } = layout
  return (
    <figure className="radar">
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={label}>
        {spokes.map(({ x, y }, index) => (
          <line key={names[index]} x1={centre.x} y1={centre.y} x2={x} y2={y} className="radar-line" />
        ))}
        {rings.map(({ value, points, label: place }) => (
          <g key={value}>
            <polygon points={points} className="radar-line" />
            <text x={place.x} y={place.y} className="radar-number">
              {value}
            </text>
          </g>
        ))}
        {layout.series
          .map((line, index) => (
            <g key={series[index]?.name} className={`radar-series radar-series-${String(index + 1)}`}>
              <path d={line.d} className={line.isClosed ? 'radar-closed' : undefined} />
              {line.points.map(({ x, y }) =>
                index === 0 ? (
                  <circle key={`${String(x)} ${String(y)}`} cx={x} cy={y} r={MARK} />
                ) : (
                  <rect key={`${String(x)} ${String(y)}`} x={x - MARK} y={y - MARK} width={2 * MARK} height={2 * MARK} />
                )
              )}
            </g>
          ))
          .reverse()}
        {labels.flatMap(({ x, anchor, lines }, at) =>
          lines.map(({ text, y }) => (
            <text key={`${String(at)} ${String(y)}`} x={x} y={y} textAnchor={anchor} className="radar-name">
              {text}
            </text>
          ))
        )}
      </svg>
      <figcaption>
        {series.map(({ name }, index) => (
          <span key={name}>
            <i className={`radar-key radar-key-${String(index + 1)}`} aria-hidden />
            {name}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
