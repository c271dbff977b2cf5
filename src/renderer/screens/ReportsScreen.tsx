import type { ReactNode } from 'react'

export function ReportsScreen(_: { walkId?: number; modelId?: string }): ReactNode {
  return <div className="page" />
}
