import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { navigate } from '../../stores/route.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Goes on with the model's unfinished walk, or starts one; at `elementId` if given. Says so when it can't. */
export async function walkModel(modelId: string, elementId?: string): Promise<void> {
  try {
    const open = (await client.walks.listWalks())
      .filter((walk) => walk.modelId === modelId && walk.finishedAt === null)
      .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))[0]
    const walk = open ?? (await client.walks.startWalk({ modelId, ...(elementId ? { elementId } : {}) }))
    if (open && elementId && open.currentElementId !== elementId) await client.walks.goToStep({ walkId: open.id, elementId })
    navigate({ screen: 'walk', walkId: walk.id })
  } catch (error) {
    notifyError(readError(error))
  }
}
