import type { WalkSummary } from '../../shared/contract/walks.ts'
import { nameView } from '../../shared/models/apply-variant.ts'
import { client } from './client.ts'

/** The newest walk first. */
export function sortByNewest(walks: readonly WalkSummary[]): WalkSummary[] {
  return [...walks].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
}

interface WalkWanted {
  modelId: string
  /** The view of the model to walk; without it, the model as it stands. */
  view?: string
  /** Where to stand. */
  elementId?: string
}

/** The id of the unfinished walk of that view of the model, or of a new one. A walk of another view is another walk. */
export async function resumeWalk({ modelId, view, elementId }: WalkWanted): Promise<number> {
  const [walks, model] = await Promise.all([client.walks.listWalks(), client.models.getModel({ id: modelId })])
  const named = nameView(model, view)
  const open = sortByNewest(walks).find((walk) => walk.modelId === modelId && walk.view === named && walk.finishedAt === null)
  const walk = open ?? (await client.walks.startWalk({ modelId, view: named, ...(elementId ? { elementId } : {}) }))
  if (open && elementId && open.currentElementId !== elementId) await client.walks.goToStep({ walkId: open.id, elementId })
  return walk.id
}
