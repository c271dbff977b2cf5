import { create } from 'zustand'
import type { ImportModelOutcome } from '../../../shared/contract/own-models.ts'
import type { Text } from '../../../shared/domain/text.ts'

/** What the person is being asked about own models; null: nothing. */
export type ModelDialog =
  | { readonly kind: 'name'; readonly from: { readonly id: string; readonly name: Text } | null }
  | { readonly kind: 'clash'; readonly token: string; readonly found: Extract<ImportModelOutcome, { outcome: 'clash' }> }
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly Text[] }
  | { readonly kind: 'delete'; readonly id: string; readonly name: Text }

export const useModelDialog = create<{ dialog: ModelDialog | null }>(() => ({ dialog: null }))

export function ask(dialog: ModelDialog | null): void {
  useModelDialog.setState({ dialog })
}
