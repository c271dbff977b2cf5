import type { ReactNode } from 'react'
import { MetricEntries, ModelThumbnail } from '../features/model-canvas/index.ts'
import { WalkScreen as Walk } from '../features/walk/index.ts'

/** One walk, full width, with the model's diagram in small beside each step, and what a person may write down below its figures. */
export function WalkScreen({ walkId }: { walkId: number }): ReactNode {
  return (
    <Walk
      key={walkId}
      walkId={walkId}
      renderDiagram={(diagram) => <ModelThumbnail {...diagram} />}
      renderEntries={(metric) => <MetricEntries metric={metric} />}
    />
  )
}
