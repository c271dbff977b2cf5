import type { ReactNode } from 'react'

export function SegmentsScreen(): ReactNode {
  return <div className="page" />
}
