import { readError } from '../../api/errors.ts'
import { resumeWalk } from '../../api/walks.ts'
import { navigate } from '../../stores/route.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Goes on with the model's unfinished walk, or starts one; at `elementId` if given. Says so when it can't. */
export async function walkModel(modelId: string, elementId?: string): Promise<void> {
  try {
    navigate({ screen: 'walk', walkId: await resumeWalk(modelId, elementId) })
  } catch (error) {
    notifyError(readError(error))
  }
}
