import { create } from 'zustand'

/** Which shape a link is being chosen for; null: none, the picker is closed. */
export const useLinkPicker = create<{ itemId: string | null }>(() => ({ itemId: null }))

export function openLinkPicker(itemId: string): void {
  useLinkPicker.setState({ itemId })
}

export function closeLinkPicker(): void {
  useLinkPicker.setState({ itemId: null })
}
