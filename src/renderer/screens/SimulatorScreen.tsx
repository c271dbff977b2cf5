import { useEffect, type ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { SimulatorPage } from '../features/simulator/SimulatorPage.tsx'
import { chooseValue } from '../features/value/value-choices.ts'
import { navigate } from '../stores/route.ts'

/** The simulator is a section of the value screen; with no orders there is none, and it stands alone: everything can be typed. */
export function SimulatorScreen(): ReactNode {
  const workspace = useWorkspace()
  const hasOrders = workspace != null && workspace.counts.orders > 0
  useEffect(() => {
    if (!hasOrders) return
    chooseValue({ tab: 'simulator' })
    navigate({ screen: 'value' })
  }, [hasOrders])
  return workspace && !hasOrders ? <SimulatorPage workspaceName={workspace.name} /> : null
}
