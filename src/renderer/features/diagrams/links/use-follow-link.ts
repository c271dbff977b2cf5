import { useCallback } from 'react'
import { isShape, type Link } from '../../../../shared/diagrams/diagram.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate, showCustomers, useRoute } from '../../../stores/route.ts'
import { notifyError } from '../../../ui/notify.tsx'
import { useDiagramStore } from '../store/use-diagram.ts'
import { explainKpi } from './kpi-dialog-store.ts'
import { leaveTrail } from './trail-store.ts'

interface From {
  readonly itemId: string
  readonly diagramId: number | null
  readonly name: string
  readonly isPresenting: boolean
}
type Of<To extends Link['to']> = Extract<Link, { to: To }>

const PLACES: { readonly [To in Link['to']]: (link: Of<To>, from: From) => Promise<void> | void } = {
  segment: ({ segmentId }) => {
    showCustomers({ segmentId })
  },
  customers: ({ customerIds }) => {
    showCustomers({ ids: customerIds })
  },
  metric: async ({ kpiId }) => {
    const { listable } = await client.models.getMetric({ id: kpiId })
    if (listable) showCustomers({ metric: { id: kpiId, part: 'numerator' } })
    else explainKpi(kpiId)
  },
  action: () => {
    navigate({ screen: 'plan' })
  },
  diagram: ({ diagramId }, from) => {
    // What is presented leads to what is presented; the way back is then the presentation's.
    if (from.isPresenting) {
      navigate({ screen: 'diagrams', diagramId, mode: 'present' })
      return
    }
    if (from.diagramId !== null) leaveTrail({ diagramId: from.diagramId, name: from.name, itemId: from.itemId, to: diagramId })
    navigate({ screen: 'diagrams', diagramId, mode: 'explore' })
  },
  element: ({ modelId, elementId }) => {
    navigate({ screen: 'models', modelId, elementId })
  }
}

function follow<To extends Link['to']>(link: Of<To>, from: From): Promise<void> | void {
  const to: To = link.to
  return PLACES[to](link, from)
}

/**
 * Goes to what a shape stands for: the people behind it, the plan, the other diagram (with the way back), the element; a figure
 * nobody stands behind is explained. A target that is gone stays with the shape, whose panel says so. `presenting`: told where to come
 * back to once the presentation was left, and of a target that is gone.
 */
export function useFollowLink(presenting?: { onAway: (itemId: string) => void; onGone: () => void }): (itemId: string) => void {
  const store = useDiagramStore()
  return useCallback(
    (itemId) => {
      const { items, diagramId, name, select } = store.getState()
      const item = items.get(itemId)
      const link = item && isShape(item) ? item.link : undefined
      if (!link) return
      void (async () => {
        try {
          const before = useRoute.getState().route
          const { links } = await client.diagrams.readLinks({ links: [{ itemId, link }] })
          if (links[0]?.state === 'gone') {
            if (presenting) presenting.onGone()
            else select([itemId])
            return
          }
          await follow(link, { itemId, diagramId, name, isPresenting: presenting !== undefined })
          if (useRoute.getState().route !== before) presenting?.onAway(itemId)
        } catch (error) {
          notifyError(readError(error))
        }
      })()
    },
    [store, presenting]
  )
}
