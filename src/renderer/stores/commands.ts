import { useEffect, useRef } from 'react'
import { create } from 'zustand'

type Handler = () => void

/** Handlers in force, newest last: a screen that lends a command a meaning takes it back when it leaves. */
interface CommandStore {
  handlers: Readonly<Record<string, readonly Handler[]>>
}

export const useCommands = create<CommandStore>(() => ({ handlers: {} }))

function add(id: string, handler: Handler): () => void {
  useCommands.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: [...(handlers[id] ?? []), handler] } }))
  return () => {
    useCommands.setState(({ handlers }) => ({ handlers: { ...handlers, [id]: (handlers[id] ?? []).filter((each) => each !== handler) } }))
  }
}

/**
 * Gives the command `id` (of `src/shared/commands.ts`) its meaning while the component is mounted. With `isEnabled` false the
 * menu, the palette and the shortcut leave it out.
 */
export function useCommand(id: string, handler: Handler, isEnabled = true): void {
  const latest = useRef(handler)
  useEffect(() => {
    latest.current = handler
  })
  useEffect(() => {
    if (!isEnabled) return undefined
    return add(id, () => {
      latest.current()
    })
  }, [id, isEnabled])
}

export function canRun(id: string): boolean {
  return (useCommands.getState().handlers[id]?.length ?? 0) > 0
}

/** Runs a command if somebody handles it now. */
export function runCommand(id: string): boolean {
  const handler = useCommands.getState().handlers[id]?.at(-1)
  handler?.()
  return handler !== undefined
}
