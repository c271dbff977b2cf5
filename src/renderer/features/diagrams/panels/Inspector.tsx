import { useMemo, type ReactNode } from 'react'
import { isLine, isShape } from '../../../../shared/diagrams/diagram.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { DiagramForm } from './DiagramForm.tsx'
import { LineForm } from './LineForm.tsx'
import { MixedForm } from './MixedForm.tsx'
import { ShapeForm } from './ShapeForm.tsx'
import './inspector.css'

/** What is chosen, to be changed: one shape or several, a line, both, or the diagram itself where nothing is. */
export function Inspector(): ReactNode {
  const items = useDiagram((state) => state.items)
  const selection = useDiagram((state) => state.selection)
  const chosen = useMemo(() => [...selection].flatMap((id) => items.get(id) ?? []), [items, selection])
  const shapes = chosen.filter(isShape)
  const lines = chosen.filter(isLine)
  // Fields begin anew with what is chosen: what was half typed belongs to the ones before.
  const key = [...selection].join(' ')
  return (
    <div className="inspector" data-testid="inspector" data-editing>
      {chosen.length === 0 && <DiagramForm />}
      {shapes.length > 0 && lines.length === 0 && <ShapeForm key={key} shapes={shapes} />}
      {lines.length > 0 && shapes.length === 0 && <LineForm key={key} lines={lines} />}
      {lines.length > 0 && shapes.length > 0 && <MixedForm key={key} shapes={shapes} lines={lines} />}
    </div>
  )
}
