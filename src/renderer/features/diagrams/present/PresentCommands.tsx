import type { ReactNode } from 'react'
import { useCommand } from '../../../stores/commands.ts'
import { navigate, useRoute } from '../../../stores/route.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { openPathDialog } from './path-store.ts'
import { PathDialog } from './PathDialog.tsx'

/** Presenting from wherever the diagram is open: from the start, from what is chosen, and the order of its steps; and walking it. */
export function PresentCommands({ diagramId }: { diagramId: number }): ReactNode {
  const itemId = useDiagram(({ selection }) => (selection.size === 1 ? [...selection][0] : undefined))
  useCommand('diagram.present', () => {
    navigate({ screen: 'diagrams', diagramId, mode: 'present' })
  })
  useCommand('diagram.presentHere', () => {
    navigate({ screen: 'diagrams', diagramId, mode: 'present', ...(itemId === undefined ? {} : { itemId }) })
  })
  useCommand('diagram.path', openPathDialog)
  useCommand('walk.start', () => {
    const { route } = useRoute.getState()
    // A walk that is being walked is not begun again.
    if (route.screen === 'diagrams' && route.mode === 'walk') return
    navigate({ screen: 'diagrams', diagramId, mode: 'walk', ...(itemId === undefined ? {} : { itemId }) })
  })
  return <PathDialog />
}
