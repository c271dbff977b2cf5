import { create } from 'zustand'
import type { Route } from '../../../stores/route.ts'

/** A presentation somebody left by following a link, and the step it stood at. */
interface Left {
  readonly name: string
  readonly route: Route
}

/** The presentations to come back to, the newest last: one may lead to another. */
export const useLeft = create<{ left: readonly Left[] }>(() => ({ left: [] }))

export function leavePresentation(place: Left): void {
  useLeft.setState(({ left }) => ({ left: [...left, place] }))
}

/** Comes back to the newest, or forgets all. */
export function dropLeft(which: 'newest' | 'all'): void {
  useLeft.setState(({ left }) => ({ left: which === 'all' ? [] : left.slice(0, -1) }))
}
