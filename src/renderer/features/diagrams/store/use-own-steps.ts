import { useEffect } from 'react'
import { client } from '../../../api/client.ts'
import { guardUndo } from '../../../stores/undo-guard.ts'

/**
 * Undo stays with the open diagram: its own edits, and whatever was done since it was opened. What was done before, its making
 * too, is asked about first.
 */
export function useOwnSteps(diagramId: number): void {
  useEffect(() => {
    let newestBefore = Infinity
    client.workspace.getState().then(
      (state) => {
        newestBefore = Math.max(state?.undo?.id ?? 0, state?.redo?.id ?? 0)
      },
      // Then all that is no edit of the diagram is asked about.
      () => undefined
    )
    return guardUndo(({ id, kind, details }) => (kind.startsWith('diagram-') && details['id'] === diagramId) || id > newestBefore)
  }, [diagramId])
}
