import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { orpc } from '../../api/client.ts'
import type { ElementEvidence, ListedModel, ModelEvidence } from '../../../shared/contract/models.ts'
import { dropOwnMeanings, type ModelView } from '../../../shared/models/apply-variant.ts'
import { useModelView } from '../../stores/views.ts'

export interface ModelData {
  readonly model: ListedModel | undefined
  /** It and the view the person chose of it. */
  readonly inView: ModelView | undefined
  /** Evidence by element id, without what the view does not carry over; empty while it is being computed. */
  readonly evidence: ReadonlyMap<string, ElementEvidence>
  readonly isComputing: boolean
  /** What rests on the lifetime models still uses those fitted before the last change. */
  readonly isProvisional: boolean
  readonly modelError: Error | null
  readonly evidenceError: Error | null
  readonly retry: () => void
}
const NO_EVIDENCE: ReadonlyMap<string, ElementEvidence> = new Map()

/** A model and its live evidence, in the view asked for or else chosen last. The diagram can be drawn before the figures are there. */
export function useModel(modelId: string, wantedView?: string): ModelData {
  const model = useQuery(orpc.models.getModel.queryOptions({ input: { id: modelId } }))
  const evidence = useQuery({ ...orpc.models.getEvidence.queryOptions({ input: { modelId } }), select: indexEvidence })
  const inView = useModelView(model.data, wantedView)
  const all = evidence.data?.elements ?? NO_EVIDENCE
  const carried = useMemo(() => dropOwnMeanings(all, inView?.variant ?? null), [all, inView])
  return {
    model: model.data,
    inView,
    evidence: carried,
    isComputing: evidence.isPending,
    isProvisional: evidence.data?.provisional ?? false,
    modelError: model.error,
    evidenceError: evidence.error,
    retry: () => {
      void model.refetch()
      void evidence.refetch()
    }
  }
}

interface IndexedEvidence {
  readonly elements: ReadonlyMap<string, ElementEvidence>
  readonly provisional: boolean
}

const indexEvidence = ({ elements, provisional }: ModelEvidence): IndexedEvidence => ({
  elements: new Map(elements.map((each) => [each.id, each])),
  provisional
})
