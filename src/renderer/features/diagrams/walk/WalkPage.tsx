import type { ReactNode } from 'react'
import { navigate, type DiagramMode } from '../../../stores/route.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { LinkPicker } from '../links/LinkPicker.tsx'
import { DiagramHead } from '../panels/DiagramHead.tsx'
import '../panels/page.css'
import { useDiagram } from '../store/use-diagram.ts'
import { DiagramWalk } from './DiagramWalk.tsx'

interface WalkPageProps {
  diagramId: number
  modes: readonly DiagramMode[]
  itemId?: string | undefined
}

/** The walk of a diagram under its heading and modes. Below `DiagramProvider`. */
export function WalkPage({ diagramId, modes, itemId }: WalkPageProps): ReactNode {
  const name = useDiagram((diagram) => diagram.name)
  useTopBar({ title: name })
  return (
    <section className="diagram-page" aria-label={name} data-testid="diagram-page" data-mode="walk">
      <DiagramHead
        diagramId={diagramId}
        mode="walk"
        modes={modes}
        onMode={(mode) => {
          navigate({ screen: 'diagrams', diagramId, mode })
        }}
      />
      <DiagramWalk startId={itemId} />
      <LinkPicker />
    </section>
  )
}
