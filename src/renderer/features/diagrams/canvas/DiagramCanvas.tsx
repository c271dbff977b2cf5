import '@xyflow/react/dist/base.css'
import './diagram-canvas.css'
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react'
import { useRef, type ReactNode } from 'react'
import { useDiagram } from '../store/use-diagram.ts'
import { ItemLayer } from './ItemLayer.tsx'
import { useView, ZOOM_LIMITS } from './use-view.ts'

export type CanvasMode = 'explore' | 'edit' | 'present'

interface DiagramCanvasProps {
  mode: CanvasMode
  /** Opens what a linked shape stands for, in explore and present. */
  onOpen?: (itemId: string) => void
}

/** The page of the open diagram: to look at and travel, to edit, or to be presented. */
export function DiagramCanvas(props: DiagramCanvasProps): ReactNode {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas({ mode, onOpen }: DiagramCanvasProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const name = useDiagram((state) => state.name)
  const hasGrid = useDiagram((state) => state.settings.hasGrid) && mode === 'edit'
  const select = useDiagram((state) => state.select)
  const view = useView(frame)
  return (
    <div ref={frame} className={`diagram-canvas diagram-${mode}`} data-testid="diagram-canvas" role="application" aria-label={name}>
      <ReactFlow
        nodes={NONE}
        edges={NONE}
        minZoom={ZOOM_LIMITS.least}
        maxZoom={ZOOM_LIMITS.most}
        panOnScroll
        zoomOnDoubleClick={false}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        disableKeyboardA11y
        onMoveStart={(event) => {
          if (event) view.release()
        }}
        proOptions={{ hideAttribution: true }}
      >
        {hasGrid && <Background variant={BackgroundVariant.Dots} gap={20} size={1.1} color="var(--line)" bgColor="transparent" />}
        <ViewportPortal>
          <ItemLayer
            onPress={(id) => {
              select([id])
              if (mode !== 'edit') onOpen?.(id)
            }}
          />
        </ViewportPortal>
      </ReactFlow>
    </div>
  )
}

const NONE: never[] = []
