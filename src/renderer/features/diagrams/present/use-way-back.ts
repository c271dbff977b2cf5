import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHere, useRoute, type Route } from '../../../stores/route.ts'
import { notify } from '../../../ui/notify.tsx'
import { leavePresentation } from './left-store.ts'

/** What following a link does to the presentation called `name`: it is left with a way back to the step, or stays where the target is gone. */
export function useWayBack(name: string, stepId: string | undefined, begunAt: number): { onAway: () => void; onGone: () => void } {
  const { t } = useTranslation()
  const route = useRoute((store) => store.route)
  const back = useMemo((): Route => {
    const { itemId: _itemId, ...place } = route.screen === 'diagrams' ? route : { screen: 'diagrams' as const }
    return { ...place, mode: 'present', ...(stepId !== undefined && { itemId: stepId }) }
  }, [route, stepId])
  useHere(() => ({ route: back, name }))
  return useMemo(
    () => ({
      onAway: () => {
        leavePresentation({ name, route: back, begunAt })
      },
      onGone: () => {
        notify(t('diagramLinks.gone'))
      }
    }),
    [back, name, begunAt, t]
  )
}
