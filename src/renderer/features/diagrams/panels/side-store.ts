import { create } from 'zustand'
import { usePanel } from '../../../stores/panel.ts'

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

/** What stood to the left when both sides were hidden; undefined: they were not. */
const useHidden = create<{ readonly side: Side | null | undefined }>(() => ({ side: undefined }))

/** Whether a panel stands beside the page, left or right. */
export function useHasPanels(isEditing: boolean): boolean {
  const side = useSide(isEditing)
  return usePanel(({ content, isFolded }) => content !== null && !isFolded) || side !== null
}

/** Hides what stands on both sides of the page, or shows it again as it was. */
export function togglePanels(isEditing: boolean): void {
  const side = useSides.getState()[isEditing ? 'edit' : 'explore']
  const { content, isFolded } = usePanel.getState()
  if (side !== null || (content !== null && !isFolded)) {
    useHidden.setState({ side })
    showSide(isEditing, null)
    usePanel.setState({ isFolded: true })
    return
  }
  const before = useHidden.getState().side
  // With nothing to the right, nothing would be shown at all.
  showSide(isEditing, before === null && content !== null ? null : (before ?? (isEditing ? 'shapes' : 'outline')))
  usePanel.setState({ isFolded: false })
}
