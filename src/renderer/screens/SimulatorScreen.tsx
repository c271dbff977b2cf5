import type { ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { SimulatorPage } from '../features/simulator/SimulatorPage.tsx'

export function SimulatorScreen(): ReactNode {
  const workspace = useWorkspace()
  if (!workspace) return null
  return <SimulatorPage workspaceName={workspace.name} />
}
