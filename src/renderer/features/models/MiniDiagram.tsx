import { useMemo, type ReactNode } from 'react'
import type { ElementState } from '../../../shared/contract/models.ts'
import { arrangeModel } from '../../../shared/models/arrange-model.ts'
import { drawElement } from '../../../shared/models/diagram-nodes.ts'
import { hasEvidence } from '../../../shared/models/hold.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { NodeText } from '../../../shared/models/node-text.ts'
import { useModelView } from '../../stores/views.ts'
import { DrawnShapes } from '../../ui/DrawnShapes.tsx'
import { useFormats } from '../../ui/formats.tsx'

const MARGIN = 16
const SILENT: NodeText = {
  number: null,
  name: '',
  prompt: null,
  state: null,
  segments: [],
  segmentTotal: 0,
  figures: [],
  lines: [],
  label: ''
}

/** The diagram in small, as the canvas arranges it in the view last chosen: outlines and lines, coloured by the state of each element. */
export function MiniDiagram({ model, states }: { model: Model; states: ReadonlyMap<string, ElementState> }): ReactNode {
  const { language } = useFormats()
  const { view } = useModelView(model)
  const { placed, routes, bounds } = useMemo(() => arrangeModel(view, language), [view, language])
  return (
    <div className="mini-diagram">
      <svg
        viewBox={`${bounds.x - MARGIN} ${bounds.y - MARGIN} ${bounds.width + 2 * MARGIN} ${bounds.height + 2 * MARGIN}`}
        preserveAspectRatio="xMidYMid meet"
        aria-hidden
      >
        {placed.map((each) => (
          <g
            key={each.element.id}
            className={`mini-${each.shape} mini-state-${(hasEvidence(each.element) ? states.get(each.element.id) : null) ?? 'unknown'}`}
          >
            <DrawnShapes shapes={drawElement(each, SILENT, language).filter((shape) => 'outline' in shape && shape.outline)} />
          </g>
        ))}
        {routes.map(({ id, path, style }) => (
          <path key={id} className={`mini-line mini-line-${style.line}`} d={path} />
        ))}
      </svg>
    </div>
  )
}
