import { create } from 'zustand'
import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'

const MOST = 6

/** The kinds of shape used last, newest first, as long as the window stands. */
export const useRecentShapes = create<{ kinds: readonly ShapeKind[] }>(() => ({ kinds: [] }))

export function noteShape(kind: ShapeKind): void {
  useRecentShapes.setState(({ kinds }) => ({ kinds: [kind, ...kinds.filter((each) => each !== kind)].slice(0, MOST) }))
}
