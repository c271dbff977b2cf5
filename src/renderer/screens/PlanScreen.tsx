import type { ReactNode } from 'react'

export function PlanScreen(): ReactNode {
  return <div className="page" />
}
