import { useEffect } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { useCommand } from '../stores/commands.ts'
import { forgetPlaces, goBack, useRoute } from '../stores/route.ts'
import { isWriting } from './shortcuts.ts'

/** Back to the place left last; a walk at a later step has its own step before that. Another workspace has other places. */
export function BackCommand(): null {
  const workspace = useWorkspace()?.name
  const hasPast = useRoute(({ past }) => past.length > 0)
  useEffect(() => forgetPlaces, [workspace])
  useCommand(
    'walk.back',
    () => {
      if (!isWriting(document.activeElement)) goBack()
    },
    hasPast && workspace !== undefined
  )
  return null
}
