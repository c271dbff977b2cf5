import { create } from 'zustand'

export type Side = 'shapes' | 'outline'

/** What stands to the left of the page, kept from diagram to diagram; null: nothing. While exploring there are no shapes to add. */
export const useSide = create<{ side: Side | null }>(() => ({ side: 'shapes' }))

export function showSide(side: Side | null): void {
  useSide.setState({ side })
}
