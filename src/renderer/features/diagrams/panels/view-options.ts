import { create } from 'zustand'

/** What is shown beside the page of any diagram, as long as the window stands. */
export const useViewOptions = create<{ hasLegend: boolean }>(() => ({ hasLegend: true }))
