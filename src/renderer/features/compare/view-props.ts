import type { ReactNode } from 'react'
import type { ModelView } from '../../../shared/models/apply-variant.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { Comparison } from '../../stores/route.ts'

/** What every view that shows all models in small is given. */
export interface ViewProps {
  comparison: Comparison
  models: readonly ModelView[]
  renderThumbnail: (model: Model, litIds: ReadonlySet<string>) => ReactNode
  onChange: (changed: Comparison) => void
}
