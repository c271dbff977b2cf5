import type { ReactNode } from 'react'
import { ModelThumbnail } from '../features/model-canvas/index.ts'
import { WalkScreen as Walk } from '../features/walk/index.ts'

/** One walk, full width, with the model's diagram in small beside each step. */
export function WalkScreen({ walkId }: { walkId: number }): ReactNode {
  return <Walk key={walkId} walkId={walkId} renderDiagram={(diagram) => <ModelThumbnail {...diagram} />} />
}
