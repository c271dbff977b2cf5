import { useCallback } from 'react'
import { isShape, type Link } from '../../../../shared/diagrams/diagram.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate, showCustomers } from '../../../stores/route.ts'
import { notifyError } from '../../../ui/notify.tsx'
import { useDiagramStore } from '../store/use-diagram.ts'
import { leaveTrail } from './trail-store.ts'

interface From {
  readonly itemId: string
  readonly diagramId: number | null
  readonly name: string
}
type Of<To extends Link['to']> = Extract<Link, { to: To }>

const PLACES: { readonly [To in Link['to']]: (link: Of<To>, from: From) => Promise<boolean> | boolean } = {
  segment: ({ segmentId }) => {
    showCustomers({ segmentId })
    return true
  },
  customers: ({ customerIds }) => {
    showCustomers({ ids: customerIds })
    return true
  },
  metric: async ({ kpiId }) => {
    const { listable } = await client.models.getMetric({ id: kpiId })
    if (listable) showCustomers({ metric: { id: kpiId, part: 'numerator' } })
    return listable
  },
  action: () => {
    navigate({ screen: 'plan' })
    return true
  },
  diagram: ({ diagramId }, from) => {
    if (from.diagramId !== null) leaveTrail({ diagramId: from.diagramId, name: from.name, itemId: from.itemId, to: diagramId })
    navigate({ screen: 'diagrams', diagramId, mode: 'explore' })
    return true
  },
  element: ({ modelId, elementId }) => {
    navigate({ screen: 'models', modelId, elementId })
    return true
  }
}

function follow<To extends Link['to']>(link: Of<To>, from: From): Promise<boolean> | boolean {
  const to: To = link.to
  return PLACES[to](link, from)
}

/**
 * Goes to what a shape stands for: the people behind it, the plan, the other diagram (with the way back), the element. A target
 * that is gone, and a figure nobody stands behind, stay with the shape, whose panel says so.
 */
export function useFollowLink(): (itemId: string) => void {
  const store = useDiagramStore()
  return useCallback(
    (itemId) => {
      const { items, diagramId, name, select } = store.getState()
      const item = items.get(itemId)
      const link = item && isShape(item) ? item.link : undefined
      if (!link) return
      void (async () => {
        try {
          const { links } = await client.diagrams.readLinks({ links: [{ itemId, link }] })
          if (links[0]?.state === 'gone' || !(await follow(link, { itemId, diagramId, name }))) select([itemId])
        } catch (error) {
          notifyError(readError(error))
        }
      })()
    },
    [store]
  )
}
