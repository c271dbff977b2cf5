import type { ReactNode } from 'react'
import { AssessmentList } from '../features/assessment/index.ts'
import { ModelCanvas } from '../features/model-canvas/index.ts'
import { DraftCards, ModelMenu, OwnModelCard } from '../features/model-editor/index.ts'
import { GalleryPage } from '../features/models/GalleryPage.tsx'

/** The gallery, or the canvas of one model. */
export function ModelScreen({ modelId, elementId }: { modelId?: string; elementId?: string }): ReactNode {
  if (modelId === undefined)
    return (
      <GalleryPage lastCard={<OwnModelCard />} menuOf={(model) => <ModelMenu model={model} />}>
        <DraftCards />
        <AssessmentList />
      </GalleryPage>
    )
  return <ModelCanvas key={modelId} modelId={modelId} {...(elementId ? { elementId } : {})} />
}
