import { useEffect } from 'react'
import { COMMANDS } from '../../shared/commands.ts'
import { shell } from '../api/shell.ts'
import { useCommands } from '../stores/commands.ts'

/** Tells main which commands can run, so that the menu greys out the rest. */
export function MenuState(): null {
  const enabled = useCommands(({ handlers }) =>
    JSON.stringify(Object.fromEntries(COMMANDS.map(({ id }) => [id, (handlers[id]?.length ?? 0) > 0])))
  )
  useEffect(() => {
    const timer = setTimeout(() => {
      void shell('setMenuState', { enabled: JSON.parse(enabled) as Record<string, boolean> })
    }, 50)
    return () => {
      clearTimeout(timer)
    }
  }, [enabled])
  return null
}
