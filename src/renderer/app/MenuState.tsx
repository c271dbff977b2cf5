import { useEffect } from 'react'
import { COMMANDS } from '../../shared/commands.ts'
import { shell } from '../api/shell.ts'
import { useWorkspace } from '../api/workspace.ts'
import { useCommands } from '../stores/commands.ts'
import { useUndoGuard } from '../stores/undo-guard.ts'

/** Tells main which commands can run, so that the menu greys out the rest, and which would ask first. */
export function MenuState(): null {
  const enabled = useCommands(({ handlers }) =>
    JSON.stringify(Object.fromEntries(COMMANDS.map(({ id }) => [id, (handlers[id]?.length ?? 0) > 0])))
  )
  const workspace = useWorkspace()
  const owns = useUndoGuard((guard) => guard.owns)
  const isOutside = (which: 'undo' | 'redo'): boolean => {
    const next = workspace?.[which]
    return next != null && owns !== null && !owns(next)
  }
  const outside = (['undo', 'redo'] as const)
    .filter(isOutside)
    .map((which) => `edit.${which}`)
    .join(' ')
  useEffect(() => {
    const timer = setTimeout(() => {
      void shell('setMenuState', { enabled: JSON.parse(enabled) as Record<string, boolean>, outside: outside.split(' ').filter(Boolean) })
    }, 50)
    return () => {
      clearTimeout(timer)
    }
  }, [enabled, outside])
  return null
}
