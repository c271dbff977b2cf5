import { useQuery } from '@tanstack/react-query'
import type { WorkspaceState } from '../../shared/contract/workspace.ts'
import { orpc } from './client.ts'

/** The open workspace: undefined while asking, null when there is none. */
export function useWorkspace(): WorkspaceState | null | undefined {
  return useQuery(orpc.workspace.getState.queryOptions()).data
}
