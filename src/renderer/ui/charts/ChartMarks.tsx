import { memo, useId, type CSSProperties, type ReactNode } from 'react'
import { paintCss, type Mark, type Paint } from './marks.ts'

/** The marks of a chart in the colours of the theme. */
export const ChartMarks = memo(function ChartMarks({ marks }: { marks: readonly Mark[] }): ReactNode {
  const hatch = useId()
  return (
    <>
      <defs>
        <pattern id={hatch} width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V7" style={{ stroke: paintCss({ ink: 'faint', strength: 0.5 }), strokeWidth: 1.4 }} />
        </pattern>
      </defs>
      {marks.map((mark, at) => (
        <ChartMark key={at} mark={mark} hatch={hatch} />
      ))}
    </>
  )
})

const fillOf = (fill: Paint | null): string => (fill ? paintCss(fill) : 'none')

function lineOf({ stroke, weight, dash }: { stroke?: Paint; weight?: number; dash?: string }): CSSProperties {
  return stroke
    ? { stroke: paintCss(stroke), strokeWidth: weight ?? 1, strokeDasharray: dash, strokeLinecap: 'round', strokeLinejoin: 'round' }
    : {}
}

function ChartMark({ mark, hatch }: { mark: Mark; hatch: string }): ReactNode {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height } = mark
      const box = { x, y, width: Math.max(0, width), height: Math.max(0, height), rx: mark.radius }
      return (
        <>
          <rect {...box} style={{ fill: fillOf(mark.fill), ...lineOf(mark) }} />
          {mark.hatch && <rect {...box} fill={`url(#${hatch})`} />}
        </>
      )
    }
    case 'path':
      return <path d={mark.d} opacity={mark.opacity} style={{ fill: fillOf(mark.fill), ...lineOf(mark) }} />
    case 'circle':
      return <circle cx={mark.x} cy={mark.y} r={mark.r} style={{ fill: fillOf(mark.fill), ...lineOf(mark) }} />
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          className={mark.hasHalo ? 'chart-text chart-halo' : 'chart-text'}
          fontSize={mark.size}
          fontWeight={mark.isBold ? 600 : undefined}
          textAnchor={mark.anchor}
          transform={mark.turn === undefined ? undefined : `rotate(${String(mark.turn)} ${String(mark.x)} ${String(mark.y)})`}
          style={{ fill: paintCss(mark.fill) }}
        >
          {mark.text}
        </text>
      )
  }
}
