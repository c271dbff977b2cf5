import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import type { ElementEvidence } from '../../../shared/contract/models.ts'
import type { Model } from '../../../shared/models/model.ts'

export interface ModelData {
  readonly model: Model | undefined
  /** Evidence by element id; empty while it is being computed. */
  readonly evidence: ReadonlyMap<string, ElementEvidence>
  readonly isComputing: boolean
  readonly modelError: Error | null
  readonly evidenceError: Error | null
  readonly retry: () => void
}
const NO_EVIDENCE: ReadonlyMap<string, ElementEvidence> = new Map()

/** A model and its live evidence. The diagram can be drawn before the figures are there. */
export function useModel(modelId: string): ModelData {
  const model = useQuery(orpc.models.getModel.queryOptions({ input: { id: modelId } }))
  const evidence = useQuery({ ...orpc.models.getEvidence.queryOptions({ input: { modelId } }), select: indexEvidence })
  return {
    model: model.data,
    evidence: evidence.data ?? NO_EVIDENCE,
    isComputing: evidence.isPending,
    modelError: model.error,
    evidenceError: evidence.error,
    retry: () => {
      void model.refetch()
      void evidence.refetch()
    }
  }
}

const indexEvidence = (evidence: { elements: ElementEvidence[] }): ReadonlyMap<string, ElementEvidence> =>
  new Map(evidence.elements.map((each) => [each.id, each]))
