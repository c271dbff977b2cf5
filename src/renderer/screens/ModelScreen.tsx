import type { ReactNode } from 'react'
import { ModelCanvas } from '../features/model-canvas/index.ts'
import { GalleryPage } from '../features/models/GalleryPage.tsx'

/** The gallery, or the canvas of one model. */
export function ModelScreen({ modelId, elementId }: { modelId?: string; elementId?: string }): ReactNode {
  if (modelId === undefined) return <GalleryPage />
  return <ModelCanvas key={modelId} modelId={modelId} {...(elementId ? { elementId } : {})} />
}
