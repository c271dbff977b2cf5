import type { WorkspaceState } from '../../../../shared/contract/workspace.ts'

/** The changes that make a diagram, as the change log names them. */
const MADE: readonly string[] = ['diagram-created', 'diagram-copied', 'diagram-imported']

/** How a diagram called `name` went: its making was taken back, it was deleted, or nobody knows (no name: it was never read). */
export function tellLoss(
  workspace: Pick<WorkspaceState, 'undo' | 'redo'> | null | undefined,
  name: string | null
): 'takenBack' | 'deleted' | 'unknown' {
  if (name === null) return 'unknown'
  if (workspace?.redo && MADE.includes(workspace.redo.kind)) return 'takenBack'
  return workspace?.undo?.kind === 'diagram-deleted' ? 'deleted' : 'unknown'
}
