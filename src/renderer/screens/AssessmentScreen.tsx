import type { ReactNode } from 'react'
import { AssessmentPage } from '../features/assessment/index.ts'

/** Rating one model, and what the ratings say. */
export function AssessmentScreen({ modelId }: { modelId: string }): ReactNode {
  return <AssessmentPage key={modelId} modelId={modelId} />
}
