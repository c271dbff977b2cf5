import type { ElementEvidence } from '../../../shared/contract/models.ts'
import { hasOwnMeaning, type ModelView } from '../../../shared/models/apply-variant.ts'
import type { OpenWorkspace } from '../context.ts'
import { computeModelEvidence } from '../evidence/model-evidence.ts'

/** What the data says about one element now; null when the model or the element is no longer there, or the view means something else by it. */
export async function elementEvidence(
  workspace: OpenWorkspace,
  model: ModelView | null,
  elementId: string,
  resourcesDir: string
): Promise<ElementEvidence | null> {
  if (!model?.whole.elements.some(({ id }) => id === elementId) || hasOwnMeaning(model.variant, elementId)) return null
  const { elements } = await computeModelEvidence(workspace, model.whole, resourcesDir)
  return elements.find(({ id }) => id === elementId) ?? null
}
