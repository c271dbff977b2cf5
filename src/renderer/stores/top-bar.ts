import { useEffect, type ReactNode } from 'react'
import { create } from 'zustand'

interface TopBar {
  title: string
  /** The line under the title; without it, file name and time saved. */
  subtitle?: string | undefined
  /** The view's one primary button. */
  action?: ReactNode
}

export const useTopBarStore = create<{ bar: TopBar | null }>(() => ({ bar: null }))

/** Sets the top bar while the component is mounted. */
export function useTopBar(bar: TopBar): void {
  useEffect(() => {
    useTopBarStore.setState({ bar })
  })
  useEffect(
    () => () => {
      useTopBarStore.setState({ bar: null })
    },
    []
  )
}
