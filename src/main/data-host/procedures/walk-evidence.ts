import type { ElementEvidence } from '../../../shared/contract/models.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { OpenWorkspace } from '../context.ts'

/** What the data says about one element now; null when the model or the element is no longer there. */
export async function elementEvidence(_workspace: OpenWorkspace, _model: Model | null, _elementId: string): Promise<ElementEvidence | null> {
  return Promise.resolve(null)
}
