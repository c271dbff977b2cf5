import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../../api/workspace.ts'
import { navigate } from '../../../stores/route.ts'
import { notify } from '../../../ui/notify.tsx'
import { tellLoss } from './tell-loss.ts'

/** In place of a diagram that is not there any more: says what became of it, and goes to those there are. */
export function LostDiagram({ name }: { name: string | null }): ReactNode {
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const leave = useEffectEvent(() => {
    navigate({ screen: 'diagrams' })
    notify(t(`diagrams.lost.${tellLoss(workspace, name)}`, { name: name ?? '' }))
  })
  useEffect(() => {
    leave()
  }, [])
  return null
}
