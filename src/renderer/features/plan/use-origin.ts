import { useQuery } from '@tanstack/react-query'
import type { Action, ActionPlace } from '../../../shared/contract/plan.ts'
import { viewModel } from '../../../shared/models/apply-variant.ts'
import { findInView } from '../../../shared/models/list-in-view.ts'
import { orpc } from '../../api/client.ts'
import { useModels } from '../../api/models.ts'
import { useFormats } from '../../ui/formats.tsx'

/** Names where an action came from: the model, and the element as the view its walk was begun in calls it. */
export function useOrigin(): (action: Action) => string | null {
  const { text } = useFormats()
  const models = useModels()
  const walks = useQuery(orpc.walks.listWalks.queryOptions())
  return ({ modelId, elementId, walkId }) => {
    const model = models.data?.models.find(({ id }) => id === modelId)
    // Until the walks are known, an element would be called what its view may not call it.
    if (!model || !walks.data) return null
    const view = walks.data.find(({ id }) => id === walkId)?.view ?? undefined
    const element = elementId === null ? undefined : findInView(viewModel(model, view), elementId)
    return [model.name, element?.name].flatMap((name) => (name ? [text(name)] : [])).join(' · ')
  }
}

/** The shapes an action came out of, or that stand for it, in the diagrams of the workspace. */
export function useDiagramPlaces(): (action: Pick<Action, 'id'>) => readonly ActionPlace[] {
  const { data = [] } = useQuery(orpc.plan.listPlaces.queryOptions())
  return ({ id }) => data.filter(({ actionId }) => actionId === id)
}
