import type { ReactNode } from 'react'
import { PlanPage } from '../features/plan/PlanPage.tsx'

export function PlanScreen(): ReactNode {
  return <PlanPage />
}
