import type { ReactNode } from 'react'
import type { Model, ModelElement } from '../../../shared/models/model.ts'

const FRAMES = new Set<ModelElement['kind']>(['phase', 'frame', 'foundation'])

/** A model in small: the boxes where its authors put them. */
export function MiniDiagram({ model }: { model: Model }): ReactNode {
  const boxes = model.elements.filter(({ position: [, , width, height] }) => width > 0 && height > 0)
  const right = Math.max(...boxes.map(({ position: [x, , width] }) => x + width))
  const bottom = Math.max(...boxes.map(({ position: [, y, , height] }) => y + height))
  const left = Math.min(...boxes.map(({ position: [x] }) => x))
  const top = Math.min(...boxes.map(({ position: [, y] }) => y))
  const margin = 40
  return (
    <div className="mini-diagram">
      <svg
        viewBox={`${left - margin} ${top - margin} ${right - left + 2 * margin} ${bottom - top + 2 * margin}`}
        preserveAspectRatio="xMidYMid meet"
        aria-hidden
      >
        {boxes.map(({ id, kind, position: [x, y, width, height] }) => (
          <rect key={id} x={x} y={y} width={width} height={height} rx={14} className={FRAMES.has(kind) ? 'mini-frame' : 'mini-box'} />
        ))}
      </svg>
    </div>
  )
}
