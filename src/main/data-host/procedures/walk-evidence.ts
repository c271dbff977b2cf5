import type { ElementEvidence } from '../../../shared/contract/models.ts'
import type { Model } from '../../../shared/models/model.ts'
import type { OpenWorkspace } from '../context.ts'
import { computeModelEvidence } from '../evidence/model-evidence.ts'

/** What the data says about one element now; null when the model or the element is no longer there. */
export async function elementEvidence(
  workspace: OpenWorkspace,
  model: Model | null,
  elementId: string,
  resourcesDir: string
): Promise<ElementEvidence | null> {
  if (!model?.elements.some(({ id }) => id === elementId)) return null
  const { elements } = await computeModelEvidence(workspace, model, resourcesDir)
  return elements.find(({ id }) => id === elementId) ?? null
}
