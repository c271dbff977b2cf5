import { readError } from '../../api/errors.ts'
import { resumeWalk } from '../../api/walks.ts'
import { navigate } from '../../stores/route.ts'
import { readView } from '../../stores/views.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Goes on with the unfinished walk of the view chosen of the model, or starts one; at `elementId` if given. Says so when it can't. */
export async function walkModel(modelId: string, elementId?: string): Promise<void> {
  try {
    navigate({ screen: 'walk', walkId: await resumeWalk({ modelId, ...readView(modelId), ...(elementId ? { elementId } : {}) }) })
  } catch (error) {
    notifyError(readError(error))
  }
}
