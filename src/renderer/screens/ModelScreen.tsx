import type { ReactNode } from 'react'
import { ModelCanvas } from '../features/model-canvas/index.ts'

/** The gallery, or the canvas of one model. */
export function ModelScreen({ modelId, elementId }: { modelId?: string; elementId?: string }): ReactNode {
  if (modelId) return <ModelCanvas key={modelId} modelId={modelId} {...(elementId ? { elementId } : {})} />
  return <div className="page">{modelId}</div>
}
