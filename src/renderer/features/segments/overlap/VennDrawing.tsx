import { useId, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/formats.tsx'
import { depthOf } from './name-region.ts'
import { drawVenn, type Circle } from './venn.ts'

interface VennDrawingProps {
  /** Customers of each region. */
  counts: Readonly<Record<string, number>>
  names: readonly string[]
  selected: string | null
  onSelect: (region: string) => void
}

/** Circles to scale; each region can be pointed at. The list beside it says the same and is reached by keyboard. */
export function VennDrawing({ counts, names, selected, onSelect }: VennDrawingProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const id = useId()
  const venn = useMemo(() => drawVenn(counts, names.length), [counts, names.length])
  // Inner regions last: they lie on top and take the pointer first.
  const regions = Object.keys(counts).toSorted((a, b) => depthOf(a) - depthOf(b))
  const clip = (index: number): string => `url(#${id}-in-${String(index)})`
  return (
    <svg
      className="venn"
      viewBox={`0 0 ${String(venn.width)} ${String(venn.height)}`}
      role="img"
      aria-label={t('segments.overlap.drawing', { names: names.join(', ') })}
      data-testid="venn"
    >
      <defs>
        {venn.circles.map((circle, index) => (
          <clipPath id={`${id}-in-${String(index)}`} key={index}>
            <Disc circle={circle} />
          </clipPath>
        ))}
        {regions.map((region) => (
          <mask id={`${id}-only-${region}`} key={region}>
            <rect width={venn.width} height={venn.height} fill="white" />
            {venn.circles.map((circle, index) => (region[index] === '0' ? <Disc key={index} circle={circle} fill="black" /> : null))}
          </mask>
        ))}
      </defs>
      {venn.circles.map((circle, index) => (
        <Disc key={index} circle={circle} className={`venn-disc venn-disc-${String(index)}`} />
      ))}
      {regions.map((region) => {
        const inside = names.flatMap((_, index) => (region[index] === '1' ? [index] : []))
        const shape = (
          <rect
            width={venn.width}
            height={venn.height}
            className={region === selected ? 'venn-region venn-selected' : 'venn-region'}
            mask={`url(#${id}-only-${region})`}
          />
        )
        return (
          <g
            key={region}
            data-region={region}
            className="venn-hit"
            onClick={() => {
              onSelect(region)
            }}
          >
            {inside.reduce<ReactNode>(
              (drawn, index) => (
                <g clipPath={clip(index)}>{drawn}</g>
              ),
              shape
            )}
          </g>
        )
      })}
      {venn.circles.map((circle, index) => (
        <Disc key={index} circle={circle} className={`venn-edge venn-edge-${String(index)}`} />
      ))}
      {regions.map((region) => {
        const place = venn.labels[region]
        return place && (counts[region] ?? 0) > 0 ? (
          <text key={region} x={place.x} y={place.y} className="venn-number">
            {count(counts[region] ?? 0)}
          </text>
        ) : null
      })}
    </svg>
  )
}

function Disc({ circle: { x, y, r }, ...rest }: { circle: Circle; fill?: string; className?: string }): ReactNode {
  return <circle cx={x} cy={y} r={r} {...rest} />
}
