import type { ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { Simulator } from '../features/simulator/SimulatorPage.tsx'
import { ValuePage } from '../features/value/ValuePage.tsx'

export function ValueScreen(): ReactNode {
  const workspace = useWorkspace()
  return <ValuePage simulator={workspace && <Simulator workspaceName={workspace.name} />} />
}
