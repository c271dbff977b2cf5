import { useCallback, useEffect, useEffectEvent, useReducer, type RefObject } from 'react'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { act, beginPresenting, jumpTo, PRESENT_KEYS, resize, typeDigit, type Deed, type Presenting } from './present-state.ts'

interface Held {
  readonly state: Presenting
  /** Ids of the steps as they were last counted. */
  readonly ids: readonly string[]
}
type Move = { deed: Deed } | { digit: string } | { jump: number } | { begin: true } | { ids: readonly string[] }

function reduce({ state, ids }: Held, move: Move): Held {
  if ('deed' in move) return { state: act(state, move.deed), ids }
  if ('digit' in move) return { state: typeDigit(state, move.digit), ids }
  if ('jump' in move) return { state: jumpTo(state, move.jump), ids }
  if ('begin' in move) return { state: { ...beginPresenting(ids.length, null), hasNotes: state.hasNotes }, ids }
  const at = move.ids.indexOf(ids[state.step] ?? '')
  return { state: resize(state, move.ids.length, at < 0 ? state.step : at), ids: move.ids }
}

interface PresentingHandle {
  readonly state: Presenting
  readonly run: (deed: Deed) => void
  readonly jump: (step: number) => void
  readonly type: (digit: string) => void
  readonly begin: () => void
}

/** A presentation of `steps`, begun at `startId` or with the whole; it follows steps that come and go. */
export function usePresenting(steps: readonly DiagramShape[], startId: string | undefined): PresentingHandle {
  const [held, move] = useReducer(reduce, null, (): Held => {
    const ids = steps.map(({ id }) => id)
    const at = startId === undefined ? -1 : ids.indexOf(startId)
    return { ids, state: beginPresenting(ids.length, at < 0 ? null : at) }
  })
  const now = steps.map(({ id }) => id)
  // Counted anew while drawing, so that no step is drawn that is not there.
  if (now.length !== held.ids.length || now.some((id, index) => id !== held.ids[index])) move({ ids: now })
  return {
    state: held.state,
    run: (deed) => {
      move({ deed })
    },
    jump: useCallback((jump: number) => {
      move({ jump })
    }, []),
    type: (digit) => {
      move({ digit })
    },
    begin: () => {
      move({ begin: true })
    }
  }
}

/** Where keys mean text or belong to a control of their own. */
const FIELDS = 'input, textarea, select, [contenteditable=true]'

/** Listens to the keys of a presentation wherever the keyboard is, but for fields and dialogs that stand over it. */
export function usePresentKeys(
  root: RefObject<HTMLElement | null>,
  onDeed: (deed: Deed) => void,
  onDigit: (digit: string) => void,
  onPath: () => void,
  onKeys: () => void,
  onFollow: () => void
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof Element)) return
    if (target.closest('[role=dialog]') !== root.current && target.closest('[role=dialog], [role=menu], [role=listbox]')) return
    const isField = target.matches(FIELDS)
    // From a field only Escape leads back to the presentation.
    if (isField && key !== 'Escape') return
    if (target.closest('button') && (key === ' ' || key === 'Enter')) return
    const deed = PRESENT_KEYS[key.length === 1 ? key.toLowerCase() : key]
    if (deed) {
      event.preventDefault()
      if (isField) root.current?.focus()
      onDeed(deed)
    } else if (/^\d$/.test(key)) onDigit(key)
    else if (key.toLowerCase() === 'p') onPath()
    else if (key.toLowerCase() === 'o') onFollow()
    else if (key === '?') onKeys()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])
}
