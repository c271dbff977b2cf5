import type { ReactNode } from 'react'
import { create } from 'zustand'

interface PanelStore {
  content: ReactNode | null
  /** What the panel is about, read to assistive technology. */
  label: string
  /** The person folded it away (`view.panel`); content stays. */
  isFolded: boolean
  open: (content: ReactNode, label?: string) => void
  close: () => void
  toggle: () => void
}

/**
 * The context panel on the right. `usePanel((panel) => panel.open)(<ElementPanel modelId elementId />)` puts content in it; give
 * the content ids and let it ask for its own data, so that it stays right when the data change. It closes on `navigate`.
 */
export const usePanel = create<PanelStore>((set) => ({
  content: null,
  label: '',
  isFolded: false,
  open: (content, label = '') => {
    set({ content, label, isFolded: false })
  },
  close: () => {
    set({ content: null })
  },
  toggle: () => {
    set(({ isFolded }) => ({ isFolded: !isFolded }))
  }
}))
