import type { ReactNode } from 'react'
import { ComparePage } from '../features/compare/ComparePage.tsx'
import { LitCanvas, ModelThumbnail } from '../features/model-canvas/index.ts'
import type { Comparison } from '../stores/route.ts'

/** Segments, customers and topics across all models, drawn as their canvases draw them. */
export function CompareScreen({ comparison }: { comparison: Comparison }): ReactNode {
  return (
    <ComparePage
      comparison={comparison}
      renderThumbnail={(model, litIds) => <ModelThumbnail model={model} litIds={litIds} />}
      renderCanvas={(canvas) => <LitCanvas key={`${canvas.modelId} ${canvas.viewId ?? ''}`} {...canvas} />}
    />
  )
}
