import type { ReactNode } from 'react'

/** The gallery, or the canvas of one model. */
export function ModelScreen({ modelId }: { modelId?: string; elementId?: string }): ReactNode {
  return <div className="page">{modelId}</div>
}
