import { create } from 'zustand'

/** Whether the order of the presentation is being set. */
export const usePathDialog = create<{ isOpen: boolean }>(() => ({ isOpen: false }))

export function openPathDialog(): void {
  usePathDialog.setState({ isOpen: true })
}

export function closePathDialog(): void {
  usePathDialog.setState({ isOpen: false })
}
