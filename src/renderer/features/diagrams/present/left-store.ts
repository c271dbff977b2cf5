import { useEffect, useState } from 'react'
import { create } from 'zustand'
import type { Route } from '../../../stores/route.ts'

/** A presentation somebody left by following a link, and the step it stood at. */
interface Left {
  readonly name: string
  readonly route: Route
  /** When it began, in milliseconds of the clock. */
  readonly begunAt: number
}

/** The presentations to come back to, the newest last: one may lead to another. */
export const useLeft = create<{ left: readonly Left[]; returned: Left | null }>(() => ({ left: [], returned: null }))

export function leavePresentation(place: Left): void {
  useLeft.setState(({ left }) => ({ left: [...left, place] }))
}

/** Comes back to the newest, or forgets all. */
export function dropLeft(which: 'newest' | 'all'): void {
  useLeft.setState(({ left }) =>
    which === 'all' ? { left: [], returned: null } : { left: left.slice(0, -1), returned: left.at(-1) ?? null }
  )
}

/** When the presentation that opens began: now, or before it was left by the link it is come back from. */
export function useBegun(): number {
  const [begunAt] = useState(() => useLeft.getState().returned?.begunAt ?? Date.now())
  useEffect(() => {
    useLeft.setState({ returned: null })
  }, [])
  return begunAt
}
