import type { ReactNode } from 'react'
import { SegmentsPage } from '../features/segments/SegmentsPage.tsx'

export function SegmentsScreen(): ReactNode {
  return <SegmentsPage />
}
