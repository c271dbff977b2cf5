import type { ReactNode } from 'react'
import { ModelEditor } from '../features/model-editor/index.ts'

/** The workshop of one own model. */
export function EditorScreen({ modelId, elementId }: { modelId: string; elementId?: string }): ReactNode {
  return <ModelEditor key={modelId} modelId={modelId} {...(elementId ? { elementId } : {})} />
}
