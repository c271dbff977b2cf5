import type { WalkSummary } from '../../shared/contract/walks.ts'
import { client } from './client.ts'

/** The newest walk first. */
export function sortByNewest(walks: readonly WalkSummary[]): WalkSummary[] {
  return [...walks].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

/** The id of the model's unfinished walk, or of a new one; standing at `elementId` if given. */
export async function resumeWalk(modelId: string, elementId?: string): Promise<number> {
  const open = sortByNewest(await client.walks.listWalks()).find((walk) => walk.modelId === modelId && walk.finishedAt === null)
  const walk = open ?? (await client.walks.startWalk({ modelId, ...(elementId ? { elementId } : {}) }))
  if (open && elementId && open.currentElementId !== elementId) await client.walks.goToStep({ walkId: open.id, elementId })
  return walk.id
}
