import type { ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { ReportsPage } from '../features/reports/ReportsPage.tsx'

export function ReportsScreen(subject: { walkId?: number; modelId?: string }): ReactNode {
  const workspace = useWorkspace()
  return workspace ? <ReportsPage key={JSON.stringify(subject)} workspace={workspace} {...subject} /> : null
}
