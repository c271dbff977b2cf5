import { create } from 'zustand'

export type Side = 'shapes' | 'outline'

type Mode = 'edit' | 'explore'

/** What stands to the left of the page in either mode, kept from diagram to diagram; null: nothing. */
const useSides = create<Readonly<Record<Mode, Side | null>>>(() => ({ edit: 'shapes', explore: null }))

/** While exploring there are no shapes to add: what stands there is the outline. */
export function useSide(isEditing: boolean): Side | null {
  return useSides((store) => store[isEditing ? 'edit' : 'explore'])
}

export function showSide(isEditing: boolean, side: Side | null): void {
  useSides.setState(isEditing ? { edit: side } : { explore: side })
}
