import { create } from 'zustand'

/** What the person is being asked about diagrams; null: nothing. */
export type DiagramDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'rename'; readonly id: number; readonly name: string }
  | { readonly kind: 'delete'; readonly id: number; readonly name: string }

export const useDiagramDialog = create<{ dialog: DiagramDialog | null }>(() => ({ dialog: null }))

export function ask(dialog: DiagramDialog | null): void {
  useDiagramDialog.setState({ dialog })
}
